// Questions from a table: CSV, TSV, or a flashcard program's export. Columns are known by the names in the first row;
// without names the first column asks and the second answers.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- each layer's type check must find it
/// <reference path="./papaparse.d.ts" />
import { t } from "@vscode/l10n";
import papa from "papaparse";
import { topicOfPath, type Found, type FoundQuestion, type ImportFile, type LeftOut } from "./foundQuestion";

type Column = "question" | "answer" | "title" | "topic" | "marks" | "hints";

/** Names of columns, lower case, as spreadsheets and flashcard programs have them in the languages that we speak. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  question: ["question", "prompt", "q", "front", "frage", "vorderseite", "问题", "正面"],
  answer: [
    "answer",
    "reference",
    "solution",
    "model answer",
    "a",
    "back",
    "antwort",
    "lösung",
    "rückseite",
    "答案",
    "背面",
  ],
  title: ["title", "name", "titel", "标题"],
  topic: ["topic", "category", "chapter", "deck", "section", "tag", "tags", "thema", "kapitel", "主题", "分类"],
  marks: ["marks", "points", "score", "punkte", "分数"],
  hints: ["hint", "hints", "hinweis", "hinweise", "提示"],
};

/** Lines that say how the table is written, as flashcard programs put them at its head. */
const directives = /^(?:#[a-z ]+:[^\n]*\r?\n)+/i;
/** Excel names the separator so. */
const separatorLine = /^sep=.\r?\n/i;

/** The questions of a table, one a row. */
export function questionsInTable({ path, text }: ImportFile): Found {
  const body = text.replace(/^\uFEFF/, "");
  const head = (directives.exec(body) ?? separatorLine.exec(body))?.[0] ?? "";
  const { data, errors } = papa.parse(body.slice(head.length), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", ";", "\t", "|"],
  });
  const leftOut: LeftOut[] = [];
  const broken = new Set<number>();
  for (const { row, message } of errors) {
    if (row === undefined || broken.has(row)) continue;
    broken.add(row);
    leftOut.push({ file: path, line: row + 1, why: t("This row cannot be read: {0}.", message) });
  }
  const columns = columnsOf(data);
  for (const name of columns.unknown)
    leftOut.push({ file: path, line: 1, why: t('The column "{0}" has no place in a question.', name) });
  const questions: FoundQuestion[] = [];
  data.forEach((cells, i) => {
    if ((i === 0 && columns.named) || broken.has(i)) return;
    const row = questionOfRow(cells, columns.at, path, i + 1);
    if ("why" in row) leftOut.push(row);
    else questions.push(row);
  });
  return { questions, leftOut };
}

interface Columns {
  readonly at: ReadonlyMap<Column, number>;
  readonly named: boolean;
  /** Names of columns that are left out. */
  readonly unknown: readonly string[];
}

function columnsOf(data: readonly (readonly string[])[]): Columns {
  const first = data[0] ?? [];
  const at = new Map<Column, number>();
  const unknown: string[] = [];
  first.forEach((cell, i) => {
    const name = cell.trim().toLowerCase();
    const column = (Object.keys(columnNames) as Column[]).find((key) => columnNames[key].includes(name));
    if (column !== undefined && !at.has(column)) at.set(column, i);
    else if (name !== "") unknown.push(cell.trim());
  });
  if (at.has("question")) return { at, named: true, unknown };
  const widest = data.reduce((most, row) => Math.max(most, row.length), 0);
  const others = Array.from({ length: Math.max(0, widest - 2) }, (_, i) => String(i + 3));
  return {
    at: new Map<Column, number>([
      ["question", 0],
      ["answer", 1],
    ]),
    named: false,
    unknown: others,
  };
}

function questionOfRow(
  cells: readonly string[],
  columns: ReadonlyMap<Column, number>,
  file: string,
  line: number,
): FoundQuestion | LeftOut {
  const cell = (column: Column): string => (cells[columns.get(column) ?? -1] ?? "").trim();
  const prompt = cell("question");
  if (prompt === "") return { file, line, why: t("This row has no question.") };
  const hint = cell("hints");
  const marks = Number(cell("marks"));
  return {
    file,
    line,
    prompt,
    topic: cell("topic") || topicOfPath(file, false),
    ...(cell("title") === "" ? {} : { title: cell("title") }),
    ...(cell("answer") === "" ? {} : { answer: cell("answer") }),
    ...(Number.isInteger(marks) && marks > 0 ? { marks } : {}),
    ...(hint === "" ? {} : { hints: [hint] }),
  };
}
