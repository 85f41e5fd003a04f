// Pictures that a page holds itself, as `data:` addresses, so that nothing is fetched when it is looked at.
import * as vscode from "vscode";
import { pictureKind } from "../../core/roadmap/pictureNames";
import { findPictures, pictureAt, type LoadedPictures } from "../../core/roadmap/pictures";

/** Larger pictures, and more of them for one text, are not put into a page; in bytes. */
const largest = 1_000_000;
const mostBytes = 4_000_000;

/** A picture's bytes; undefined where it is missing or has more than `most`. */
export type ReadPicture = (path: string, most: number) => Promise<Uint8Array | undefined>;

/** Paths of the files that the pictures of a Markdown text mean, each once; `folder` is that of the text's file. */
export function picturePaths(folder: string, markdown: string): string[] {
  const places = findPictures(markdown).map(({ address }) => pictureAt(folder, address));
  return [...new Set(places.flatMap((place) => (place.kind === "file" ? [place.path] : [])))];
}

/** What a page shows for the pictures of a text. */
export async function loadPictures(folder: string, markdown: string, read: ReadPicture): Promise<LoadedPictures> {
  const sources = new Map<string, string>();
  let left = mostBytes;
  for (const path of picturePaths(folder, markdown)) {
    const kind = pictureKind(path);
    const bytes = kind === undefined ? undefined : await read(path, Math.min(largest, left));
    if (kind === undefined || bytes === undefined) continue;
    left -= bytes.length;
    sources.set(path, `data:${kind};base64,${base64(bytes)}`);
  }
  return { folder, sources };
}

/** The bytes of a file, in a folder of the workspace as in the tutor's own. */
export async function readSmall(uri: vscode.Uri, most: number): Promise<Uint8Array | undefined> {
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
