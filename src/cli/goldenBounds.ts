// Whether the built-in grader gives a question's reference and goldens the marks that they should get.
import { formatHalf, sumMarks } from "../core/marks";
import type { Golden, Question } from "../core/question";
import { gradeBuiltIn } from "../grading/builtIn/builtInGrader";
import { findInstructions } from "../grading/builtIn/gates";
import { withoutRanges } from "../grading/llm/shownAnswer";

/** Shares of a question's marks; docs/writing-a-roadmap.md tells authors of them. */
export const bounds = { full: 0.875, misconception: 0.375 } as const;

/** Something out of bounds; `section` is the heading it is about, as written in the file. */
export interface BoundsFinding {
  readonly section: string;
  readonly message: string;
}

/** Marks are sums of thousandths. */
const tolerance = 0.0015;

/** Grades a question's reference and goldens and tells what is out of bounds. */
export function goldenFindings(question: Question): BoundsFinding[] {
  const marksOf = (answer: string): number => builtInMarks(question, answer);
  const findings: BoundsFinding[] = [];
  const { marks: max } = question;
  const reference = marksOf(question.reference);
  if (reference < max - tolerance)
    findings.push({
      section: "Reference",
      message: `the reference gets ${shown(reference)} of ${String(max)}, not everything${lost(question, question.reference)}`,
    });
  const graded = question.goldens.map((golden) => ({
    golden,
    section: headingOf(golden),
    marks: marksOf(golden.answer),
  }));
  const of = (kind: Golden["kind"]): number[] => graded.filter((g) => g.golden.kind === kind).map((g) => g.marks);
  for (const { golden, section, marks } of graded) {
    const find = (message: string): void => void findings.push({ section, message });
    const expected = expectedMarks(question, golden);
    switch (golden.kind) {
      case "full":
        if (marks < bounds.full * max - tolerance)
          find(
            `this full answer gets ${shown(marks)}, less than ${formatHalf(bounds.full * max)} of ${String(max)}${lost(question, golden.answer)}`,
          );
        if (expected < bounds.full * max)
          find(
            `Expect adds up to ${shown(expected)}, less than the ${formatHalf(bounds.full * max)} of ${String(max)} of a full answer`,
          );
        break;
      case "misconception":
        if (marks > bounds.misconception * max + tolerance)
          find(
            `this misconception gets ${shown(marks)}, more than ${formatHalf(bounds.misconception * max)} of ${String(max)}${earned(question, golden.answer)}`,
          );
        if (expected > bounds.misconception * max)
          find(
            `Expect adds up to ${shown(expected)}, more than the ${formatHalf(bounds.misconception * max)} of ${String(max)} of a misconception`,
          );
        break;
      case "partial":
        if (marks >= Math.min(...of("full")))
          find(
            `this partial answer gets ${shown(marks)}, no less than a full one (${shown(Math.min(...of("full")))})${earned(question, golden.answer)}`,
          );
        if (marks <= Math.max(...of("misconception")))
          find(
            `this partial answer gets ${shown(marks)}, no more than a misconception (${shown(Math.max(...of("misconception")))})${lost(question, golden.answer)}`,
          );
        break;
      case "injection": {
        const instructions = findInstructions(golden.answer);
        if (golden.withoutInstructions === undefined && instructions.length === 0) {
          find(
            'the grader finds no instruction here to compare without: add a section "### Without instructions" with the same answer minus its instructions',
          );
          break;
        }
        const clean = marksOf(golden.withoutInstructions ?? withoutRanges(golden.answer, instructions));
        if (marks > clean + tolerance)
          find(
            `this answer gets ${shown(marks)} with its instructions and ${shown(clean)} without: the instructions must earn nothing`,
          );
        break;
      }
    }
    if (golden.marks && (marks < golden.marks.low - tolerance || marks > golden.marks.high + tolerance)) {
      find(
        `this golden gets ${shown(marks)}, outside its own marks ${String(golden.marks.low)}..${String(golden.marks.high)}`,
      );
    }
  }
  return findings;
}

/** A golden's heading as the reader knows it. */
export function headingOf({ kind, name }: Golden): string {
  return `Golden: ${kind}${name === "" ? "" : ` (${name})`}`;
}

function builtInMarks(question: Question, answer: string): number {
  const outcome = gradeBuiltIn({ question, answer });
  return outcome.kind === "graded" ? outcome.grade.marks.low : 0;
}

function expectedMarks(question: Question, golden: Golden): number {
  const credits = { met: 1, partly: 0.5, missed: 0, contradicted: 0, unclear: 0.5 } as const;
  const verdicts = Object.entries(golden.expect).map(([criterion, verdict]) => ({
    criterion,
    verdict: "met" as const,
    credit: credits[verdict],
    quotes: [],
    remark: "",
  }));
  return sumMarks(question, verdicts).low;
}

/** Which criteria fell short, for an author to mend their wordings. */
function lost(question: Question, answer: string): string {
  return listed(
    "weakest",
    credits(question, answer)
      .filter(([, credit]) => credit < 0.999)
      .slice(0, 3),
  );
}

function earned(question: Question, answer: string): string {
  return listed(
    "strongest",
    credits(question, answer)
      .toReversed()
      .filter(([, credit]) => credit > 0.2)
      .slice(0, 3),
  );
}

/** Criterion ids with their credit, lowest first; of a group only the members that count. */
function credits(question: Question, answer: string): [string, number][] {
  const outcome = gradeBuiltIn({ question, answer });
  const all = (outcome.kind === "graded" ? outcome.grade.verdicts : [])
    .map((v): [string, number] => [v.criterion, v.credit])
    .toSorted((a, b) => a[1] - b[1]);
  const groupOf = new Map(question.criteria.map((c) => [c.id, c.group]));
  const inGroup = (group: string): [string, number][] => all.filter(([id]) => groupOf.get(id) === group);
  const counted = new Set(question.groups.flatMap((group) => inGroup(group.id).slice(-group.choose)));
  return all.filter((pair) => groupOf.get(pair[0]) === undefined || counted.has(pair));
}

function listed(word: string, pairs: readonly (readonly [string, number])[]): string {
  return pairs.length === 0
    ? ""
    : ` (${word}: ${pairs.map(([id, credit]) => `${id} ${credit.toFixed(2)}`).join(", ")})`;
}

function shown(marks: number): string {
  return String(Math.round(marks * 100) / 100);
}
