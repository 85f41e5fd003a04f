// The pictures that a question or a topic's notes show, read from their roadmap's folder. A built-in roadmap has none.
import * as vscode from "vscode";
import { isPicturePath } from "../../core/roadmap/pictureNames";
import type { LoadedPictures } from "../../core/roadmap/pictures";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import { loadPictures, picturePaths, readSmall } from "../documents/pictureSources";
import type { RoadmapLibrary } from "./roadmapLibrary";

/** A file that a prompt shows. */
export interface QuestionPicture {
  /** Relative to the roadmap's folder. */
  readonly path: string;
  readonly uri: vscode.Uri;
}

export class QuestionPictures {
  constructor(private readonly library: Pick<RoadmapLibrary, "all">) {}

  /** The file of a picture, whether it is there or not; undefined where no roadmap of the workspace has that id. */
  async uriOf(roadmap: string, path: string): Promise<vscode.Uri | undefined> {
    if (!isPicturePath(path)) return undefined;
    const folder = (await this.library.all()).find((shelved) => shelved.roadmap.id === roadmap)?.folder;
    return folder && vscode.Uri.joinPath(folder, path);
  }

  /** The pictures of a prompt that are files. */
  async of({ roadmap, topic, question }: PlacedQuestion): Promise<QuestionPicture[]> {
    const paths = picturePaths(topic.id, question.prompt);
    const found = await Promise.all(paths.map(async (path) => ({ path, uri: await this.uriOf(roadmap.id, path) })));
    return found.flatMap(({ path, uri }) => (uri === undefined ? [] : [{ path, uri }]));
  }

  /** What a page shows for the pictures of a prompt, or of what else of the question's file it is given. */
  load({ roadmap, topic, question }: PlacedQuestion, markdown = question.prompt): Promise<LoadedPictures> {
    return this.loadFrom(roadmap.id, topic.id, markdown);
  }

  /** What a page shows for the pictures of a topic's notes, which stand in roadmap.yaml. */
  loadOfNotes(roadmap: string, notes: string): Promise<LoadedPictures> {
    return this.loadFrom(roadmap, "", notes);
  }

  private loadFrom(roadmap: string, folder: string, markdown: string): Promise<LoadedPictures> {
    return loadPictures(folder, markdown, async (path, most) => {
      const uri = await this.uriOf(roadmap, path);
      return uri && readSmall(uri, most);
    });
  }
}
