// The answer document: what its file looks like, and which part of it is the learner's answer.
// The answer is everything below the answer line, byte for byte. No file access here.
import type { QuestionKey } from "../roadmap/questionKey";
import { promptHash } from "../text/hash";
import type { PlacedQuestion } from "../roadmap/roadmap";
import { promptPictures } from "../roadmap/pictureNames";
import { asAddress, withPictures } from "../roadmap/pictures";
import { keyText, parseKey } from "../roadmap/questionKey";
import { withoutRemotePictures } from "../roadmap/remotePictures";

/** The two sentences of an answer document that follow the display language. */
export interface DocumentWords {
  /** E.g. "4 marks". */
  readonly marks: string;
  /** What to do, e.g. `Write your answer below this line, save, then run "Grade my answer".` */
  readonly instruction: string;
}

/** What a text is. Offsets are UTF-16 into the whole text; `answer === text.slice(answerStart)`. */
export type ParsedDocument =
  | {
      readonly kind: "answer";
      readonly key: QuestionKey;
      /** 12 hex digits, or "" where the comment is gone. */ readonly promptHash: string;
      readonly answerStart: number;
      readonly answer: string;
    }
  /** A question's document whose answer line is gone: what is the answer cannot be told. */
  | { readonly kind: "no-line"; readonly key: QuestionKey }
  | { readonly kind: "other" };

/** Replace `[start, end)` of a text by `text`; UTF-16 offsets. */
export interface DocumentEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const questionComment = /^\uFEFF?[ \t]*<!--[ \t]*roadmap-tutor:question[ \t]+(\S+)(?:[ \t]+([0-9a-f]{12}))?[^\r\n]*/m;
const answerLine =
  /^\uFEFF?[ \t]*<!--[ \t]*roadmap-tutor:answer(?![\w-])(?:[^\r\n]*?-->([^\r\n]*)|[^\r\n]*)(\r\n|\n|\r|$)/m;

/** A fresh document for a question, up to and including an empty line to write on. */
export function newAnswerDocument(placed: PlacedQuestion, words: DocumentWords): string {
  return `${answerHeader(placed, words)}\n`;
}

/** All that stands above an answer, ending with the answer line and its newline. Lines end with `\n`. */
export function answerHeader({ roadmap, topic, question }: PlacedQuestion, words: DocumentWords): string {
  const key = keyText({ roadmap: roadmap.id, question: question.id });
  const comment = `<!-- roadmap-tutor:question ${key} ${promptHash(question)} -->`;
  const place = [roadmap.title, topic.title, words.marks].map(oneLine).join(" · ");
  const asked = withoutMarkers(question.prompt.replace(/\r\n?/g, "\n"));
  const prompt = withoutRemotePictures(withPictures(asked, topic.id, besideAnswer)).trim();
  const line = `<!-- roadmap-tutor:answer · ${oneLine(words.instruction).replaceAll("--", "–")} -->`;
  return `# ${oneLine(question.title)}\n${comment}\n\n> ${place}\n\n${prompt}\n\n${line}\n`;
}

/** The address of a question's picture in its answer's document. */
function besideAnswer(path: string): string {
  return asAddress(`${promptPictures}/${path}`);
}

/** Tells what a text is. `pathKey` is the question that its path names, used where the comment is gone. */
export function parseAnswerDocument(text: string, pathKey?: QuestionKey): ParsedDocument {
  const line = answerLine.exec(text);
  const header = line ? text.slice(0, line.index) : text;
  const comment = questionComment.exec(header);
  const key = (comment?.[1] === undefined ? undefined : parseKey(comment[1])) ?? pathKey;
  if (key === undefined) return { kind: "other" };
  if (line === null) return { kind: "no-line", key };
  const answerStart = behindLine(line);
  return { kind: "answer", key, promptHash: comment?.[2] ?? "", answerStart, answer: text.slice(answerStart) };
}

/**
 * The edit that puts a new header above the answer and leaves the answer's every byte; undefined where there is no
 * answer line.
 */
export function updatePrompt(text: string, header: string): DocumentEdit | undefined {
  const start = startOfAnswer(text);
  return start === undefined ? undefined : { start: bomLength(text), end: start, text: withLineEnds(header, text) };
}

/**
 * The edit that puts a lost answer line back, always above everything that could be the learner's; undefined where the
 * line is there.
 */
export function restoreAnswerLine(text: string, header: string): DocumentEdit | undefined {
  if (answerLine.test(text)) return undefined;
  const lines = header.trimEnd().split("\n");
  const marker = lines.pop() ?? "";
  const insert = (at: number, inserted: string): DocumentEdit => ({
    start: at,
    end: at,
    text: withLineEnds(inserted, text),
  });
  const comment = questionComment.exec(text);
  if (!comment) return insert(bomLength(text), header);
  // Below the prompt's last line where that still stands; else right below the comment.
  const after = comment.index + comment[0].length;
  const promptEnd = lines.findLast((line) => line.trim() !== "") ?? "";
  const found = promptEnd.startsWith("<!--") ? -1 : endOfLine(text, promptEnd, after);
  return insert(found < 0 ? after : found, `\n\n${marker}`);
}

/** The text with the edit made. */
export function applyEdit(text: string, edit: DocumentEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

// Letters that show nothing: the fillers of Hangul.
const wordOrNumber = /(?![\u115F\u1160\u3164\uFFA0])[\p{L}\p{N}]/u;

/**
 * True when an answer has no letter and no number outside closed HTML comments: `***` is as blank as nothing. Linear.
 */
export function isBlank(answer: string): boolean {
  for (let at = 0; ;) {
    const open = answer.indexOf("<!--", at);
    const close = open < 0 ? -1 : answer.indexOf("-->", open + 4);
    // A comment without an end hides nothing: what stands behind it is the learner's text.
    if (close < 0) return !wordOrNumber.test(answer.slice(at));
    if (wordOrNumber.test(answer.slice(at, open))) return false;
    at = close + 3;
  }
}

/**
 * Where to put the cursor when an answer is opened: behind its last word, or at its end when it is blank. UTF-16 offset
 * into the whole text.
 */
export function writingPosition(parsed: Extract<ParsedDocument, { kind: "answer" }>): number {
  return parsed.answerStart + (isBlank(parsed.answer) ? parsed.answer.length : parsed.answer.trimEnd().length);
}

function startOfAnswer(text: string): number | undefined {
  const line = answerLine.exec(text);
  return line === null ? undefined : behindLine(line);
}

/**
 * Where the answer begins: on the line below, or right behind the answer line's comment where words slipped onto it.
 */
function behindLine(line: RegExpExecArray): number {
  const [whole, behind = "", lineEnd = ""] = line;
  const end = line.index + whole.length;
  return behind.trim() === "" ? end : end - lineEnd.length - behind.length;
}

function oneLine(text: string): string {
  return withoutMarkers(text.replace(/\s+/g, " ").trim());
}

/** A roadmap's text must not be taken for a marker: its `<!-- roadmap-tutor:` is shown, not obeyed. */
function withoutMarkers(text: string): string {
  return text.replace(/<!--(?=\s*roadmap-tutor:)/g, "&lt;!--");
}

function withLineEnds(text: string, like: string): string {
  return /\r\n/.test(like) ? text.replaceAll("\n", "\r\n") : text;
}

function bomLength(text: string): number {
  return text.startsWith("\uFEFF") ? 1 : 0;
}

/** Offset of the end of the first line equal to `line` at or after `from`; -1 where there is none. */
function endOfLine(text: string, line: string, from: number): number {
  let at = from;
  for (const part of text.slice(from).split(/(\r\n|\n|\r)/)) {
    if (part === line) return at + part.length;
    at += part.length;
  }
  return -1;
}
