// Cuts a question's body into its second-level sections. Headings inside code fences, quotes or comments do not count;
// every text is a verbatim slice of the source.
import { Lexer } from "marked";
import { countLines } from "./source";

/** A heading and what stands under it, up to the next heading of its level. */
export interface Section {
  /** The heading's text; empty for what stands before the first heading. */
  readonly title: string;
  /** 1-based line of the heading in the file. */
  readonly line: number;
  /** Verbatim, without blank lines around it. */
  readonly text: string;
  /** 1-based line of the file on which `text` starts. */
  readonly textLine: number;
}

/** Sections of a Markdown text under headings of one level. `before` is the number of lines of the file before `text`. The first section has no title and holds what precedes the first heading. */
export function splitSections(text: string, level: number, before: number): Section[] {
  const starts = [{ title: "", offset: 0, contentOffset: 0 }];
  let offset = 0;
  // Blocks only: what stands inside a paragraph is of no interest here and takes most of the time.
  for (const token of new Lexer().blockTokens(text, [])) {
    // marked's raw texts add up to the source; looking each up costs nothing and survives a version in which they do not.
    const at = text.indexOf(token.raw, offset);
    if (at === -1) continue;
    offset = at + token.raw.length;
    if (token.type === "heading" && token["depth"] === level)
      starts.push({ title: String(token["text"]).trim(), offset: at, contentOffset: offset });
  }
  return starts.map(({ title, offset: start, contentOffset }, i) => {
    const raw = text.slice(contentOffset, starts[i + 1]?.offset ?? text.length);
    const leading = /^(?:[ \t]*\n)*/.exec(raw)?.[0] ?? "";
    return {
      title,
      line: before + countLines(text.slice(0, start)) + 1,
      text: raw.slice(leading.length).trimEnd(),
      textLine: before + countLines(text.slice(0, contentOffset)) + countLines(leading) + 1,
    };
  });
}
