// The pictures that a question's prompt shows, read from its roadmap's folder. A built-in roadmap has none.
import * as vscode from "vscode";
import { isPicturePath, pictureKind } from "../../core/pictureNames";
import { findPictures, pictureAt, type LoadedPictures } from "../../core/pictures";
import type { PlacedQuestion } from "../../core/roadmap";
import type { RoadmapLibrary } from "./roadmapLibrary";

/** Larger pictures, and more of them for one prompt, are not put into a page; in bytes. */
const largest = 1_000_000;
const mostBytes = 4_000_000;

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
    const paths = new Set(
      findPictures(question.prompt).flatMap(({ address }) => {
        const place = pictureAt(topic.id, address);
        return place.kind === "file" ? [place.path] : [];
      }),
    );
    const found = await Promise.all(
      [...paths].map(async (path) => ({ path, uri: await this.uriOf(roadmap.id, path) })),
    );
    return found.flatMap(({ path, uri }) => (uri === undefined ? [] : [{ path, uri }]));
  }

  /** What a page shows for the pictures of a prompt: it holds them itself, so that nothing is fetched. */
  async load(placed: PlacedQuestion): Promise<LoadedPictures> {
    const sources = new Map<string, string>();
    let left = mostBytes;
    for (const { path, uri } of await this.of(placed)) {
      const kind = pictureKind(path);
      const bytes = kind === undefined ? undefined : await readSmall(uri, Math.min(largest, left));
      if (kind === undefined || bytes === undefined) continue;
      left -= bytes.length;
      sources.set(path, `data:${kind};base64,${base64(bytes)}`);
    }
    return { folder: placed.topic.id, sources };
  }
}

/** A file's bytes; undefined where it is missing or has more than `most`. */
async function readSmall(uri: vscode.Uri, most: number): Promise<Uint8Array | undefined> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > most) return undefined;
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

/** In pieces, since a call takes no more arguments than a stack holds. */
function base64(bytes: Uint8Array): string {
  const piece = 0x8000;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += piece) parts.push(String.fromCharCode(...bytes.subarray(at, at + piece)));
  return btoa(parts.join(""));
}
