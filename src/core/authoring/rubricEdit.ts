// One accepted wording more in a question's file: where it goes, what is written, and the proof that nothing else of
// the question changed. The lines are found as people read them; the file is then read back, and what reads otherwise
// than meant is refused. Pure.
import { t } from "@vscode/l10n";
import type { Criterion, Question } from "../roadmap/question";
import type { FileRange, Finding } from "../roadmap/roadmap";
import { splitFrontMatter } from "../reading/frontMatter";
import { readFileAlone } from "../reading/roadmapReader";
import { normaliseSource, SourceText, type Span } from "../reading/source";
import { scalar } from "../reading/yamlEntries";
import { asWording } from "./wording";
import { readOutline, type OutlineEntry, type OutlinePath } from "./yamlOutline";

/** What adding comes to: text that takes a range's place, or why nothing is written. */
export type RubricEdit =
  | { readonly kind: "edit"; readonly range: FileRange; readonly newText: string; readonly question: Question }
  | { readonly kind: "refused"; readonly why: string };

/** As the reader's shapes have it. */
const mostWordings = 8;

/** The edit that adds `words` to the accepted wordings of a criterion in a question's file. */
export function addWording(path: string, text: string, criterionId: string, words: string): RubricEdit {
  const before = readFileAlone(path, text);
  const criterion = before.question?.criteria.find(({ id }) => id === criterionId);
  const refused = before.question === undefined ? t("The question's file has errors: mend them first.") : undefined;
  const why = refused ?? whyNot(criterion, criterionId, asWording(words));
  const source = new SourceText(normaliseSource(text));
  const insertion = why === undefined ? insertionOf(source, criterionId, asWording(words)) : undefined;
  if (why !== undefined || insertion === undefined || before.question === undefined)
    return {
      kind: "refused",
      why: why ?? t("This criterion is written in brackets: add the words to its accepted wordings by hand."),
    };
  const { at, newText } = insertion;
  const after = readFileAlone(path, source.text.slice(0, at) + newText + source.text.slice(at));
  const meant = withWording(before.question, criterionId, asWording(words));
  const worse = firstNew(before.findings, after.findings);
  if (worse !== undefined) return { kind: "refused", why: worse.message };
  if (after.question === undefined || JSON.stringify(after.question) !== JSON.stringify(meant))
    return { kind: "refused", why: t("These words cannot stand in the file as they are: add them by hand.") };
  return { kind: "edit", range: source.range({ start: at, end: at }), newText, question: after.question };
}

function whyNot(criterion: Criterion | undefined, id: string, words: string): string | undefined {
  if (criterion === undefined) return t("The file has no criterion “{0}” any more.", id);
  if (!/[\p{L}\p{N}]/u.test(words)) return t("There are no words to accept.");
  if ([criterion.statement, ...criterion.accepted].some((known) => asWording(known) === words))
    return t("These words are an accepted wording already.");
  if (criterion.accepted.length >= mostWordings)
    return t("This criterion has {0} accepted wordings, and more are not read: take one out first.", mostWordings);
  return undefined;
}

function withWording(question: Question, id: string, words: string): Question {
  const criteria = question.criteria.map((one) =>
    one.id === id ? { ...one, accepted: [...one.accepted, words] } : one,
  );
  return { ...question, criteria };
}

/** A finding that an edit would bring; one that only reads otherwise, since less is owed, is none. */
export function firstNew(before: readonly Finding[], after: readonly Finding[]): Finding | undefined {
  const known = new Set(before.map(({ code, message }) => `${code} ${message}`));
  const count = (list: readonly Finding[], code: string): number => list.filter((one) => one.code === code).length;
  return after.find(
    ({ code, message }) => !known.has(`${code} ${message}`) && count(after, code) > count(before, code),
  );
}

interface Insertion {
  readonly at: number;
  readonly newText: string;
}

/** Behind the last wording, inside the brackets of a list on one line, or as a new list behind the statement. */
function insertionOf(source: SourceText, criterionId: string, words: string): Insertion | undefined {
  const yaml = splitFrontMatter(source, () => undefined)?.yaml;
  if (yaml === undefined) return undefined;
  const outline = readOutline(source.text, yaml);
  const id = outline.find(({ path, value }) => isId(path) && value.replace(/^(["'])(.*)\1$/, "$2") === criterionId);
  if (id === undefined) return undefined;
  const inside = id.path.slice(0, -1);
  const entry = (name: string): OutlineEntry | undefined => outline.find(({ path }) => same(path, [...inside, name]));
  const accepted = entry("accepted");
  const end = (of: OutlineEntry): number => endOf(of, outline, yaml, source);
  if (accepted === undefined) {
    const column = columnOf(id, source);
    const lead = " ".repeat(column);
    return {
      at: end(entry("statement") ?? id),
      newText: `\n${lead}accepted:\n${lead}  - ${scalar(words)}`,
    };
  }
  const items = outline.filter(({ path }) => same(path.slice(0, -1), accepted.path));
  const [first] = items;
  const last = items.at(-1);
  if (first !== undefined && last !== undefined) {
    return { at: end(last), newText: `\n${" ".repeat(columnOf(first, source))}- ${scalar(words)}` };
  }
  const open = /^\[(.*)\]$/.exec(accepted.value)?.[1]?.trim();
  if (open === undefined || open === "" || open.endsWith(",")) return undefined;
  return { at: accepted.valueStart + accepted.value.length - 1, newText: `, ${quoted(words)}` };
}

/** Between brackets every comma has a meaning. */
function quoted(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}

/** The id of a criterion, not of a group or of the question. */
function isId(path: OutlinePath): boolean {
  return path[0] === "criteria" && path.at(-1) === "id";
}

function same(a: OutlinePath, b: OutlinePath): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

function lineOf({ valueStart }: OutlineEntry, source: SourceText): number {
  return source.lineAt(valueStart);
}

/** Where its key stands, or its dash. */
function columnOf({ key, valueStart }: OutlineEntry, source: SourceText): number {
  const line = source.lineAt(valueStart);
  const start = key?.start ?? source.text.lastIndexOf("-", valueStart - 1);
  return start - source.lineStart(line);
}

/** The end of an entry's last line of text: blank lines and comments behind it belong to what follows. */
function endOf(entry: OutlineEntry, outline: readonly OutlineEntry[], yaml: Span, source: SourceText): number {
  const following = outline
    .slice(outline.indexOf(entry) + 1)
    .find(({ path }) => !same(path.slice(0, entry.path.length), entry.path));
  const from = lineOf(entry, source);
  let line = following === undefined ? source.lineAt(yaml.end) - 1 : lineOf(following, source) - 1;
  const column = columnOf(entry, source);
  while (line > from && isBetween(source.line(line), column)) line--;
  return source.lineEnd(line);
}

function isBetween(line: string, column: number): boolean {
  const text = line.trimStart();
  return text === "" || (text.startsWith("#") && line.length - text.length <= column);
}
