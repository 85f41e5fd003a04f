// What an author may write next, by the JSON Schemas and by what the roadmap holds: keys, ids of topics, questions and
// criteria, ideas, verdicts, headings. Works where no YAML extension is installed, and on half-written text.
import { t } from "@vscode/l10n";
import { goldenKinds, verdictKinds } from "../roadmap/question";
import { fieldHelp } from "../reading/fieldHelp";
import { headingOf, sectionKey, type SectionName } from "../reading/sectionNames";
import type { Span } from "../reading/source";
import { inQuotes, troublesomeSign } from "../reading/yamlEntries";
import { criteriaOf, placeAt, readAuthored, type AuthoredText, type AuthorPlace, type FileRole } from "./place";
import { keysAt, schemaOf, schemasAt, type Schema } from "./schema";
import { goldenMeaning, verdictMeaning } from "./meanings";
import type { OutlinePath, WritingPlace } from "./yamlOutline";

/** What the roadmap has that a file may name. */
export interface KnownNames {
  readonly topics: readonly { readonly id: string; readonly title: string; readonly questions: readonly string[] }[];
  readonly ideas: readonly string[];
  /** The file's own name without its ending. */
  readonly fileName: string;
}

/** One thing to write. */
export interface Suggestion {
  readonly kind: "key" | "item" | "name" | "value" | "heading";
  readonly label: string;
  /** What it is for, plain text. */
  readonly help?: string;
  /** A snippet as VS Code reads them, which takes the place of `word`. */
  readonly snippet: string;
  readonly word: Span;
}

/** The suggestions at an offset of a text whose lines end with `\n`. */
export function suggest(text: string, role: FileRole, offset: number, known: KnownNames): Suggestion[] {
  const authored = readAuthored(text, role);
  const place = placeAt(authored, offset);
  if (!place) return [];
  switch (place.in) {
    case "yaml":
      return inYaml(authored, role, place, known);
    case "expect":
      return inExpect(authored, place);
    case "heading":
      return headings(authored, place);
  }
}

function inYaml(authored: AuthoredText, role: FileRole, place: WritingPlace, known: KnownNames): Suggestion[] {
  const schema = schemaOf(role);
  const { path, word, kind } = place;
  const here = schemasAt(schema, path);
  const isText = here.some(({ type }) => type === "string");
  if (kind === "value" || isText) return valuesAt(authored, here, path, word, known);
  if (here.some(({ type }) => type === "array")) return [newItem(schema, place)].flatMap((item) => item ?? []);
  const present = new Set(authored.outline.filter((entry) => isChild(entry.path, path)).map(({ path: p }) => p.at(-1)));
  // The key that is being written is no reason not to offer it.
  const written = authored.text.slice(word.start, word.end);
  return keysAt(schema, path)
    .filter(({ key }) => !present.has(key) || key === written)
    .map(({ key, holds, needed }) => ({
      kind: "key",
      label: key,
      help: helpOf(key, needed),
      snippet: keySnippet(key, holds, place.hanging),
      word,
    }));
}

function isChild(path: OutlinePath, parent: OutlinePath): boolean {
  return path.length === parent.length + 1 && parent.every((step, i) => path[i] === step);
}

function helpOf(key: string, needed: boolean): string {
  const help = fieldHelp(key) ?? key;
  return needed ? t("{0} (needed)", help) : help;
}

function keySnippet(key: string, holds: Schema, hanging: number): string {
  const inner = `\n${" ".repeat(hanging + 2)}`;
  if (key === "criteria" || key === "of")
    return `${key}:${inner}- ${criterionSnippet(key === "criteria", hanging + 4)}`;
  if (key === "topics") return `${key}:${inner}- id: \${1:${t("topic-id")}}${inner}  title: \${2:TODO}`;
  if (key === "requires" || key === "questions" || key === "subtopics") return `${key}: [$0]`;
  if (holds.type === "array") return `${key}:${inner}- $0`;
  return `${key}: $0`;
}

/** A criterion from its id to its idea; `depth` is the blanks before its further lines. */
function criterionSnippet(withMarks: boolean, depth: number): string {
  const lines = ["id: ${1:criterion-id}", ...(withMarks ? ["marks: ${2:1}"] : []), "statement: ${3:TODO}"];
  return [...lines, "idea: ${4:TODO}"].join(`\n${" ".repeat(depth)}`);
}

function newItem(schema: Schema, { path, word, hanging }: WritingPlace): Suggestion | undefined {
  const field = path.at(-1);
  if (typeof field !== "string") return undefined;
  const isMap = schemasAt(schema, [...path, 0]).some(({ properties }) => properties !== undefined);
  const body = !isMap
    ? "$0"
    : field === "topics"
      ? `id: \${1:${t("topic-id")}}\n${" ".repeat(hanging + 2)}title: \${2:TODO}`
      : criterionSnippet(field === "criteria", hanging + 2);
  return { kind: "item", label: "-", help: fieldHelp(field) ?? field, snippet: `- ${body}`, word };
}

function valuesAt(
  authored: AuthoredText,
  here: readonly Schema[],
  path: OutlinePath,
  word: Span,
  known: KnownNames,
): Suggestion[] {
  const value = (text: string, help?: string): Suggestion => ({
    kind: "value",
    label: text,
    snippet: escaped(troublesomeSign(text) === undefined ? text : inQuotes(text)),
    word,
    ...(help === undefined ? {} : { help }),
  });
  const choices = here.flatMap((schema) => schema.enum ?? []).filter((choice) => typeof choice === "string");
  if (choices.length > 0) return choices.map((choice) => value(choice));
  const field = path.findLast((step) => typeof step === "string");
  const valueOf = (at: OutlinePath): string | undefined =>
    authored.outline.find((entry) => entry.path.join("/") === at.join("/"))?.value;
  if (field === "idea") return known.ideas.map((idea) => value(idea));
  if (path.join("/") === "id" && known.fileName !== "roadmap") return [value(known.fileName, t("the file's name"))];
  if (path[0] !== "topics") return [];
  const own = valueOf(["topics", path[1] ?? 0, "id"]);
  if (field === "requires") return known.topics.filter(({ id }) => id !== own).map(({ id, title }) => value(id, title));
  if (field === "questions") return (known.topics.find(({ id }) => id === own)?.questions ?? []).map((id) => value(id));
  return [];
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function inExpect(authored: AuthoredText, place: Extract<AuthorPlace, { in: "expect" }>): Suggestion[] {
  const { kind, word, dash } = place;
  if (kind === "verdict")
    return verdictKinds.map((verdict) => ({
      kind: "value",
      label: verdict,
      help: verdictMeaning(verdict),
      snippet: verdict,
      word,
    }));
  const list = ownList(authored, word.start);
  return criteriaOf(authored)
    .filter(({ id }) => !new RegExp(`^\\s*[-*+]\\s+${id}\\s*:`, "m").test(list))
    .map(({ id, statement }) => ({
      kind: "name",
      label: id,
      help: statement,
      snippet: `${dash ? "" : "- "}${id}: \${1|${verdictKinds.join(",")}|}`,
      word,
    }));
}

/** The lines of the Expect that an offset lies in. */
function ownList({ text, headings }: AuthoredText, offset: number): string {
  const start = headings.findLast((heading) => heading.start < offset)?.start ?? offset;
  const end = headings.find((heading) => heading.start > offset)?.start ?? text.length;
  return text.slice(start, end);
}

function headings(authored: AuthoredText, place: Extract<AuthorPlace, { in: "heading" }>): Suggestion[] {
  const taken = new Set(authored.headings.map(({ name }) => sectionKey(name)));
  const sections: SectionName[] = [{ kind: "prompt" }, { kind: "reference" }];
  const goldens = goldenKinds.map((golden): SectionName => ({ kind: "golden", golden, name: "" }));
  const inGolden: SectionName[] = place.inGolden ? [{ kind: "expect" }, { kind: "without instructions" }] : [];
  return [...sections.filter((name) => !taken.has(sectionKey(name))), ...goldens, ...inGolden].map((name) => ({
    kind: "heading",
    label: headingOf(name),
    help: sectionHelp(name),
    snippet: `${headingOf(name)}\n\n${name.kind === "expect" ? "- $0" : "$0"}`,
    word: place.word,
  }));
}

/** What a section holds. */
export function sectionHelp(name: SectionName): string {
  switch (name.kind) {
    case "prompt":
      return t("What the learner is asked, in Markdown.");
    case "reference":
      return t("One good answer, in Markdown. Shown to the learner after an attempt.");
    case "expect":
      return t('What a grader is to find in the sample answer: one line a criterion, such as "- few-outputs: met".');
    case "without instructions":
      return t("The same sample answer without what tries to command the grader.");
    case "golden":
      return goldenMeaning(name.golden);
  }
}
