// Reads one golden: its heading, its sample answer, what a grader is expected to find.
import { t } from "@vscode/l10n";
import { goldenKinds, verdictKinds, type Golden, type GoldenKind, type VerdictKind } from "../question";
import { splitSections, type Section } from "./sections";
import type { Report } from "./source";
import { nearest } from "./validation";

/** The kinds that every question must have a golden of. */
export const requiredGoldens = [
  "full",
  "partial",
  "misconception",
  "injection",
] as const satisfies readonly GoldenKind[];

/** Reads the section under a `## Golden: …` heading; reports what is wrong and returns undefined where nothing can be made of it. */
export function readGolden(
  section: Section,
  criteria: readonly string[],
  marksMax: number,
  report: Report,
): Golden | undefined {
  const heading = /^Golden\s*:\s*([\w-]+)\s*(?:\(([^()]*)\))?$/i.exec(section.title);
  const kind = goldenKinds.find((k) => k === heading?.[1]?.toLowerCase());
  if (!kind) {
    report(
      section.line,
      t(
        '"{0}" is not a golden: write "## Golden: " and one of {1}, with a name in brackets where there are several.',
        section.title,
        goldenKinds.join(", "),
      ),
    );
    return undefined;
  }
  const parts = splitSections(section.text, 3, section.textLine - 1);
  const expectAt = parts.findLastIndex((part) => part.title.toLowerCase() === "expect");
  const cleanAt = parts.findLastIndex((part) => part.title.toLowerCase() === "without instructions");
  const ends = [expectAt, cleanAt].filter((at) => at !== -1).map((at) => (parts[at]?.line ?? 0) - section.textLine);
  const answer = section.text
    .split("\n")
    .slice(0, ends.length > 0 ? Math.min(...ends) : undefined)
    .join("\n")
    .trim();
  if (answer === "") report(section.line, t("This golden has no answer: write the sample answer under its heading."));
  const clean = parts[cleanAt];
  if (clean && kind !== "injection")
    report(clean.line, t('Only an injection golden has "Without instructions": remove this section.'));
  if (clean?.text === "")
    report(
      clean.line,
      t('"Without instructions" is empty: write the same answer without its instructions, or remove this heading.'),
    );
  const expected = readExpect(parts[expectAt], criteria, marksMax, report);
  return {
    kind,
    name: heading?.[2]?.trim() ?? "",
    answer,
    ...expected,
    ...(clean && clean.text !== "" ? { withoutInstructions: clean.text } : {}),
  };
}

function readExpect(
  section: Section | undefined,
  criteria: readonly string[],
  marksMax: number,
  report: Report,
): Pick<Golden, "expect" | "marks"> {
  const expect: Record<string, VerdictKind> = {};
  let marks: Golden["marks"];
  for (const [i, text] of (section?.text ?? "").split("\n").entries()) {
    if (text.trim() === "") continue;
    const line = (section?.textLine ?? 1) + i;
    const item = /^\s*[-*+]\s+([^\s:]+)\s*:\s*(.*?)\s*$/.exec(text);
    if (!item) {
      report(line, t('Expect holds lines such as "- few-outputs: met"; this one is not: {0}', text.trim()));
    } else if (item[1] === "marks") {
      const range = /^(\d+(?:\.\d+)?)(?:\s*\.\.\s*(\d+(?:\.\d+)?))?$/.exec(item[2] ?? "");
      const low = Number(range?.[1]);
      const high = Number(range?.[2] ?? range?.[1]);
      if (range && low <= high && high <= marksMax) marks = { low, high };
      else
        report(
          line,
          t('"marks" must be a range within 0..{0}, such as "- marks: 1.5..2.5", not "{1}".', marksMax, item[2] ?? ""),
        );
    } else {
      readExpectation(item[1] ?? "", item[2] ?? "", line, expect, criteria, report);
    }
  }
  return { expect, ...(marks ? { marks } : {}) };
}

function readExpectation(
  id: string,
  said: string,
  line: number,
  expect: Record<string, VerdictKind>,
  criteria: readonly string[],
  report: Report,
): void {
  const verdict = verdictKinds.find((v) => v === said);
  if (!criteria.includes(id)) {
    const near = nearest(id, criteria);
    report(
      line,
      near === undefined
        ? t('No criterion has the id "{0}". The criteria are: {1}.', id, criteria.join(", "))
        : t('No criterion has the id "{0}": did you mean "{1}"?', id, near),
    );
  } else if (!verdict) {
    report(line, t('"{0}" is not a verdict: write {1}.', said, verdictKinds.join(", ")));
  } else if (Object.hasOwn(expect, id)) {
    report(line, t('"{0}" is expected twice: keep one of the lines.', id));
  } else {
    expect[id] = verdict;
  }
}
