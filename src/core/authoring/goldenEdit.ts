// One golden more at the end of a question's file, proved by reading the file back: what reads otherwise than meant is
// refused. And the one change that leads from a text to another. Pure.
import { t } from "@vscode/l10n";
import type { Golden, GoldenKind, Question, VerdictKind } from "../roadmap/question";
import type { FileRange } from "../roadmap/roadmap";
import { readFileAlone } from "../reading/roadmapReader";
import { normaliseSource, SourceText } from "../reading/source";
import { firstNew } from "./rubricEdit";

/** A golden to be written. */
export interface NewGolden {
  readonly kind: GoldenKind;
  readonly answer: string;
  readonly expect: Readonly<Record<string, VerdictKind>>;
}

/** A file with something more in it, or why it has not. */
export type EditedFile =
  | { readonly kind: "edited"; readonly text: string; readonly question: Question; readonly heading: string }
  | { readonly kind: "refused"; readonly why: string };

/** The file with a golden at its end; one of a kind that it has already is named a draft. */
export function addGolden(path: string, text: string, golden: NewGolden): EditedFile {
  const before = readFileAlone(path, text);
  if (before.question === undefined)
    return { kind: "refused", why: t("The question's file has errors: mend them first.") };
  const answer = golden.answer.replace(/\r\n?/g, "\n").trim();
  if (!/[\p{L}\p{N}]/u.test(answer)) return { kind: "refused", why: t("There are no words to accept.") };
  if (before.question.goldens.some((known) => known.answer.trim() === answer))
    return { kind: "refused", why: t("These words are a sample answer already.") };
  const name = freeName(before.question.goldens, golden.kind);
  const heading = `Golden: ${golden.kind}${name === "" ? "" : ` (${name})`}`;
  const expected = Object.entries(golden.expect).map(([id, verdict]) => `- ${id}: ${verdict}\n`);
  const source = normaliseSource(text).trimEnd();
  const edited = `${source}\n\n## ${heading}\n\n${answer}\n\n### Expect\n\n${expected.join("")}`;
  const after = readFileAlone(path, edited);
  const worse = firstNew(before.findings, after.findings);
  if (worse !== undefined) return { kind: "refused", why: worse.message };
  const meant = { ...before.question, goldens: [...before.question.goldens, { ...golden, name, answer }] };
  if (after.question === undefined || !sameQuestion(after.question, meant))
    return { kind: "refused", why: t("These words cannot stand in the file as they are: add them by hand.") };
  return { kind: "edited", text: edited, question: after.question, heading };
}

/** The one range that differs between two texts, and what takes its place. */
export function changeBetween(before: string, after: string): { readonly range: FileRange; readonly newText: string } {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  let same = 0;
  while (same < least - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const range = new SourceText(before).range({ start, end: before.length - same });
  return { range, newText: after.slice(start, after.length - same) };
}

function freeName(goldens: readonly Golden[], kind: GoldenKind): string {
  const taken = new Set(goldens.filter((golden) => golden.kind === kind).map(({ name }) => name));
  if (taken.size === 0) return "";
  for (let n = 1; ; n++) {
    const name = n === 1 ? "draft" : `draft ${String(n)}`;
    if (!taken.has(name)) return name;
  }
}

/** Whatever the order of keys. */
function sameQuestion(a: Question, b: Question): boolean {
  const flat = ({ goldens, ...rest }: Question): string =>
    JSON.stringify([
      rest,
      goldens.map(({ kind, name, answer, expect }) => [kind, name, answer, Object.entries(expect).sort()]),
    ]);
  return flat(a) === flat(b);
}
