// Two windows that save one plain file in the same instant: VS Code looks at the file before it writes, so both may
// find it unchanged, and the later one stands. The window whose text was replaced sees that, keeps its text beside the
// answer, and tells. Files of a `tutor:` address need none of this: of their saves one fails.
import * as vscode from "vscode";
import { losesWords } from "../../core/answer/lostWords";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { fileName } from "../../core/reading/fileNames";
import { newFileBytes, textOf } from "../storage/editorText";
import { keepOverwritten } from "../storage/secondVersions";
import type { StorageLocation } from "../storage/storageLocation";
import type { Log } from "../log";
import { showWarningMessage } from "../shown";
import type { AnswerDocuments } from "./answerDocuments";
import type { SecondVersions } from "./secondVersions";

/** Milliseconds after a save in which another text on disk was written without knowing of it. */
const sameMoment = 10_000;

interface Save {
  readonly text: string;
  readonly at: number;
}

export class OverwrittenSaves implements vscode.Disposable {
  private readonly saves = new WeakMap<vscode.TextDocument, Save>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly location: Pick<StorageLocation, "base" | "folder" | "isStudyFolder">,
    private readonly documents: Pick<AnswerDocuments, "keyOf">,
    private readonly versions: Pick<SecondVersions, "compare">,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (this.pathOf(document) !== undefined)
          this.saves.set(document, { text: document.getText(), at: performance.now() });
      }),
      // A document that changes and is not unsaved was read anew from disk, or a change was taken back.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const save = this.saves.get(document);
        if (save !== undefined && contentChanges.length > 0 && !document.isDirty) void this.look(document, save);
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async look(document: vscode.TextDocument, save: Save): Promise<void> {
    const path = this.pathOf(document);
    const key = this.documents.keyOf(document);
    const late = performance.now() - save.at > sameMoment;
    const text = document.getText();
    if (late || path === undefined || key === undefined || !losesWords(save.text, text)) return;
    try {
      const { folder } = this.location;
      const standing = await folder.readStanding(path);
      // What is typed over the end of a save is the learner's own.
      if (standing === undefined || !isSame(await textOf(standing, document.uri), text)) return;
      if (this.saves.get(document) !== save) return;
      this.saves.delete(document);
      const date = new Date().toISOString().slice(0, 10);
      const kept = await keepOverwritten(folder, path, newFileBytes(save.text, document.uri), date);
      if (kept !== undefined) this.tell(fileName(path), kept, key);
    } catch (error) {
      this.log.error(`The text of ${path} that was replaced on disk could not be kept beside it`, error);
    }
  }

  private tell(name: string, kept: string, key: QuestionKey): void {
    const compare = vscode.l10n.t("Compare");
    void showWarningMessage(
      vscode.l10n.t(
        "Another window or program replaced {0} just as you saved it. What you saved is kept in {1}.",
        name,
        fileName(kept),
      ),
      compare,
    ).then((chosen) => (chosen === compare ? this.versions.compare(kept, key) : undefined));
  }

  /** The path of an answer in the study folder; undefined for any other document. */
  private pathOf({ uri }: vscode.TextDocument): string | undefined {
    const { base, isStudyFolder } = this.location;
    const root = `${base.path}/`;
    const inside = isStudyFolder && uri.scheme === base.scheme && uri.path.startsWith(`${root}answers/`);
    return inside ? uri.path.slice(root.length) : undefined;
  }
}

function isSame(one: string, other: string): boolean {
  return one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
}
