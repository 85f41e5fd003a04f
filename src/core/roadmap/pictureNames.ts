// Which files beside an answer are pictures (or sounds and films, which a preview shows as well), by name and path.
// Small, since the extension needs it for every path that it is asked about.

/** What Markdown's preview shows, by ending. */
const kinds: Readonly<Record<string, string>> = {
  avif: "image/avif",
  bmp: "image/bmp",
  gif: "image/gif",
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};
/** For a pattern: the endings of pictures. */
export const pictureEndings = `(?:${Object.keys(kinds).join("|")})`;
const others = /\.(?:aac|mp3|mp4|oga|ogg|ogv|wav|webm)$/i;
/** Folders below that of the answers. */
const deepest = 4;

/** Where the pictures of a prompt lie in an answer's folder; below it their paths in the roadmap's folder. */
export const promptPictures = "question-pictures";

/** The MIME type of a picture; undefined for any other file. */
export function pictureKind(name: string): string | undefined {
  return kinds[name.slice(name.lastIndexOf(".") + 1).toLowerCase()];
}

/** True for the name of a file that may be kept beside an answer and shown in it. */
export function isPictureName(name: string): boolean {
  return /^[^.]/.test(name) && (pictureKind(name) !== undefined || others.test(name));
}

/**
 * True for a path of folders and a picture below an answer's folder: plain names on every system, hidden ones and
 * climbing out excluded.
 */
export function isPicturePath(path: string): boolean {
  const names = path.split("/");
  const name = names.at(-1) ?? "";
  return names.length <= deepest + 1 && isPictureName(name) && names.every(isPlainName);
}

/** True for one folder's or file's name. */
export function isPlainName(name: string): boolean {
  return /^(?![.\s])[^\p{Cc}\\/:*?"<>|]{1,200}(?<![.\s])$/u.test(name);
}
