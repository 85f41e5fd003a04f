// Reads one golden: its heading, its sample answer, what a grader is expected to find.
import { t } from "@vscode/l10n";
import type { Golden, GoldenKind } from "../roadmap/question";
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
  const [first = "criterion"] = criteria;
  const expected = {
    full: criteria.map((id) => `- ${id}: met`),
    partial: [`- ${first}: partly`],
    misconception: [`- ${first}: contradicted`],
    injection: [`- ${first}: missed`],
  } satisfies Record<typeof kind, readonly string[]>;
  return `## Golden: ${kind}\n\nTODO\n\n### Expect\n\n${expected[kind].join("\n")}`;
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
