// Reads one question's Markdown file. Reports everything that is wrong with it, not only the first thing.
import { t } from "@vscode/l10n";
import type { Question } from "../roadmap/question";
import type { FileRange } from "../roadmap/roadmap";
import type { ShownText } from "./brokenPictures";
import { undamaged } from "./damage";
import { UnknownCriteria, type Rubric } from "./expect";
import type { FindingList } from "./findingList";
import { splitFrontMatter } from "./frontMatter";
import { scanMarkdown } from "./markdownLines";
import { repairInvisible } from "./invisibleYaml";
import { readBody } from "./questionBody";
import { idPattern } from "./ids";
import { readRubric, type ReadRubric } from "./rubricReader";
import { questionShape, type QuestionFrontMatter } from "./shapes";
import { normaliseSource, SourceText, type Report, type Span } from "./source";
import { readableParts } from "./readableParts";
import { mismatches, reportMismatches } from "./validation";
import { valueAt } from "./shapePaths";
import { parseYaml, type YamlDocument } from "./yamlDocument";
import { reportSurprises } from "./yamlSurprises";

/** What could be made of a question's file. */
export interface ReadQuestion {
  /** Undefined where there is an error. */
  readonly question: Question | undefined;
  /** The id that the file gives itself, sound or not. */
  readonly id: string | undefined;
  readonly idSpan: Span;
  /** What learners are shown with its pictures. */
  readonly shown: readonly ShownText[];
}

/** Reads a question; what is wrong with it goes into the list. */
export function readQuestion(source: SourceText, findings: FindingList): ReadQuestion {
  const { report } = findings;
  const nothing = { question: undefined, id: undefined, idSpan: { start: 0, end: 0 }, shown: [] };
  const text = undamaged(source, report);
  if (text === undefined) return nothing;
  const whole = text === source.text ? source : new SourceText(text);
  if (!isMeantAsQuestion(whole)) {
    report(
      whole.lineSpan(0),
      "no-question",
      t("This file lies in a topic's folder but is no question: move it elsewhere, or let its name begin with _."),
    );
    return nothing;
  }
  const file = splitFrontMatter(whole, report);
  if (!file) return nothing;
  const repaired = repairInvisible(whole, file.yaml, report);
  const document = parseYaml(repaired, file.yaml, report);
  if (document) reportSurprises(document, report);
  const { matter, fits = true, sums = true } = (document && readMatter(document, report)) ?? {};
  // What may come later is told of YAML that says what it means.
  const owed = findings.sound;
  const rubric = document && matter && readRubric(matter, document, whole, sums ? report : withoutSums(report), owed);
  const unknown = new UnknownCriteria();
  const expected = matter && rubric?.sound ? expectations(matter, rubric, unknown) : undefined;
  const body = readBody(whole, file.body, file.closing, expected, report);
  if (rubric && expected) {
    const named = new Set(body.goldens.flatMap((golden) => Object.keys(golden.expect)));
    const ids = rubric.criteria.map((criterion) => criterion.id);
    unknown.tell(ids, named, (id) => rubric.idSpans.get(id) ?? file.closing, report);
  }
  if (owed && matter && !matter.hints) tellNoHints(file.closing, report);
  const id: unknown = document && valueAt(document.value, ["id"]);
  return {
    question: findings.sound && fits && matter && rubric ? question(matter, rubric, body) : undefined,
    id: typeof id === "string" ? id : undefined,
    idSpan: document?.spanOf(["id"]) ?? whole.lineSpan(0),
    shown: body.shown,
  };
}

/** Other notes have neither a question's keys nor its sections. */
function isMeantAsQuestion({ text }: SourceText): boolean {
  return (
    text.trim() === "" ||
    /^(?:[ \t]*(?:id|marks|criteria)\b|#{1,3}[^\n]{0,3}(?:Prompt|Reference|Golden)\b)/im.test(text)
  );
}

interface ReadMatter {
  readonly matter: QuestionFrontMatter | undefined;
  /** Whether nothing is left out of it. */
  readonly fits: boolean;
  readonly sums: boolean;
}

/**
 * The front matter; where parts of it do not fit, what can be read beside them, so that what else is wrong is told too.
 */
function readMatter(document: YamlDocument, report: Report): ReadMatter {
  const found = mismatches(questionShape, document);
  reportMismatches(found, report);
  const { value, sums = false } = readableParts(questionShape, document.value) ?? {};
  return { matter: value as QuestionFrontMatter | undefined, fits: found.length === 0, sums };
}

/** What marks come to is not known where some of them cannot be read. */
function withoutSums(report: Report): Report {
  return (at, code, ...more) => {
    if (code !== "marks-do-not-add-up") report(at, code, ...more);
  };
}

function expectations(matter: QuestionFrontMatter, rubric: ReadRubric, unknown: UnknownCriteria): Rubric {
  return {
    // Where the two disagree, that is told already.
    marks: Math.max(matter.marks, rubric.total),
    criteria: new Set(rubric.criteria.map((criterion) => criterion.id)),
    unknown: (id, at) => unknown.add(id, at),
  };
}

function tellNoHints(closing: Span, report: Report): void {
  const mend = {
    start: closing.start,
    end: closing.start,
    newText: "hints:\n  - >-\n    TODO\n",
    title: t("Add a hint"),
  };
  report(closing, "no-hints", t("The question has no hints: add a few, from vague to near."), mend);
}

function question(
  { id, title, marks, hints = [] }: QuestionFrontMatter,
  { criteria, groups }: ReadRubric,
  { prompt, reference, goldens }: Pick<Question, "prompt" | "reference" | "goldens">,
): Question {
  return { id, title, marks, criteria, groups, hints, prompt, reference, goldens };
}

/** Tells that a question's id is not its file's name. */
export function reportIdMismatch(
  { id, idSpan }: Pick<ReadQuestion, "id" | "idSpan">,
  fileName: string,
  report: Report,
): void {
  if (id === undefined || id === fileName || !idPattern.test(id)) return;
  const message = idPattern.test(fileName)
    ? t('The id "{0}" differs from the file\'s name: write id: {1}, or rename the file to {0}.md.', id, fileName)
    : t('The file\'s name is not the id "{0}": rename the file to {0}.md.', id);
  const mend = { ...idSpan, newText: fileName, title: t('Change to "{0}"', fileName) };
  report(idSpan, "id-not-file-name", message, idPattern.test(fileName) ? mend : undefined);
}

/** Where the id of a criterion stands in a question's file; the file's beginning where it has none of that id. */
export function criterionRange(text: string, criterion: string): FileRange {
  const source = new SourceText(normaliseSource(text));
  const silent = (): void => undefined;
  const file = splitFrontMatter(source, silent);
  const document = file && parseYaml(source.text, file.yaml, silent);
  const { matter } = (document && readMatter(document, silent)) ?? {};
  const rubric = document && matter && readRubric(matter, document, source, silent, false);
  return source.range(rubric?.idSpans.get(criterion) ?? { start: 0, end: 0 });
}

/**
 * The line of a second-level heading in a question's file, the file's first where there is none; case and spacing do
 * not matter.
 */
export function sectionRange(text: string, title: string): FileRange {
  const source = new SourceText(normaliseSource(text));
  const file = splitFrontMatter(source, () => undefined);
  const key = (heading: string): string => heading.toLowerCase().replace(/\s+/g, "");
  const headings = file ? scanMarkdown(source, file.body).headings : [];
  const found = headings.find(
    ({ level, indented, title: own }) => level === 2 && indented !== true && key(own) === key(title),
  );
  return source.range(source.lineSpan(found ? source.lineAt(found.start) : 0));
}
