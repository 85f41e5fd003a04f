// A roadmap's file as text with lines: line endings made one, the front matter told from the body.
// Nothing here knows what a question or a roadmap is.
import { t } from "@vscode/l10n";

/** Takes down one problem of the file at hand; `line` is 1-based in that file. */
export type Report = (line: number, message: string) => void;

/** Longest file that is read, in UTF-16 units: a list of ten thousand questions fits, and it is parsed in well under a second. */
export const longestFile = 1024 * 1024;

/** Text without a byte-order mark and with `\n` line endings, so that a Windows checkout reads (and hashes) the same. Line numbers stay as they are in the file. */
export function normaliseSource(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** A Markdown file cut in two. Both texts are verbatim slices of the normalised file. */
export interface SplitFile {
  readonly yaml: string;
  /** Lines of the file before `yaml` starts. */
  readonly yamlLine: number;
  readonly body: string;
  /** Lines of the file before `body` starts. */
  readonly bodyLine: number;
}

/** Cuts a normalised file into front matter and body; reports and returns undefined where there is no front matter. */
export function splitFrontMatter(text: string, report: Report): SplitFile | undefined {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening) {
    report(
      1,
      t("The file must start with its front matter: write --- on the first line, the YAML under it, and --- again."),
    );
    return undefined;
  }
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (!closing) {
    report(1, t("The front matter that starts here has no end: write --- on a line of its own after the YAML."));
    return undefined;
  }
  const yaml = rest.slice(0, closing.index);
  return { yaml, yamlLine: 1, body: rest.slice(closing.index + closing[0].length), bodyLine: 2 + countLines(yaml) };
}

/** How many line breaks a text has. */
export function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
