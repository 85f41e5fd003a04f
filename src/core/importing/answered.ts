// Tells the question from its answer where a text holds both: by "Q:" and "A:", by a question mark, or by "::".
import { bare } from "./plainText";

/** A question and, where the text has one, its answer; both verbatim. */
export interface Answered {
  readonly prompt: string;
  readonly answer: string;
}

const emphasis = "[*_]{0,3}";
const asks = new RegExp(
  `^\\s*${emphasis}(?:(?:Q(?:uestion)?|Frage|问题?)\\s?\\d{0,4}\\s?[:：]|Q\\d{1,4}[.)])${emphasis}\\s*`,
  "i",
);
const answers = new RegExp(
  `(?:^|\\n|\\s)\\s*${emphasis}(?:A(?:nswer|ntwort|ns)?|答案?)\\s?\\d{0,4}\\s?[:：]${emphasis}\\s*`,
);
const startsAnswer = new RegExp(
  `^\\s*${emphasis}(?:A(?:nswer|ntwort|ns)?|答案?)\\s?\\d{0,4}\\s?[:：]${emphasis}\\s*`,
  "i",
);
const questionEnd = /[?？][*_)"'”’]{0,4}\s*$/;
/** Longest line that is taken for a question. */
const longestQuestion = 600;

/** Whether a text begins as "Q:", "Question 3:", "Q3." do. */
export function hasMarker(text: string): boolean {
  return asks.test(text);
}

/** Whether a line asks: by its mark or its sign. */
export function asksSomething(line: string): boolean {
  return line.length <= longestQuestion && (asks.test(line) || questionEnd.test(line));
}

/** Question and answer of a text that begins with the question; undefined where none can be told. */
export function splitAnswered(text: string): Answered | undefined {
  const first = text.slice(0, lineEnd(text));
  if (asks.test(text)) return byMarks(text.replace(asks, ""));
  if (first.length > longestQuestion) return undefined;
  if (questionEnd.test(first)) return { prompt: unwrapped(first), answer: answerOf(text.slice(first.length)) };
  const card = first.indexOf(" :: ");
  if (card > 0) return { prompt: first.slice(0, card).trim(), answer: text.slice(card + 4).trim() };
  const sign = lastSign(first);
  if (sign === undefined) return undefined;
  return { prompt: unwrapped(first.slice(0, sign)), answer: answerOf(text.slice(sign)) };
}

/** The text as an answer, without the "A:" before it and the fold around it. */
export function answerOf(text: string): string {
  const own = unfolded(text.trim()).replace(startsAnswer, "");
  return own.trim();
}

/** A heading or line as a question, without its "Q:", its number and the emphasis around all of it. */
export function unwrapped(line: string): string {
  const own = line
    .trim()
    .replace(asks, "")
    .replace(/^\d{1,4}[.)]\s+/, "");
  const inner = /^(\*{1,3}|_{1,3})(.+)\1$/.exec(own.trim());
  const text = inner?.[2] ?? own;
  return (text.includes("*") || text.includes("_") ? text : bare(text)).trim();
}

function byMarks(body: string): Answered {
  const answer = answers.exec(body);
  if (answer)
    return { prompt: loose(body.slice(0, answer.index)), answer: body.slice(answer.index + answer[0].length).trim() };
  const paragraph = body.search(/\n[ \t]*\n/);
  const first = lineEnd(body);
  const end = questionEnd.test(body.slice(0, first)) || paragraph === -1 ? first : paragraph;
  return { prompt: loose(body.slice(0, end)), answer: answerOf(body.slice(end)) };
}

/** Without the emphasis that began before the mark and ends behind the question. */
function loose(text: string): string {
  const own = text.trim();
  const stars = /([*_]{1,3})$/.exec(own)?.[1];
  return stars !== undefined && own.indexOf(stars) === own.length - stars.length
    ? own.slice(0, -stars.length).trim()
    : own;
}

/** Behind the last question mark of a line that ends a sentence; the emphasis that closes there belongs to it. */
function lastSign(line: string): number | undefined {
  const found = [...line.matchAll(/[?？][*_)"'”’]{0,4}(?=\s)/g)].at(-1);
  return found && found.index + found[0].length;
}

function lineEnd(text: string): number {
  const end = text.indexOf("\n");
  return end === -1 ? text.length : end;
}

/** What a fold ("Show answer") hides. */
function unfolded(text: string): string {
  if (!/^<details[\s>]/i.test(text) || !/<\/details>$/i.test(text)) return text;
  const summary = /<\/summary>/i.exec(text);
  const start = summary ? summary.index + summary[0].length : text.indexOf(">") + 1;
  return text.slice(start, text.length - "</details>".length).trim();
}
