// Someone else's Markdown as it may stand in a page that a preview renders: raw HTML and pictures are shown as text, so
// that reading a report never loads anything. Code stays as it was written.
import { Marked, type Token } from "marked";
import { escapeWhere } from "../text/escapeWhere";
import { withPictures, type LoadedPictures } from "../roadmap/pictures";

/** A picture, or a raw tag; `<https://…>` is a link. */
const loads = /!(?=\[)|<(?=[a-z](?![a-z0-9+.-]{1,31}:))/iy;

/** Longer texts with pictures or tags are shown as code, for looking through them twice would take too long. */
const longest = 100_000;

/** The same Markdown, in which nothing is loaded when it is rendered. Without pictures and raw tags it is unchanged. */
export function quietMarkdown(markdown: string): string {
  if (!/!\[|<[a-z]/i.test(markdown)) return markdown;
  if (markdown.length > longest) return fenced(markdown);
  const quiet = escapeWhere(markdown, loads);
  return isQuiet(quiet) ? quiet : fenced(markdown);
}

/** The same, in which the pictures show that are at hand: they stand in the page themselves. */
export function quietWithPictures(markdown: string, pictures: LoadedPictures | undefined): string {
  if (pictures === undefined || pictures.sources.size === 0 || markdown.length > longest)
    return quietMarkdown(markdown);
  const shown: string[] = [];
  const sign = unusedSign(markdown);
  // A sign holds the place of each until all the rest is quiet.
  const held = withPictures(markdown, pictures.folder, (path) => {
    const source = pictures.sources.get(path);
    return source === undefined ? undefined : `${sign}${String(shown.push(source) - 1)}${sign}`;
  });
  const quiet = escapeWhere(held, loads);
  if (!isQuiet(quiet)) return fenced(markdown);
  const place = new RegExp(`\\\\!(\\[(?:[^\\]\\\\\\n]|\\\\.)*\\]\\()${sign}(\\d+)${sign}`, "g");
  return quiet.replace(place, (_, words: string, index: string) => `!${words}${shown[Number(index)] ?? ""}`);
}

/** A character for private use that the text does not have. */
function unusedSign(text: string): string {
  let code = 0xe000;
  while (text.includes(String.fromCharCode(code))) code += 1;
  return String.fromCharCode(code);
}

/** What a renderer makes of it, in case it sees no code where we did. */
function isQuiet(markdown: string): boolean {
  const marked = new Marked();
  let quiet = true;
  try {
    void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
      if (token.type === "image" || (token.type === "html" && /<[a-z]/i.test(token.raw))) quiet = false;
    });
  } catch {
    // Nesting thousands deep overflows the parser's stack.
    return false;
  }
  return quiet;
}

/** The text as one block of code, with a fence longer than any in it. */
function fenced(markdown: string): string {
  const run = [...markdown.matchAll(/~+/g)].reduce((most, [tildes]) => Math.max(most, tildes.length), 2);
  const line = "~".repeat(run + 1);
  return `${line}\n${markdown}\n${line}`;
}
