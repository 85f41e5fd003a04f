// Pictures beside answers: those that the learner pasted or dropped, kept in the same folder as the answers, and those
// of the question, which come from its roadmap. One path for both homes: a link that holds in VS Code's own storage
// holds in a study folder too. Paths are `<roadmap>/<folders>/<picture>`.
import * as vscode from "vscode";
import { isPicturePath, isPlainName, promptPictures } from "../../core/roadmap/pictureNames";
import type { LoadedPictures } from "../../core/roadmap/pictures";
import { idOfSegment, type QuestionKey } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import type { QuestionPictures } from "../roadmaps/questionPictures";
import type { FileFacts } from "../storage/files";
import { answerPath } from "../storage/paths";
import { loadPictures } from "./pictureSources";
import type { SafeFolder } from "../storage/safeFolder";
import type { StorageLocation } from "../storage/storageLocation";

export class AnswerPictures {
  constructor(
    private readonly location: Pick<StorageLocation, "folder">,
    private readonly questions: QuestionPictures,
  ) {}

  /** True where a path may be that of a picture beside an answer. */
  isPicture(path: string): boolean {
    const [roadmap = "", ...rest] = path.split("/");
    return idOfSegment(roadmap) !== undefined && isPicturePath(rest.join("/"));
  }

  /** True where a folder beside answers holds something, or is the one of the questions' pictures. */
  async isFolder(path: string): Promise<boolean> {
    const [roadmap = "", ...rest] = path.split("/");
    if (idOfSegment(roadmap) === undefined || rest.length === 0 || !rest.every(isPlainName)) return false;
    return rest[0] === promptPictures || (await this.folder.list(kept(path))).length > 0;
  }

  async stat(path: string): Promise<FileFacts | undefined> {
    const question = await this.ofQuestion(path);
    const facts = question && (await quietly(vscode.workspace.fs.stat(question)));
    if (facts !== undefined) return { ctime: facts.ctime, mtime: facts.mtime, size: facts.size };
    return this.folder.stat(kept(path));
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const question = await this.ofQuestion(path);
    const bytes = question && (await quietly(vscode.workspace.fs.readFile(question)));
    return bytes ?? this.folder.read(kept(path));
  }

  /** What a page shows for the pictures of an answer. */
  load(key: QuestionKey, answer: string): Promise<LoadedPictures> {
    const folder = answerPath(key).split("/").slice(1, -1).join("/");
    return loadPictures("", answer, async (path, most) => {
      const whole = `${folder}/${path}`;
      if (!this.isPicture(whole)) return undefined;
      const facts = await quietly(this.stat(whole));
      return facts === undefined || facts.size > most ? undefined : quietly(this.read(whole));
    });
  }

  /** Keeps a picture; false, and nothing written, where one of that name is there and must not be replaced. */
  async write(path: string, bytes: Uint8Array, overwrite: boolean): Promise<boolean> {
    if (!overwrite) return this.folder.create(kept(path), bytes);
    await this.folder.write(kept(path), bytes);
    return true;
  }

  /** Takes a picture away, as undoing its paste does. */
  remove(path: string): Promise<void> {
    return this.folder.remove(kept(path));
  }

  /**
   * Puts the pictures of a question beside its answer in a study folder, where other programs show them too. One that
   * cannot be read or written is left out: the answer opens all the same.
   */
  async bring(placed: PlacedQuestion, key: QuestionKey): Promise<void> {
    const beside = answerPath(key).slice(0, answerPath(key).lastIndexOf("/"));
    for (const { path, uri } of await this.questions.of(placed)) {
      const bytes = await quietly(vscode.workspace.fs.readFile(uri));
      const to = `${beside}/${promptPictures}/${path}`;
      if (bytes === undefined || (await quietly(this.folder.stat(to)))?.size === bytes.length) continue;
      await quietly(this.folder.write(to, bytes));
    }
  }

  private get folder(): SafeFolder {
    return this.location.folder;
  }

  /** The file of a question's picture; undefined for one of the learner's. */
  private async ofQuestion(path: string): Promise<vscode.Uri | undefined> {
    const [roadmap = "", first, ...rest] = path.split("/");
    const id = idOfSegment(roadmap);
    return id === undefined || first !== promptPictures ? undefined : this.questions.uriOf(id, rest.join("/"));
  }
}

function kept(path: string): string {
  return `answers/${path}`;
}

/** What it comes to; undefined where it fails. */
async function quietly<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
