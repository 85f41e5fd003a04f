// The `tutor:` file system: `tutor:/<roadmap>/<question>.md` over the answer files. A question never saved reads as
// its fresh document and is written to disk by its first save only, so that looking at a question leaves no draft.
// Beside them lie pictures, as VS Code's own pasting and dropping put them there.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { pathSegment, sameKey } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import type { AnswerStore } from "../storage/answerStore";
import { bytesForEditor, storedBytes } from "../storage/editorText";
import type { FileFacts } from "../storage/files";
import { keyOfAnswerFile } from "../storage/paths";
import { toFileSystemError } from "../storage/vscodeFiles";
import type { AnswerPictures } from "./answerPictures";
import { freshDocument } from "./documentWords";

/** Finds questions; RoadmapLibrary is one. */
export interface QuestionSource {
  find(key: QuestionKey): Promise<PlacedQuestion | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

/** The scheme of answer documents. */
export const tutorScheme = "tutor";

/** `tutor:/<roadmap>/<question>.md`. Throws a RangeError for a key that is not made of ids. */
export function tutorUri(key: QuestionKey): vscode.Uri {
  return vscode.Uri.from({ scheme: tutorScheme, path: `/${pathSegment(key.roadmap)}/${pathSegment(key.question)}.md` });
}

/** The question that a `tutor:` URI names; undefined for any other URI. */
export function keyOfTutorUri(uri: vscode.Uri): QuestionKey | undefined {
  return uri.scheme === tutorScheme ? keyOfAnswerFile(uri.path) : undefined;
}

/** A fresh document's time: it has none, but it must not change between two looks. */
const freshTime = 1;

export class TutorFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly watched = new Map<string, number>();
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly answers: AnswerStore,
    private readonly questions: QuestionSource,
    private readonly pictures: AnswerPictures,
  ) {
    this.subscriptions = vscode.Disposable.from(
      answers.onDidChange((key) => {
        this.tell(key);
      }),
      // A fresh document follows its roadmap.
      questions.onDidChange(() => {
        this.tell(undefined);
      }),
    );
  }

  /** Must run during activation, before anything awaits: a restored editor is waiting for it. */
  register(): vscode.Disposable {
    return vscode.workspace.registerFileSystemProvider(tutorScheme, this, { isCaseSensitive: true });
  }

  watch(uri: vscode.Uri): vscode.Disposable {
    const id = uri.toString();
    this.watched.set(id, (this.watched.get(id) ?? 0) + 1);
    return new vscode.Disposable(() => {
      const left = (this.watched.get(id) ?? 1) - 1;
      if (left > 0) this.watched.set(id, left);
      else this.watched.delete(id);
    });
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const key = keyOfTutorUri(uri);
    if (key === undefined) return this.statOther(uri);
    const facts = await this.tryTo(uri, () => this.answers.stat(key));
    return { type: vscode.FileType.File, ...(facts ?? (await this.freshFacts(uri, key))) };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const picture = this.pictureOf(uri);
    if (picture !== undefined) {
      const bytes = await this.tryTo(uri, () => this.pictures.read(picture));
      if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
      return bytes;
    }
    const key = this.keyOf(uri);
    const bytes = (await this.tryTo(uri, () => this.answers.readDocument(key))) ?? (await this.fresh(uri, key));
    return bytesForEditor(bytes, uri);
  }

  async writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    options: { readonly create: boolean; readonly overwrite: boolean },
  ): Promise<void> {
    const picture = this.pictureOf(uri);
    if (picture !== undefined) {
      const kept = await this.tryTo(uri, () => this.pictures.write(picture, content, options.overwrite));
      if (!kept) throw vscode.FileSystemError.FileExists(uri);
      return;
    }
    const key = this.keyOf(uri);
    const bytes = await storedBytes(content, uri);
    if (options.create && !options.overwrite) {
      if (!(await this.tryTo(uri, () => this.answers.createDocument(key, bytes))))
        throw vscode.FileSystemError.FileExists(uri);
      return;
    }
    await this.tryTo(uri, () => this.answers.writeDocument(key, bytes));
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    if (!isFolder(uri)) throw vscode.FileSystemError.FileNotFound(uri);
    const keys = await this.tryTo(uri, () => this.answers.keys());
    const roadmap = uri.path.split("/")[1] ?? "";
    if (roadmap === "")
      return [...new Set(keys.map((key) => pathSegment(key.roadmap)))].map((name) => [name, vscode.FileType.Directory]);
    return keys
      .filter((key) => pathSegment(key.roadmap) === roadmap)
      .map((key) => [`${pathSegment(key.question)}.md`, vscode.FileType.File]);
  }

  /** Folders follow from the questions; there is nothing to create. */
  createDirectory(uri: vscode.Uri): void {
    if (!isFolder(uri) && !this.pictures.isPicture(`${path(uri)}/a.png`)) throw refused();
  }

  /** Pictures alone: undoing a paste takes its picture away. */
  async delete(uri: vscode.Uri): Promise<void> {
    const picture = this.pictureOf(uri);
    if (picture === undefined) throw refused();
    await this.tryTo(uri, () => this.pictures.remove(picture));
  }

  rename(): void {
    throw refused();
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }

  private pictureOf(uri: vscode.Uri): string | undefined {
    return this.pictures.isPicture(path(uri)) ? path(uri) : undefined;
  }

  /** Of folders and pictures. */
  private async statOther(uri: vscode.Uri): Promise<vscode.FileStat> {
    const picture = this.pictureOf(uri);
    const facts = picture === undefined ? undefined : await this.tryTo(uri, () => this.pictures.stat(picture));
    if (facts !== undefined) return { type: vscode.FileType.File, ...facts };
    if (!isFolder(uri) && !(await this.tryTo(uri, () => this.pictures.isFolder(path(uri)))))
      throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  private keyOf(uri: vscode.Uri): QuestionKey {
    const key = keyOfTutorUri(uri);
    if (key !== undefined) return key;
    throw isFolder(uri) ? vscode.FileSystemError.FileIsADirectory(uri) : vscode.FileSystemError.FileNotFound(uri);
  }

  private async fresh(uri: vscode.Uri, key: QuestionKey): Promise<Uint8Array> {
    const placed = await this.questions.find(key);
    if (placed === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(freshDocument(placed));
  }

  private async freshFacts(uri: vscode.Uri, key: QuestionKey): Promise<FileFacts> {
    return { ctime: freshTime, mtime: freshTime, size: (await this.fresh(uri, key)).byteLength };
  }

  /**
   * Tells VS Code to look again at a question's document, or at every open one. It compares time and size before it
   * reads.
   */
  private tell(key: QuestionKey | undefined): void {
    const uris = [...this.watched.keys()]
      .map((id) => vscode.Uri.parse(id))
      .filter((uri) => keyOfTutorUri(uri) !== undefined);
    const about = key === undefined ? uris : uris.filter((uri) => sameKey(keyOfTutorUri(uri), key));
    if (about.length > 0) this.changed.fire(about.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
  }

  private async tryTo<T>(uri: vscode.Uri, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toFileSystemError(error, uri);
    }
  }
}

/** The path without the slash that it begins with. */
function path(uri: vscode.Uri): string {
  return uri.path.replace(/^\//, "");
}

/** `tutor:/` or `tutor:/<roadmap>`. */
function isFolder(uri: vscode.Uri): boolean {
  return /^\/?(?:_?[a-z0-9-]+\/?)?$/.test(uri.path);
}

function refused(): vscode.FileSystemError {
  return vscode.FileSystemError.NoPermissions(
    vscode.l10n.t("Answers are kept under their question's name. For files of your own, move them to another folder."),
  );
}
