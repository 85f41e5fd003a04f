// Reads one golden: its heading, its sample answer, what a grader is expected to find.
import { t } from "@vscode/l10n";
import type { Golden, GoldenKind, VerdictKind } from "../roadmap/question";
import { readExpect, type Rubric } from "./expect";
import type { Section } from "./sections";
import type { Report, SourceText } from "./source";
import { isTodo } from "./todo";

/** The kinds that every question should have a golden of. */
export const requiredGoldens = [
  "full",
  "partial",
  "misconception",
  "injection",
] as const satisfies readonly GoldenKind[];

/** A golden of that kind that waits for its author, with the verdicts that its kind most likely has. */
export function goldenSkeleton(kind: (typeof requiredGoldens)[number], criteria: readonly string[]): string {
  return `## Golden: ${kind}\n\nTODO\n\n${expectSkeleton(kind, criteria)}`;
}

/** The verdicts that a golden of a kind most likely has. */
function expectSkeleton(kind: GoldenKind, criteria: readonly string[]): string {
  const [first = "criterion"] = criteria;
  const verdict: Partial<Record<GoldenKind, VerdictKind>> = { misconception: "contradicted", injection: "missed" };
  const expected =
    kind === "full" || kind === "plain-words"
      ? criteria.map((id) => `- ${id}: met`)
      : [`- ${first}: ${verdict[kind] ?? "partly"}`];
  return `### Expect\n\n${expected.join("\n")}`;
}

/** Kinds of answers that meet something, so that one without verdicts says nothing. */
const earning: readonly GoldenKind[] = ["full", "plain-words", "partial", "half-right"];

/** Tells of a golden of an answer that meets something, and of which nothing is expected. */
export function reportNoExpect(
  { name, text, heading, at }: Section,
  inner: readonly Section[],
  rubric: Rubric | undefined,
  source: SourceText,
  report: Report,
): void {
  if (name?.kind !== "golden" || !earning.includes(name.golden) || text === "") return;
  const empty = inner.find((one) => one.name?.kind === "expect");
  if (empty && empty.text !== "") return;
  const last = inner.at(-1);
  const end = empty?.heading.end ?? (last ? Math.max(last.at.end, last.heading.end) : Math.max(at.end, heading.end));
  const start = empty?.heading.start ?? end;
  const verdicts = expectSkeleton(name.golden, [...(rubric?.criteria ?? [])]);
  const mend = { start, end, newText: empty ? verdicts : `\n\n${verdicts}`, title: t('Add "{0}"', "### Expect") };
  const message = t("This golden expects nothing: write ### Expect and under it a verdict for each criterion.");
  report(source.lineSpan(source.lineAt(heading.start)), "no-expect", message, rubric && mend);
}

/** Reads a golden's section and those inside it; `rubric` is absent where the front matter could not be read. */
export function readGolden(
  section: Section,
  inner: readonly Section[],
  rubric: Rubric | undefined,
  source: SourceText,
  report: Report,
): Golden | undefined {
  const { name } = section;
  if (name?.kind !== "golden") return undefined;
  if (section.text === "")
    report(
      source.lineSpan(source.lineAt(section.heading.start)),
      "golden-empty",
      t("This golden has no answer: write the sample answer under its heading."),
    );
  else if (isTodo(section.text)) report(section.at, "todo", t("TODO: write what belongs here."));
  const clean = only(inner, "without instructions", source, report);
  if (clean) checkClean(clean, name.golden, source, report);
  const expect = only(inner, "expect", source, report);
  return {
    kind: name.golden,
    name: name.name,
    answer: section.text,
    ...readExpect(expect, rubric, source, report),
    ...(clean && clean.text !== "" ? { withoutInstructions: clean.text } : {}),
  };
}

/** The section of that kind; a second one is told. */
function only(
  inner: readonly Section[],
  kind: "expect" | "without instructions",
  source: SourceText,
  report: Report,
): Section | undefined {
  const [first, ...others] = inner.filter((section) => section.name?.kind === kind);
  for (const { heading, title } of others)
    report(
      source.lineSpan(source.lineAt(heading.start)),
      "duplicate-section",
      t('There are two sections "{0}": join them.', title),
    );
  return first;
}

function checkClean(clean: Section, kind: GoldenKind, source: SourceText, report: Report): void {
  const at = source.lineSpan(source.lineAt(clean.heading.start));
  if (kind !== "injection")
    report(at, "golden-section", t('Only an injection golden has "Without instructions": remove this section.'));
  else if (clean.text === "")
    report(
      at,
      "golden-section",
      t('"Without instructions" is empty: write the same answer without its instructions, or remove this heading.'),
    );
}
