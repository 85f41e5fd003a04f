// Import from what people have: the bundle that the editor loads for it, and what the command line calls.
import { t } from "@vscode/l10n";
import { findConflict } from "../../core/answer/conflictMarkers";
import { importFormat, type Found, type ImportFile } from "../../core/importing/foundQuestion";
import { questionsInGift } from "../../core/importing/giftQuestions";
import { planImport, type CannotImport, type ImportPlan, type ImportTarget } from "../../core/importing/importPlan";
import { questionsInMarkdown } from "../../core/importing/markdownQuestions";
import { questionsInTable } from "../../core/importing/tableQuestions";
import { findPictures, pictureAt } from "../../core/roadmap/pictures";
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
    found.push(withPictureNotes(questionsIn(file)));
    yield;
  }
  return found;
}

function questionsIn(file: ImportFile): Found {
  if (file.text.includes("\uFFFD"))
    return leftOut(file, t("This file is not UTF-8: save it as UTF-8, then import it."));
  const conflict = findConflict(file.text);
  if (conflict)
    return leftOut(
      file,
      t("A merge conflict was left here: keep one side, then import."),
      lineOf(file.text, conflict.start),
    );
  switch (importFormat(file.path)) {
    case "markdown":
      return questionsInMarkdown(file);
    case "table":
      return questionsInTable(file);
    case "gift":
      return questionsInGift(file);
    case undefined:
      if (isTable(file.text)) return questionsInTable(file);
      return file.text.includes("$CATEGORY") || /^::[^\n]*::/m.test(file.text)
        ? questionsInGift(file)
        : leftOut(file, t("This is neither Markdown (.md), a table (.csv, .tsv) nor GIFT (.gift, .txt)."));
  }
}

/** A flashcard program's export, by its head, or rows whose columns are parted by tabs. */
function isTable(text: string): boolean {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const rows = lines.filter((line) => line.trim() !== "");
  return /^#(?:separator|html|columns|notetype|deck)[a-z ]*:/i.test(rows[0] ?? "")
    ? rows.length > 1
    : rows.length > 0 && rows.every((row) => row.trim().includes("\t"));
}

/** Pictures stay where they are: the questions lie elsewhere, so that each is told of. */
function withPictureNotes({ questions, leftOut: others }: Found): Found {
  const notes = questions.flatMap(({ file, line, prompt, answer = "" }) =>
    findPictures(`${prompt}\n\n${answer}`)
      .filter(({ address }) => pictureAt("", address).kind !== "elsewhere")
      .map(({ address }) => ({
        ...{ file, line },
        why: t("The picture {0} is not taken along: put it beside the question.", address),
      })),
  );
  return { questions, leftOut: [...others, ...notes] };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function leftOut({ path }: ImportFile, why: string, line = 1): Found {
  return { questions: [], leftOut: [{ file: path, line, why }] };
}
