// What formatters and clean-ups of a save make of an answer document: the lines that mark it stay, and the answer's
// text as such is the same.
import { format } from "prettier";
import { expect, it } from "vitest";
import { answerHeader, parseAnswerDocument } from "../../../../src/core/answer/answer";
import { answerHash } from "../../../../src/core/text/hash";
import { samplePlaced } from "../roadmap/samplePlaced";

const header = answerHeader(samplePlaced(), {
  marks: "4 marks",
  instruction: 'Write your answer below this line, save, then run "Grade my answer".',
});
const answer = "It repeats itself.  \n\n\nA loss `d(x)` that compares batches helps, and List<T> stays.\n\n\n";

/** Clean-ups that editors and linters do on a save. */
const cleanUps: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  "files.trimTrailingWhitespace": (text) => text.replaceAll(/[ \t]+$/gm, ""),
  "files.trimFinalNewlines and insertFinalNewline": (text) => `${text.trimEnd()}\n`,
  "markdownlint, blank lines around headings": (text) => text.replace(/^(# .*)\n/m, "$1\n\n"),
  "markdownlint, no blank lines in a row": (text) => text.replaceAll(/\n{3,}/g, "\n\n"),
  Prettier: (text) => format(text, { parser: "markdown" }),
  "Prettier, narrow": (text) => format(text, { parser: "markdown", proseWrap: "always", printWidth: 40 }),
  "Prettier, unwrapped, with CRLF": (text) =>
    format(text, { parser: "markdown", proseWrap: "never", endOfLine: "crlf" }),
};

it.each(Object.keys(cleanUps))("stays an answer document after %s", async (name) => {
  const before = parseAnswerDocument(header + answer);
  const text = (await cleanUps[name]?.(header + answer)) ?? "";
  expect(text).not.toBe(header + answer);
  const after = parseAnswerDocument(text);
  if (before.kind !== "answer" || after.kind !== "answer") throw new Error("no answer line");
  expect({ key: after.key, promptHash: after.promptHash }).toEqual({ key: before.key, promptHash: before.promptHash });
  expect(text.slice(0, after.answerStart)).toContain("roadmap-tutor:answer");
  // A formatter may wrap the learner's lines and join their blank ones; it loses and adds no word.
  const words = (from: string): string => from.split(/\s+/).join(" ").trim();
  expect(words(after.answer)).toBe(words(before.answer));
  if (name.startsWith("files.")) expect(answerHash(after.answer)).toBe(answerHash(before.answer));
});
