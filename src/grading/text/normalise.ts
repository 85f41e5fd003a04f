// Folding of text for comparison, with a map back to the original's offsets.
// Pure; nothing here knows what the text is about.

/** A folded text and, for each of its UTF-16 units, the range of the original that it came from. */
export interface NormalisedText {
  readonly text: string;
  /** Original UTF-16 offset at which unit `i` of `text` starts. */
  readonly starts: readonly number[];
  /** Original UTF-16 offset after unit `i` of `text`. */
  readonly ends: readonly number[];
}

const ignorable = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]$/u;
const space = /^\s$/u;
const mark = /^\p{M}$/u;
const folds = new Map<string, string>(Array.from("‘’‛ʼ′`´").map((c) => [c, "'"]));
for (const c of "“”„‟″«»") folds.set(c, '"');
folds.set("⁄", "/");
for (const c of "‐‑‒–—―−") folds.set(c, "-");

/**
 * Folds a text for comparison: NFKC, lower case, straight quotes and hyphens, runs of white space to one space,
 * accents, soft hyphens, zero-width and control characters removed. Never throws; lone surrogates are dropped.
 */
export function normalise(original: string): NormalisedText {
  const size = original.length;
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  let spaced = false;
  for (let at = 0; at < size;) {
    const start = at;
    const code = original.charCodeAt(at);
    let folded: string;
    if (code < 128) {
      folded = ascii[code] ?? "";
      at++;
    } else {
      const c = String.fromCodePoint(original.codePointAt(at) ?? 0);
      folded = fold(c);
      at += c.length;
    }
    if (folded === "") continue;
    if (folded === " " && spaced) {
      ends[ends.length - 1] = at;
      continue;
    }
    spaced = folded.charCodeAt(folded.length - 1) === 32;
    parts.push(folded);
    for (let i = 0; i < folded.length; i++) {
      starts.push(start);
      ends.push(at);
    }
  }
  return { text: parts.join(""), starts, ends };
}

/** The original's range of a half-open range of the folded text; empty at 0 where the folded range is empty. */
export function toOriginal(
  folded: NormalisedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const first = folded.starts[start];
  const last = folded.ends[end - 1];
  return first === undefined || last === undefined || end <= start ? { start: 0, end: 0 } : { start: first, end: last };
}

/** What each ASCII character folds to. */
const ascii: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const c = String.fromCharCode(code);
  if (c === "`") return "'";
  if (code > 32 && code < 127) return c.toLowerCase();
  return space.test(c) ? " " : "";
});

/** Different characters remembered; a text has few, and a hostile one must not fill the memory. */
const mostFolded = 10_000;
const folded = new Map<string, string>();

function fold(c: string): string {
  const known = folded.get(c);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const made = foldAnew(c);
  folded.set(c, made);
  return made;
}

function foldAnew(c: string): string {
  const plain = folds.get(c);
  if (plain !== undefined) return plain;
  if (space.test(c)) return " ";
  if (ignorable.test(c)) return "";
  let out = "";
  for (const part of c.normalize("NFKD").toLowerCase()) {
    if (!mark.test(part) && !ignorable.test(part)) out += folds.get(part) ?? (space.test(part) ? " " : part);
  }
  return out.normalize("NFKC").trim() || (space.test(out) ? " " : "");
}
