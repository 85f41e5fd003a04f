// Fences and comments that have no end, or that took in what was not meant: told, with the place where they most likely
// end, and read on without them.
import { t } from "@vscode/l10n";
import { scanMarkdown, type Enclosure, type MarkdownLines } from "./markdownLines";
import { bodyKey, meantKey, sectionNamed } from "./sectionNames";
import type { Report, SourceText, Span } from "./source";

/** Sections in a fence or comment that swallowed them are found by reading on, so often at most. */
const mostRescans = 20;

/** Scans until no fence or comment without an end is left, and none that holds a section which the body lacks. */
export function unswallowed(source: SourceText, body: Span, report: Report): MarkdownLines {
  const broken = new Set<number>();
  let lines = scanMarkdown(source, body);
  for (let i = 0; i < mostRescans; i++) {
    const swallower = firstSwallower(source, lines);
    if (!swallower) return lines;
    broken.add(swallower.start);
    const almostEnd = tellWithoutEnd(swallower, source, report);
    if (almostEnd !== undefined) broken.add(almostEnd);
    lines = scanMarkdown(source, body, broken);
  }
  return lines;
}

/** Tells of a fence or comment without an end, and where it may end. Returns the start of a line that was meant so. */
function tellWithoutEnd(enclosure: Enclosure, source: SourceText, report: Report): number | undefined {
  const at = source.lineSpan(source.lineAt(enclosure.start));
  if (enclosure.signs === "<!--") {
    const { last } = likelyEnd(enclosure, source);
    const end = { start: source.lineEnd(last), end: source.lineEnd(last) };
    const mend = { ...end, newText: "\n-->", title: t('Close it with "{0}"', "-->") };
    report(at, "comment-without-end", t("This comment has no end: close it with -->."), mend);
    return undefined;
  }
  const { signs } = enclosure;
  const { last, almost, behind = "" } = likelyEnd(enclosure, source);
  const place = source.lineEnd(last);
  const message = t("This code fence has no end: close it with the same signs on a line of their own.");
  const newText = behind === "" ? signs : `${signs}\n${behind}`;
  const mend = almost ? { ...almost, newText } : { start: place, end: place, newText: `\n${signs}` };
  report(at, "fence-without-end", message, { ...mend, title: t('Close it with "{0}"', signs) });
  return almost?.start;
}

/** Where an enclosure without an end was most likely meant to end. */
interface LikelyEnd {
  /** Its last line before the next section or fence. */
  readonly last: number;
  /** The line behind that which was meant as its end. */
  readonly almost?: Span;
  /** Words on that line, which make it none. */
  readonly behind?: string;
}

const fenceLine = /^[ \t]*(`{3,}|~{3,})[ \t]*(.*)$/;

function likelyEnd({ start, end, signs }: Enclosure, source: SourceText): LikelyEnd {
  let last = source.lineAt(start);
  const limit = source.lineAt(end - 1);
  for (let line = last + 1; line <= limit; line++) {
    const text = source.line(line);
    if (isSection(text)) break;
    const [, run = "", words = ""] = fenceLine.exec(text) ?? [];
    if (run === "") {
      if (text.trim() !== "") last = line;
      continue;
    }
    if (signs === "<!--") break;
    const own = closingLine(line, run, limit, source);
    if (own !== undefined) {
      // A fence of its own; one that ours can hold stands in it.
      if (run.startsWith(signs)) break;
      last = line = own;
      continue;
    }
    // Signs alone were meant as the end, words a blank behind them too; with a language they begin another fence.
    if (words === "" || (run.startsWith(signs) && /^[ \t]/.test(text.slice(text.indexOf(run) + run.length))))
      return { last, almost: { start: source.lineStart(line), end: source.lineEnd(line) }, behind: words.trim() };
    break;
  }
  return { last };
}

function isSection(text: string): boolean {
  return /^#{1,3} /.test(text) && sectionNamed(text.replace(/^#+ /, "")) !== undefined;
}

/** The line that closes the fence of a line before the next section or fence with words; undefined for none. */
function closingLine(opening: number, run: string, limit: number, source: SourceText): number | undefined {
  for (let line = opening + 1; line <= limit; line++) {
    const text = source.line(line);
    if (isSection(text)) return undefined;
    const [, signs = "", words = ""] = fenceLine.exec(text) ?? [];
    if (!signs.startsWith(run.charAt(0))) continue;
    if (words !== "") return undefined;
    if (signs.startsWith(run)) return line;
  }
  return undefined;
}

/**
 * The first enclosure without an end. One that the end of a later one closed is known by that other's beginning, or,
 * where the last has no end, by the sections that it took in and the body lacks.
 */
function firstSwallower(source: SourceText, lines: MarkdownLines): Enclosure | undefined {
  const enclosures = [...lines.fences, ...lines.comments].toSorted((a, b) => a.start - b.start);
  const open = enclosures.find((enclosure) => !enclosure.closed);
  const taken = enclosures.map((enclosure) => sectionsInside(source, enclosure));
  const outside = new Set(lines.headings.flatMap(({ title }) => bodyKey(title) ?? meantKey(title) ?? []));
  const isSwallower = (i: number): boolean => {
    const { sections = [], opensAnother = false } = taken[i] ?? {};
    return opensAnother || (open !== undefined && sections.some((section) => !outside.has(section)));
  };
  return enclosures.find((_, i) => isSwallower(i)) ?? open;
}

/** The sections whose headings stand inside an enclosure, and whether a fence opens in it. */
function sectionsInside(
  source: SourceText,
  { start, end, signs }: Enclosure,
): { sections: readonly string[]; opensAnother: boolean } {
  const sections: string[] = [];
  let opensAnother = false;
  for (let line = source.lineAt(start) + 1; line <= source.lineAt(end - 1); line++) {
    const text = source.line(line);
    opensAnother ||= signs === "<!--" ? text.includes(signs) : opensFence(text, signs);
    const title = /^## +(.{1,100})$/.exec(text)?.[1];
    const key = title === undefined ? undefined : bodyKey(title);
    if (key !== undefined) sections.push(key);
  }
  return { sections, opensAnother };
}

/** Whether a fence with a language opens here that a fence of these signs cannot hold. */
function opensFence(text: string, signs: string): boolean {
  const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*\w[^`]*$/.exec(text)?.[1];
  return opening?.startsWith(signs) ?? false;
}
