// Pictures in a question's prompt: where they stand in the text, and which file of the roadmap's folder they mean. What
// lies beside the question can be shown; what lies elsewhere is never fetched unasked.
import { placesOutsideCode } from "../text/escapeWhere";
import { imageTag, readImageTag } from "../text/imageTag";
import { pictureEndings } from "./pictureNames";

/** A picture as it stands in Markdown; UTF-16 offsets. */
export interface PromptPicture {
  readonly start: number;
  readonly end: number;
  readonly alt: string;
  /** As it is written, without the `<>` around it. */
  readonly address: string;
}

/**
 * What an address means: a file by its path relative to the roadmap's folder; a web address or the like; a place that
 * no learner of this roadmap would have.
 */
export type PicturePlace =
  { readonly kind: "file"; readonly path: string } | { readonly kind: "elsewhere" } | { readonly kind: "outside" };

/** What is shown for pictures, by the path of their file: `data:` addresses. */
export interface LoadedPictures {
  /** The folder of the question's file. */
  readonly folder: string;
  readonly sources: ReadonlyMap<string, string>;
}

const longestAlt = 500;
const alt = `!\\[((?:[^\\]\\\\\\n]|\\\\.|\\n(?![ \\t]*\\n)){0,${String(longestAlt)}})\\]`;
const inlinePlace =
  /\([ \t]*\n?[ \t]*(?:<([^<>\n]*)>|([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\)/
    .source;
const picture = new RegExp(`${alt}(?:${inlinePlace}|\\[([^\\]\\n]{0,200})\\])?`, "y");
const pictureOrTag = new RegExp(`${picture.source}|${imageTag.source}`, "iy");
const definition = /^ {0,3}\[(?!\^)([^\]\n]{1,200})\]:[ \t]*<?([^\s<>]+)>?/gm;

/** Whether a text may hold pictures. */
export function mayHavePictures(markdown: string): boolean {
  return /!\[|<img/i.test(markdown);
}

/** The pictures of a Markdown text that have an address, in order; none inside code or a comment. Linear. */
export function findPictures(markdown: string): PromptPicture[] {
  if (!mayHavePictures(markdown)) return [];
  const defined = new Map([...markdown.matchAll(definition)].map(([, label = "", to = ""]) => [folded(label), to]));
  return placesShown(markdown, pictureOrTag).flatMap((found) => {
    const tag = readImageTag(found[0]);
    if (tag) return [{ start: found.index, end: found.index + found[0].length, ...tag }];
    const [whole, text = "", quoted, plain, label] = found;
    const inline = quoted ?? plain;
    const address = inline ?? defined.get(folded(label === undefined || label === "" ? text : label));
    if (address === undefined || address === "") return [];
    return [{ start: found.index, end: found.index + whole.length, alt: text, address }];
  });
}

/** A picture whose address holds blanks: Markdown shows all of it as text. */
const withBlanks = new RegExp(`${alt}\\(([^()<>"'\\n]{1,300}[ \\t][^()<>"'\\n]{0,300}\\.${pictureEndings})\\)`, "iy");

/** What was meant as a picture and is none, since there are blanks in its address. */
export function findBlankAddresses(markdown: string): PromptPicture[] {
  if (!markdown.includes("![")) return [];
  return placesShown(markdown, withBlanks).map(({ 0: whole, 1: text = "", 2: address = "", index }) => ({
    ...{ start: index, end: index + whole.length, alt: text },
    address: address.trim(),
  }));
}

/** The places of a pattern outside of code and comments. */
function placesShown(markdown: string, what: RegExp): RegExpExecArray[] {
  const found = [...placesOutsideCode(markdown, what)];
  if (found.length === 0 || !markdown.includes("<!--")) return found;
  const comments: { readonly start: number; readonly end: number }[] = [];
  for (const { index } of placesOutsideCode(markdown, /<!--/y)) {
    if (index < (comments.at(-1)?.end ?? 0)) continue;
    const end = markdown.indexOf("-->", index);
    if (end < 0) break;
    comments.push({ start: index, end });
  }
  return found.filter(({ index }) => {
    while ((comments[0]?.end ?? Infinity) < index) comments.shift();
    return index < (comments[0]?.start ?? Infinity);
  });
}

/** What the address of a picture means in a question's file; `folder` is that of the file. Pure arithmetic on names. */
export function pictureAt(folder: string, address: string): PicturePlace {
  // A file of the author's own disk.
  if (/^file:/i.test(address)) return { kind: "outside" };
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(address)) return { kind: "elsewhere" };
  // What references spell is no file's name as anyone sees it.
  if (/&#?\w+;/.test(address)) return { kind: "outside" };
  const path = decoded(address.replace(/[?#].*$/s, ""));
  if (path === undefined || path === "" || /^[a-z]:|^[/\\]|[\p{Cc}\\:]/iu.test(path)) return { kind: "outside" };
  const names = folder === "" ? [] : folder.split("/");
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined) return { kind: "outside" };
  }
  return names.length === 0 ? { kind: "outside" } : { kind: "file", path: names.join("/") };
}

/** The Markdown with other addresses for the pictures that `map` knows; it is asked with the path of the file. */
export function withPictures(markdown: string, folder: string, map: (path: string) => string | undefined): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end, alt: text, address } of findPictures(markdown)) {
    const place = pictureAt(folder, address);
    const to = place.kind === "file" ? map(place.path) : undefined;
    if (to === undefined || start < copied) continue;
    parts.push(markdown.slice(copied, start), `![${text}](${to})`);
    copied = end;
  }
  return [...parts, markdown.slice(copied)].join("");
}

/** The source to show for a picture with this address; undefined where its alternative text is all there is. */
export function sourceOf(pictures: LoadedPictures | undefined, address: string): string | undefined {
  const place = pictures && pictureAt(pictures.folder, address);
  return place?.kind === "file" ? pictures?.sources.get(place.path) : undefined;
}

/** A path as an address of Markdown that no bracket or blank ends. */
export function asAddress(path: string): string {
  const escaped = (name: string): string =>
    encodeURIComponent(name).replace(/[()'!*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return path.split("/").map(escaped).join("/");
}

function folded(label: string): string {
  return label.trim().toLowerCase().replace(/\s+/g, " ");
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
