// Two windows that save one plain file in the same instant: VS Code looks at the file before it writes, so both may
// find it unchanged, and the later one stands. The window whose text was replaced finds that on disk, keeps its text
// beside the answer, and tells. Files of a `tutor:` address need none of this: of their saves one fails.
import * as vscode from "vscode";
import { losesWords } from "../../core/answer/lostWords";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { fileName } from "../../core/reading/fileNames";
import { newFileBytes, textOf } from "../storage/editorText";
import { keepOverwritten } from "../storage/otherVersions";
import { sameBytes } from "../storage/sameBytes";
import type { StorageLocation } from "../storage/storageLocation";
import type { Log } from "../log";
import { showWarningMessage } from "../shown";
import type { AnswerDocuments } from "./answerDocuments";
import type { SecondVersions } from "./secondVersions";

/**
 * Milliseconds between two writes, by the file's own times, within which the later one was begun without knowing of the
 * other; no person reads, edits and saves as fast in another window.
 */
const sameMoment = 3_000;
/** Milliseconds after a save at which the file is looked at again, whatever VS Code has noticed by then. */
const secondLook = 2_000;
/** Milliseconds in which a file that is being written is whole. */
const settling = 200;
const mostReads = 10;

/** The last save of a document; gone once another one is on its way. */
interface Save {
  readonly text: string;
  /** When the file was last written, in milliseconds since 1970; undefined where it is gone. */
  readonly writtenAt: Promise<number | undefined>;
}

export class OverwrittenSaves implements vscode.Disposable {
  private readonly saves = new WeakMap<vscode.TextDocument, Save>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly location: Pick<StorageLocation, "base" | "folder" | "isStudyFolder">,
    private readonly documents: Pick<AnswerDocuments, "keyOf">,
    private readonly versions: Pick<SecondVersions, "compare">,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      // From here on what is found on disk may be the learner's next text.
      vscode.workspace.onWillSaveTextDocument(({ document }) => this.saves.delete(document)),
      vscode.workspace.onDidSaveTextDocument((document) => this.remember(document)),
      // A document that changes and is not unsaved was read anew from disk, or a change was taken back.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const save = this.saves.get(document);
        if (save !== undefined && contentChanges.length > 0 && !document.isDirty) void this.look(document, save);
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
    for (const timer of this.timers) clearTimeout(timer);
  }

  /**
   * Looks at once and a little later. VS Code may never notice: where the other window wrote before this one asked when
   * its own text was written, it takes the other's text for its own and goes on showing that.
   */
  private remember(document: vscode.TextDocument): void {
    const path = this.pathOf(document);
    if (path === undefined) return;
    const save = { text: document.getText(), writtenAt: this.writtenAt(path) };
    this.saves.set(document, save);
    void this.look(document, save);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.look(document, save);
    }, secondLook);
    this.timers.add(timer);
  }

  /** Keeps what was saved and tells, where another text stands in its place that was written in the same moment. */
  private async look(document: vscode.TextDocument, save: Save): Promise<void> {
    const path = this.pathOf(document);
    const key = this.documents.keyOf(document);
    if (path === undefined || key === undefined) return;
    try {
      const standing = await this.standingInstead(document, path, save.text);
      if (standing === undefined || !(await this.isOfTheMoment(path, save))) return;
      if (this.saves.get(document) !== save) return;
      this.saves.delete(document);
      const bytes = newFileBytes(save.text, document.uri);
      const date = new Date().toISOString().slice(0, 10);
      const kept = await keepOverwritten(this.location.folder, path, bytes, date);
      await this.bringIntoSight(document, path, standing, date);
      if (kept !== undefined) this.tell(fileName(path), kept, key);
    } catch (error) {
      this.log.error(`The text of ${path} that was replaced on disk could not be kept beside it`, error);
    }
  }

  /** What the file holds where words of a text are missing in it; undefined where none is, or the file is gone. */
  private async standingInstead(
    document: vscode.TextDocument,
    path: string,
    text: string,
  ): Promise<Uint8Array | undefined> {
    let before: Uint8Array | undefined;
    for (let reads = 0; reads < mostReads; reads++) {
      const standing = await this.location.folder.readStanding(path);
      if (standing === undefined || !(await losesAll(text, standing, document))) return undefined;
      // Whoever is still writing it may be about to write the very same.
      if (sameBytes(before, standing)) return standing;
      before = standing;
      await new Promise((resolve) => setTimeout(resolve, settling));
    }
    return before;
  }

  private async isOfTheMoment(path: string, { writtenAt }: Save): Promise<boolean> {
    const [then, now] = await Promise.all([writtenAt, this.writtenAt(path)]);
    return then !== undefined && now !== undefined && now - then <= sameMoment;
  }

  /**
   * Has VS Code read the file where it took the other's text for its own: written once more, the file is a later one.
   * A learner who writes on will save over that text; it is kept too.
   */
  private async bringIntoSight(
    document: vscode.TextDocument,
    path: string,
    standing: Uint8Array,
    date: string,
  ): Promise<void> {
    if (document.isClosed || !(await losesAll(document.getText(), standing, document))) return;
    if (document.isDirty) await keepOverwritten(this.location.folder, path, standing, date);
    else await vscode.workspace.fs.writeFile(document.uri, standing);
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

  private async writtenAt(path: string): Promise<number | undefined> {
    return (await this.location.folder.stat(path).catch(() => undefined))?.mtime;
  }

  /** The path of an answer in the study folder; undefined for any other document. */
  private pathOf({ uri }: vscode.TextDocument): string | undefined {
    const { base, isStudyFolder } = this.location;
    const root = `${base.path}/`;
    const inside = isStudyFolder && uri.scheme === base.scheme && uri.path.startsWith(`${root}answers/`);
    return inside ? uri.path.slice(root.length) : undefined;
  }
}

/** Whether words of a text are missing in a file, in whichever of the two encodings it may have been written. */
async function losesAll(text: string, bytes: Uint8Array, { uri, encoding }: vscode.TextDocument): Promise<boolean> {
  if (!losesWords(text, await textOf(bytes, uri))) return false;
  return losesWords(text, await vscode.workspace.decode(bytes, { encoding }));
}
