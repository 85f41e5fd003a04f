// What an import would do, as a Markdown page to be read before it is done: each question with the file that it becomes
// and what a person has to decide, and everything that is in no question, with its place.
import { t } from "@vscode/l10n";
import { escapeReadable } from "../feedback/escapeMarkdown";
import type { LeftOut } from "./foundQuestion";
import type { ImportPlan, PlannedQuestion } from "./importPlan";

/** What a page tells of. */
export interface ImportPage {
  readonly plan: ImportPlan;
  /** All that is in no question, what the plan left out too. */
  readonly leftOut: readonly LeftOut[];
  /** Name of the folder that it goes to. */
  readonly into: string;
}

/** Longer lists are cut, and it is said: nobody reads them, and the page has to open at once. */
const longestList = 500;

/** The page as Markdown. */
export function importPage({ plan, leftOut, into }: ImportPage): string {
  const { questions, roadmapFile } = plan;
  const change = roadmapFile?.isNew === true ? t("It is made anew.") : t("Topics are added at its end.");
  return `${[
    `# ${t("Import into {0}", escapeReadable(into))}`,
    t("Nothing is written yet. Every word is from your files; what a person has to decide begins with TODO."),
    ...(roadmapFile ? [`\`${roadmapFile.path}\`: ${change}`] : []),
    `## ${t("Questions to be made: {0}", questions.length)}`,
    ...table(questions),
    `## ${t("Left out, or to be looked at: {0}", leftOut.length)}`,
    ...leftOutList(leftOut),
  ].join("\n\n")}\n`;
}

function table(questions: readonly PlannedQuestion[]): string[] {
  if (questions.length === 0) return [t("None.")];
  const rows = questions
    .slice(0, longestList)
    .map(
      ({ title, path, toDecide, found }) =>
        `| ${escapeReadable(title)} | \`${path}\` | ${place(found)} | ${String(toDecide)} |`,
    );
  const head = `| ${[t("Question"), t("File"), t("From"), t("To decide")].join(" | ")} |`;
  return [[head, "| --- | --- | --- | --- |", ...rows].join("\n"), ...more(questions.length)];
}

function leftOutList(leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return [t("Nothing.")];
  const lines = leftOut.slice(0, longestList).map((one) => `- ${place(one)}: ${escapeReadable(one.why)}`);
  return [lines.join("\n"), ...more(leftOut.length)];
}

function more(count: number): string[] {
  return count > longestList ? [t("And {0} more.", count - longestList)] : [];
}

function place({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${escapeReadable(file)}:${String(line)}`;
}
