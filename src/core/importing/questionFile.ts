// A found question as the text of a question's file. The author's words stand in it as they are; what a person has to
// decide begins with TODO, which is a finding until it is decided.
import { t } from "@vscode/l10n";
import type { FoundPoint, FoundQuestion } from "./foundQuestion";
import { scalar } from "../reading/yamlEntries";
import { titleOf } from "./plainText";

/** The statements of an answer that could be criteria, each a verbatim piece of it. */
export type StatementsOf = (prompt: string, answer: string) => readonly string[];

/** More points than these are no list of what a full answer must say: a person chooses. */
const mostPoints = 8;

/** The file's text, and how many marks the found question names in vain. */
export interface QuestionFile {
  readonly text: string;
  /** Marks that the file named and that do not divide among the points. */
  readonly otherMarks?: number;
}

/** Composes the file of a question with that id. */
export function questionFile(found: FoundQuestion, id: string, statementsOf: StatementsOf): QuestionFile {
  const points = pointsOf(found, statementsOf);
  const divides = found.marks !== undefined && found.marks % points.length === 0;
  const each = divides ? (found.marks ?? 1) / points.length : 1;
  const matter = [
    "---",
    `id: ${id}`,
    `title: ${scalar(titleOf(found.title ?? "") || titleOf(found.prompt) || id)}`,
    `marks: ${each * points.length}`,
    "criteria:",
    ...points.flatMap((point, i) => criterionLines(point, i + 1, each)),
    ...list("hints", found.hints ?? [], ""),
    "---",
  ];
  const decide = found.decide === undefined ? "" : `TODO: ${found.decide}\n\n`;
  const prompt = `${decide}${sectionText(found.prompt)}`;
  const reference = found.answer === undefined ? "TODO" : sectionText(found.answer);
  const text = `${matter.join("\n")}\n\n## Prompt\n\n${prompt}\n\n## Reference\n\n${reference}\n`;
  return { text, ...(found.marks === undefined || divides ? {} : { otherMarks: found.marks }) };
}

function pointsOf({ prompt, answer, points }: FoundQuestion, statementsOf: StatementsOf): readonly FoundPoint[] {
  if (points !== undefined && points.length > 0 && points.length <= mostPoints) return points;
  const own = answer === undefined ? [] : proseOf(statementsOf(prompt, proseIn(answer)));
  return own.length > 0 && own.length <= mostPoints ? own.map((statement) => ({ statement })) : [{}];
}

/** The answer without its code and headings; what is left are pieces of it as they stand. */
function proseIn(answer: string): string {
  let fenced = false;
  const lines = answer.split("\n").map((line) => {
    const fence = /^ {0,3}(?:`{3,}|~{3,})/.test(line);
    if (fence) fenced = !fenced;
    return fence || fenced || /^ {0,3}#{1,6}\s/.test(line) ? "" : line;
  });
  return lines.join("\n");
}

/** Sentences, not code, rows of tables, pictures or what leads to a list. */
function proseOf(statements: readonly string[]): string[] {
  return statements
    .map((statement) => statement.trim())
    .filter((text) => /\p{L}{2}/u.test(text) && !/^(?:```|~~~|\||!\[|<\/?[a-z]|#{1,6}\s)|[:：]$/i.test(text));
}

function criterionLines(point: FoundPoint, n: number, marks: number): string[] {
  return [
    `  - id: point-${n}`,
    `    marks: ${marks}`,
    `    statement: ${point.statement === undefined ? "TODO" : scalar(point.statement)}`,
    ...list("accepted", point.accepted ?? [], "    "),
    ...list("misconceptions", point.misconceptions ?? [], "    "),
    `    idea: ${scalar(`TODO: ${t("name the idea, or take this point out if a full answer need not say it")}`)}`,
  ];
}

function list(key: string, items: readonly string[], indent: string): string[] {
  const own = items.filter((item) => item.trim() !== "");
  return own.length === 0 ? [] : [`${indent}${key}:`, ...own.map((item) => `${indent}  - ${scalar(item)}`)];
}

/** Text under a heading of the second level: its own headings are lower, outside of code. */
function sectionText(text: string): string {
  let fence: string | undefined;
  const lines = text
    .trim()
    .split("\n")
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark !== undefined && (fence === undefined || (mark.startsWith(fence) && line.trim() === mark)))
        fence = fence === undefined ? mark : undefined;
      return fence === undefined ? line.replace(/^( {0,3})#{1,2}(?=\s)/, "$1###") : line;
    });
  return (fence === undefined ? lines : [...lines, fence]).join("\n");
}
