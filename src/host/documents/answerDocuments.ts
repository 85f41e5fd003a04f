// Answer documents in the editor: opening a question, and telling which documents are answers.
// Any document with the question's comment counts, so that a copy kept elsewhere still grades.
import * as vscode from "vscode";
import { parseAnswerDocument, writingPosition, type ParsedDocument } from "../../core/answer/answer";
import { errorMessage } from "../../core/text/errorMessage";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { keyText, sameKey } from "../../core/roadmap/questionKey";
import type { AnswerStore } from "../storage/answerStore";
import { encodingToOpenWith, newFileBytes } from "../storage/editorText";
import { answerPath, keyOfAnswerFile } from "../storage/paths";
import type { StorageLocation } from "../storage/storageLocation";
import { ActiveDocument } from "./activeDocument";
import type { AnswerPictures } from "./answerPictures";
import { freshDocument } from "./documentWords";
import { keyOfTutorUri, tutorScheme, tutorUri, type QuestionSource } from "./tutorFileSystem";
import { showErrorMessage } from "../shown";

export class AnswerDocuments implements vscode.Disposable {
  private readonly changedActive = new vscode.EventEmitter<QuestionKey | undefined>();
  /** Fires when another question's answer, or none, comes into the active editor or preview. */
  readonly onDidChangeActive = this.changedActive.event;
  private readonly parsed = new WeakMap<
    vscode.TextDocument,
    { readonly version: number; readonly result: ParsedDocument }
  >();
  private readonly subscriptions: vscode.Disposable;
  private readonly activeTab = new ActiveDocument();
  private activeKey: QuestionKey | undefined;

  constructor(
    private readonly location: StorageLocation,
    private readonly answers: AnswerStore,
    private readonly questions: QuestionSource,
    private readonly pictures: Pick<AnswerPictures, "bring">,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.activeTab,
      this.activeTab.onDidChange(() => {
        this.follow();
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === this.activeTab.document) this.follow();
      }),
    );
    this.follow();
  }

  /** The question whose answer is in the active editor, or in the active preview. */
  get active(): QuestionKey | undefined {
    return this.activeKey;
  }

  /** The answer that the active tab shows as Markdown's preview; undefined where it is in a text editor. */
  get previewed(): vscode.TextDocument | undefined {
    const document = this.activeTab.previewed;
    return document && this.keyOf(document) !== undefined ? document : undefined;
  }

  /** What a document is; `other` for read-only views such as the old side of a diff. */
  parse(document: vscode.TextDocument): ParsedDocument {
    const known = this.parsed.get(document);
    if (known?.version === document.version) return known.result;
    const result: ParsedDocument = isWritten(document)
      ? parseAnswerDocument(document.getText(), this.keyOfUri(document.uri))
      : { kind: "other" };
    this.parsed.set(document, { version: document.version, result });
    return result;
  }

  /** The question that a document answers; undefined where it answers none. */
  keyOf(document: vscode.TextDocument): QuestionKey | undefined {
    const result = this.parse(document);
    return result.kind === "other" ? undefined : result.key;
  }

  /** Where a question's document is opened from: a `tutor:` URI, or a file of the study folder. */
  uriOf(key: QuestionKey): vscode.Uri {
    return this.location.isStudyFolder ? vscode.Uri.joinPath(this.location.base, answerPath(key)) : tutorUri(key);
  }

  /** As `uriOf`; of a file that the learner moved or renamed, where it is now. */
  private async placeOf(key: QuestionKey): Promise<vscode.Uri> {
    const { base, isStudyFolder } = this.location;
    return isStudyFolder ? vscode.Uri.joinPath(base, await this.answers.placeOf(key)) : tutorUri(key);
  }

  /** The question that a URI names by its place; undefined for a copy kept elsewhere. */
  keyOfUri(uri: vscode.Uri): QuestionKey | undefined {
    if (uri.scheme === tutorScheme) return keyOfTutorUri(uri);
    const root = vscode.Uri.joinPath(this.location.base, "answers");
    if (uri.scheme !== root.scheme || uri.authority !== root.authority || !uri.path.startsWith(`${root.path}/`))
      return undefined;
    return keyOfAnswerFile(uri.path.slice(root.path.length));
  }

  /**
   * Opens a question's document where the draft was left, beside the active editor if wished; undefined, after telling
   * the learner, where it cannot be opened.
   */
  async open(key: QuestionKey, options: { readonly beside?: boolean } = {}): Promise<vscode.TextEditor | undefined> {
    try {
      if (this.location.isStudyFolder) await this.createFile(key);
      const uri = await this.placeOf(key);
      const shown = tabOf(uri);
      const document = await this.openText(uri, key);
      const column = options.beside ? vscode.ViewColumn.Beside : (shown?.group.viewColumn ?? vscode.ViewColumn.Active);
      const at = this.parse(document);
      // An editor that is open keeps its own cursor.
      if (shown !== undefined || at.kind !== "answer")
        return await vscode.window.showTextDocument(document, { viewColumn: column });
      const position = document.positionAt(writingPosition(at));
      return await vscode.window.showTextDocument(document, {
        viewColumn: column,
        selection: new vscode.Range(position, position),
      });
    } catch (error) {
      const reason = errorMessage(error);
      void showErrorMessage(vscode.l10n.t("The question “{0}” could not be opened: {1}", keyText(key), reason));
      return undefined;
    }
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changedActive.dispose();
  }

  /** An open document stays as it is; a file that a setting would have misread is opened as what it is. */
  private async openText(uri: vscode.Uri, key: QuestionKey): Promise<vscode.TextDocument> {
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    const bytes = isOpen || !this.location.isStudyFolder ? undefined : await this.answers.readDocument(key);
    const encoding = bytes && encodingToOpenWith(bytes, uri);
    return vscode.workspace.openTextDocument(uri, encoding === undefined ? undefined : { encoding });
  }

  /** A plain file must be there before an editor can open it, and what its question shows beside it. */
  private async createFile(key: QuestionKey): Promise<void> {
    const placed = await this.questions.find(key);
    if (placed !== undefined) await this.pictures.bring(placed, key);
    if ((await this.answers.stat(key)) !== undefined) return;
    if (placed === undefined) throw new Error(vscode.l10n.t("no roadmap at hand has it."));
    await this.answers.createDocument(key, newFileBytes(freshDocument(placed), this.uriOf(key)));
  }

  private follow(): void {
    const { document } = this.activeTab;
    const key = document && this.keyOf(document);
    if (sameKey(key, this.activeKey)) return;
    if ((key === undefined) !== (this.activeKey === undefined))
      void vscode.commands.executeCommand("setContext", "tutor.answerActive", key !== undefined);
    this.activeKey = key;
    this.changedActive.fire(key);
  }
}

/** False for output, diffs' old sides and other read-only views, which only look like an answer. */
function isWritten(document: vscode.TextDocument): boolean {
  if (document.uri.scheme === tutorScheme) return true;
  if (document.languageId !== "markdown" && !document.uri.path.endsWith(".md")) return false;
  return document.isUntitled || vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === true;
}

function tabOf(uri: vscode.Uri): vscode.Tab | undefined {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .find((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === wanted);
}
