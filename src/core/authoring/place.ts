// Where an author is in a roadmap's file: in the YAML, in a list of expected verdicts, or at a section's heading.
// Half-written text is the rule here, so nothing is parsed.
import { splitFrontMatter } from "../reading/frontMatter";
import { sectionNamed, type SectionName } from "../reading/sectionNames";
import { SourceText, type Span } from "../reading/source";
import { placeInYaml, readOutline, type OutlineEntry, type WritingPlace } from "./yamlOutline";

/** Which of a roadmap's files a text is. */
export type FileRole = "question" | "roadmap";

/** What is written where. */
export type AuthorPlace =
  | ({ readonly in: "yaml" } & WritingPlace)
  | { readonly in: "expect"; readonly kind: "criterion" | "verdict"; readonly word: Span; readonly dash: boolean }
  | { readonly in: "heading"; readonly inGolden: boolean; readonly word: Span };

/** A text in its parts. Offsets are those of the text, whose lines must end with `\n`. */
export interface AuthoredText {
  readonly text: string;
  readonly yaml: Span;
  readonly outline: readonly OutlineEntry[];
  /** The headings of the body in order, with the section each names. */
  readonly headings: readonly { readonly name: SectionName; readonly start: number }[];
}

/** Takes a text apart. */
export function readAuthored(text: string, role: FileRole): AuthoredText {
  const source = new SourceText(text);
  const split = role === "question" ? splitFrontMatter(source, () => undefined) : undefined;
  const wholeFile = { start: 0, end: text.length };
  const started = { start: Math.min(text.length, source.lineStart(1)), end: text.length };
  const yaml = role === "roadmap" ? wholeFile : (split?.yaml ?? started);
  const headings = split ? headingsOf(text, split.body) : [];
  return { text, yaml, outline: readOutline(text, yaml), headings };
}

function headingsOf(text: string, body: Span): { name: SectionName; start: number }[] {
  const found: { name: SectionName; start: number }[] = [];
  for (const match of text.slice(body.start, body.end).matchAll(/^#{2,3} +(\S.{0,100})$/gm)) {
    const name = sectionNamed(match[1] ?? "");
    if (name) found.push({ name, start: body.start + match.index });
  }
  return found;
}

/** What the author writes at an offset; undefined in the middle of prose. */
export function placeAt(authored: AuthoredText, offset: number): AuthorPlace | undefined {
  const { text, yaml, headings } = authored;
  if (offset >= yaml.start && offset <= yaml.end && (offset < yaml.end || yaml.end === text.length)) {
    const place = placeInYaml(text, yaml, offset);
    return place && { in: "yaml", ...place };
  }
  if (offset < yaml.start) return undefined;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  const section = headings.findLast((heading) => heading.start < start)?.name;
  if (/^#{1,3}[^\n]*$/.test(before)) {
    const inGolden = section !== undefined && (section.kind === "golden" || inGoldenKinds.has(section.kind));
    return { in: "heading", inGolden, word: { start, end: offset } };
  }
  return section?.kind === "expect" ? placeInExpect(before, start) : undefined;
}

const inGoldenKinds: ReadonlySet<SectionName["kind"]> = new Set(["expect", "without instructions"]);

function placeInExpect(before: string, start: number): AuthorPlace | undefined {
  const verdict = /^\s*[-*+]\s+[\w-]+\s*:\s*(\w*)$/.exec(before);
  const end = start + before.length;
  if (verdict)
    return { in: "expect", kind: "verdict", word: { start: end - (verdict[1] ?? "").length, end }, dash: true };
  const criterion = /^\s*([-*+]\s*)?([\w-]*)$/.exec(before);
  if (!criterion) return undefined;
  const dash = /\s$/.test(criterion[1] ?? "");
  const word = { start: dash ? end - (criterion[2] ?? "").length : start, end };
  return { in: "expect", kind: "criterion", word, dash };
}

/** The criteria that the front matter lists, those of groups too, as far as they have an id by now. */
export function criteriaOf({ outline }: AuthoredText): readonly { readonly id: string; readonly statement: string }[] {
  const valueAt = (path: string): string => values.get(path) ?? "";
  const values = new Map(outline.map((entry) => [entry.path.join("/"), unquoted(entry.value)]));
  const ids = outline.filter(({ path }) => path[0] === "criteria" && path.at(-1) === "id");
  return ids.flatMap(({ path, value }) => {
    const item = path.slice(0, -1).join("/");
    const isGroup = values.has(`${item}/anyOf`) || values.has(`${item}/of`);
    return isGroup || value === "" ? [] : [{ id: unquoted(value), statement: valueAt(`${item}/statement`) }];
  });
}

/** A value without the quotes around it. */
export function unquoted(value: string): string {
  return /^(["'])[^]*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
