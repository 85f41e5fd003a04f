// Cuts a question's body into its sections, as they were meant: headings of another level, with a sign too many or in a
// code fence that has no end are told and taken. Every text is a verbatim slice of the source.
import { t } from "@vscode/l10n";
import { verdictKinds } from "../roadmap/question";
import { unswallowed } from "./enclosures";
import { findInvisible, invisibleMend, invisibleMessage, visible } from "./invisible";
import type { Heading, LinkDefinition } from "./markdownLines";
import { bodyKey, headingOf, isInGolden, sectionMeant, sectionNamed, type SectionName } from "./sectionNames";
import type { Report, SourceText, Span } from "./source";

/** A heading and what stands under it, up to the next section. */
export interface Section {
  /** Absent for a heading that names no section. */
  readonly name?: SectionName;
  /** The heading's text. */
  readonly title: string;
  readonly heading: Span;
  /** Verbatim, without blank lines around it. */
  readonly text: string;
  /** Where `text` stands. */
  readonly at: Span;
}

/** A question's body. */
export interface Body {
  /** What stands before the first section, but for a title of the first level. */
  readonly preamble: Span | undefined;
  readonly sections: readonly Section[];
  readonly definitions: readonly LinkDefinition[];
}

/** Cuts the body; reports what is wrong with its headings, fences and comments. */
export function readSections(source: SourceText, body: Span, report: Report): Body {
  const lines = unswallowed(source, body, report);
  const starts = sectionHeadings(lines.headings, source, report);
  const sections = starts.map((start, i): Section => {
    const at = trimmed(source.text, { start: start.heading.end, end: starts[i + 1]?.heading.start ?? body.end });
    return { ...start, at, text: source.text.slice(at.start, at.end) };
  });
  const first = trimmed(source.text, { start: body.start, end: starts[0]?.heading.start ?? body.end });
  const title = lines.headings.find((heading) => heading.level === 1 && heading.start === first.start);
  const preamble = title ? trimmed(source.text, { start: title.end, end: first.end }) : first;
  return {
    preamble: preamble.start < preamble.end ? preamble : undefined,
    sections: withDefinitions(sections, lines.definitions, source.text),
    definitions: lines.definitions,
  };
}

/** Without the blank lines before it and the blanks after it. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  for (let next = from; next <= end; next = text.indexOf("\n", from) + 1) {
    from = next;
    const lineEnd = text.indexOf("\n", from);
    if (lineEnd === -1 || lineEnd >= end || text.slice(from, lineEnd).trim() !== "") break;
  }
  const to = from + text.slice(from, end).trimEnd().length;
  return { start: Math.min(from, to), end: to };
}

const verdictLine = new RegExp(`^[-*+]\\s+[\\w-]+\\s*:\\s*(?:${verdictKinds.join("|")})\\b`);

type SectionStart = Pick<Section, "name" | "title" | "heading">;

/** The headings that begin a section. */
function sectionHeadings(headings: readonly Heading[], source: SourceText, report: Report): SectionStart[] {
  const proper = new Set(headings.filter(isProper).flatMap(({ title }) => bodyKey(title) ?? []));
  const starts: SectionStart[] = [];
  let inGolden = false;
  for (const heading of headings) {
    const start = sectionStart(heading, proper, inGolden, source, report);
    if (!start) {
      if (starts.length > 0 && heading.level === 1 && !heading.blankMissing) tellLevel(heading, source, report);
      continue;
    }
    starts.push(start);
    if (heading.level <= 2 || start.name?.kind === "golden")
      inGolden = start.name?.kind === "golden" || (inGolden && !!start.name && isInGolden(start.name));
  }
  return starts;
}

function isProper({ level, blankMissing, underline }: Heading): boolean {
  return level === 2 && !blankMissing && !underline;
}

function sectionStart(
  heading: Heading,
  proper: ReadonlySet<string>,
  inGolden: boolean,
  source: SourceText,
  report: Report,
): SectionStart | undefined {
  const { title, level, underline } = heading;
  const named = sectionNamed(title);
  const meant: SectionName | undefined =
    named ?? (holdsVerdicts(heading, source) ? { kind: "expect" } : sectionMeant(title));
  const start = (name?: SectionName): SectionStart => ({ title, heading, ...(name ? { name } : {}) });
  if (named && isInGolden(named)) {
    if (inGolden && !(level === 3 && !heading.blankMissing)) tellForm(heading, named, source, report);
    else if (inGolden) tellInvisible(heading, source, report);
    return inGolden ? start(named) : level === 2 ? start() : undefined;
  }
  if (level === 3 && inGolden && meant && isInGolden(meant) && !heading.blankMissing) {
    tellForm(heading, meant, source, report);
    return start(meant);
  }
  if (isProper(heading)) {
    if (named) tellInvisible(heading, source, report);
    return start(named);
  }
  if (named && ((level === 2 && !heading.indented) || !proper.has(headingOf(named)))) {
    if (!underline) tellForm(heading, named, source, report);
    return start(named);
  }
  if (underline && level === 2) tellUnderline(underline, report);
  return undefined;
}

/** Whether what stands under a heading is a list of verdicts, whatever it is called. */
function holdsVerdicts({ level, end }: Heading, source: SourceText): boolean {
  if (level !== 3) return false;
  let line = source.lineAt(end) + 1;
  while (line < source.lineCount && source.line(line).trim() === "") line++;
  return verdictLine.test(source.line(line));
}

/** A heading as large as a title, inside a section. */
function tellLevel(heading: Heading, source: SourceText, report: Report): void {
  const at = source.lineSpan(source.lineAt(heading.start));
  const newText = `### ${heading.title}`;
  const message = t("A heading inside a section has ### or more: this one is as large as a title.");
  report(at, "heading-level", message, { ...at, end: heading.end, newText, title: t('Write "{0}"', newText) });
}

function tellForm(heading: Heading, name: SectionName, source: SourceText, report: Report): void {
  const wanted = headingOf(name);
  if (visible(source.text.slice(heading.start, heading.end)).trim() === wanted && !heading.indented) {
    tellInvisible(heading, source, report);
    return;
  }
  const at = source.lineSpan(source.lineAt(heading.start));
  const mend = { start: heading.start, end: heading.end, newText: wanted, title: t('Write "{0}"', wanted) };
  report(at, "heading-form", t('This section begins with "{0}": write its heading so.', wanted), mend);
}

function tellInvisible(heading: Heading, source: SourceText, report: Report): void {
  const line = source.text.slice(heading.start, heading.end);
  const found = findInvisible(line);
  if (found === -1) return;
  const name = sectionNamed(heading.title);
  const at = { start: heading.start + found, end: heading.start + found + 1 };
  const mend = name && { ...heading, newText: headingOf(name), title: invisibleMend() };
  report(at, "invisible-character", invisibleMessage(line), mend);
}

function tellUnderline(underline: Span, report: Report): void {
  const title = t("Leave a blank line before it");
  const mend = { start: underline.start, end: underline.start, newText: "\n", title };
  report(
    underline,
    "line-made-heading",
    t('"---" makes a heading of the line above it: leave a blank line between them.'),
    mend,
  );
}

/** Definitions looked for in each section. */
const mostDefinitions = 200;

/** A link definition holds in every section that uses its label; those that end the file belong to no section. */
function withDefinitions(sections: readonly Section[], all: readonly LinkDefinition[], text: string): Section[] {
  const definitions = all.slice(-mostDefinitions);
  if (definitions.length === 0) return [...sections];
  return sections.map((section, i) => {
    const at = i === sections.length - 1 ? withoutTail(section.at, definitions, text) : section.at;
    const own = text.slice(at.start, at.end);
    const lower = own.toLowerCase();
    const used = definitions.filter(
      ({ label, start }) => (start < at.start || start >= at.end) && lower.includes(`[${label.toLowerCase()}]`),
    );
    const lines = used.map(({ start, end }) => text.slice(start, end).trim());
    return { ...section, at, text: lines.length === 0 ? own : `${own}\n\n${lines.join("\n")}` };
  });
}

function withoutTail(at: Span, definitions: readonly LinkDefinition[], text: string): Span {
  let { end } = at;
  for (const definition of definitions.toReversed()) {
    if (definition.start < at.start || text.slice(definition.end, end).trim() !== "") break;
    end = definition.start;
  }
  return { start: at.start, end: Math.max(at.start, at.start + text.slice(at.start, end).trimEnd().length) };
}
