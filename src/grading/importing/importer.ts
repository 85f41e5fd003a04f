// Import from what people have: the bundle that the editor loads for it, and what the command line calls.
import { t } from "@vscode/l10n";
import { importFormat, type Found, type ImportFile } from "../../core/importing/foundQuestion";
import { questionsInGift } from "../../core/importing/giftQuestions";
import { planImport, type CannotImport, type ImportPlan, type ImportTarget } from "../../core/importing/importPlan";
import { questionsInMarkdown } from "../../core/importing/markdownQuestions";
import { questionsInTable } from "../../core/importing/tableQuestions";
import { english } from "../language/english";
import { languageOf } from "../language/languages";
import { runInSlices, type Slices } from "../text/slices";
import { statementsOf } from "../text/statements";

export { importPage } from "../../core/importing/importPage";
export { readFolder } from "../../core/reading/folderFiles";

/**
 * The questions in files, and what is in none; files of other kinds are named among the latter. Pauses between files.
 */
export async function findQuestions(files: readonly ImportFile[]): Promise<Found> {
  const found = await runInSlices(inEach(files));
  return {
    questions: found.flatMap(({ questions }) => questions),
    leftOut: found.flatMap(({ leftOut }) => leftOut),
  };
}

/** What the import of these would write, worked out with pauses; `language` is the tag that the roadmap names. */
export function planFor(
  questions: Found["questions"],
  target: ImportTarget,
  language?: string,
): Promise<ImportPlan | CannotImport> {
  const read = languageOf(language) ?? english;
  return runInSlices(planImport(questions, target, (prompt, answer) => statementsOf(prompt, answer, read)));
}

function* inEach(files: readonly ImportFile[]): Slices<Found[]> {
  const found: Found[] = [];
  for (const file of files) {
    found.push(questionsIn(file));
    yield;
  }
  return found;
}

function questionsIn(file: ImportFile): Found {
  if (file.text.includes("\uFFFD"))
    return leftOut(file, t("This file is not UTF-8: save it as UTF-8, then import it."));
  switch (importFormat(file.path)) {
    case "markdown":
      return questionsInMarkdown(file);
    case "table":
      return questionsInTable(file);
    case "gift":
      return questionsInGift(file);
    case undefined:
      return file.text.includes("$CATEGORY") || /^::[^\n]*::/m.test(file.text)
        ? questionsInGift(file)
        : leftOut(file, t("This is neither Markdown (.md), a table (.csv, .tsv) nor GIFT (.gift, .txt)."));
  }
}

function leftOut({ path }: ImportFile, why: string): Found {
  return { questions: [], leftOut: [{ file: path, line: 1, why }] };
}
