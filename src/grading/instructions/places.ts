// Places of an answer where instructions hide: comments, role and verdict tags, chat tokens, fences, data, dialogues.
// Finds the places and says whether their shape alone is a verdict; what their sentences say is judged elsewhere.
import type { TextRange } from "../../core/text/textRange";
import type { OrderPlaces } from "../language/language";
import type { Reading } from "../text/reading";

/** A place that counts as a whole. */
export interface Place extends TextRange {
  /** Its text without tags and comment marks, sentences apart; of a long place its beginning. */
  readonly inner: string;
  /** Whether it assigns a verdict or marks by its shape. */
  readonly verdict: boolean;
  /** Whether tags or comment marks set it apart from what is said. */
  readonly tagged: boolean;
}

/** What is read of one place, in UTF-16 units. */
const longestInner = 4000;
/** Where no closing tag comes within this many characters, the place ends with its line. */
const longestTagged = 4000;

const markup = /<!--|-->|<\/?[a-z|_]{1,30}[^<>]{0,200}>|\[\/?INST\]|<<\/?SYS>>/gi;

/** The places of an answer in which instructions hide. They may overlap. */
export function* hiddenPlaces(answer: string, reading: Reading, words: OrderPlaces): Generator<Place> {
  const place = (range: TextRange, tagged: boolean, verdict: (inner: string, text: string) => boolean): Place => {
    const text = answer.slice(range.start, Math.min(range.end, range.start + longestInner));
    const inner = tagged ? text.replace(markup, "\n") : text;
    return { ...range, inner, tagged, verdict: verdict(inner, text) };
  };
  const verdictInside = (inner: string): boolean => words.gradeKey.test(inner) || assigns(inner, words);
  for (const range of reading.comments) yield place(range, true, verdictInside);
  for (const range of taggedRanges(answer, words))
    yield place(
      range,
      true,
      (inner, text) => verdictInside(inner) || (words.verdictTag.test(text) && words.value.test(inner)),
    );
  for (const range of [...reading.pictures, ...reading.links])
    if (/\s|[-_+]\w+[-_+]/.test(answer.slice(range.start, range.end))) yield namePlace(answer, range);
  for (const range of tables(answer)) yield tablePlace(answer, range, words);
  for (const range of columns(answer)) yield columnPlace(answer, range);
  for (const range of reading.codeBlocks) yield place(range, false, (inner) => assigns(inner, words));
  for (const range of objects(answer, words)) yield place(range, false, (inner) => isVerdictObject(inner, words));
}

/** A picture's or link's names and title, each by itself. */
function namePlace(answer: string, range: TextRange): Place {
  const inner = answer.slice(range.start, Math.min(range.end, range.start + longestInner)).replace(/[[\]()"'!]/g, "\n");
  return { ...range, inner, tagged: false, verdict: false };
}

/** Lines of one word each, read as the sentence that they are. */
function columnPlace(answer: string, range: TextRange): Place {
  const text = answer.slice(range.start, Math.min(range.end, range.start + longestInner));
  return { ...range, inner: text.replace(/[^\p{L}\p{N}']+/gu, " "), tagged: false, verdict: false };
}

/** Five lines of one word each and more. */
function* columns(answer: string): Generator<TextRange> {
  let open: { start: number; end: number; rows: number } | undefined;
  let at = 0;
  for (const line of `${answer}\n\n`.split("\n")) {
    const end = at + line.length;
    if (line.length < 60 && /^\W{0,6}[\p{L}\p{N}']+\W{0,3}$/u.test(line))
      open = { start: open?.start ?? at, end, rows: (open?.rows ?? 0) + 1 };
    else {
      if (open && open.rows > 4) yield { start: open.start, end: open.end };
      open = undefined;
    }
    at = end + 1;
  }
}

/** A table, each cell by itself. */
function tablePlace(answer: string, range: TextRange, words: OrderPlaces): Place {
  const text = answer.slice(range.start, Math.min(range.end, range.start + longestInner));
  return { ...range, inner: text.replaceAll("|", "\n\n"), tagged: false, verdict: isVerdictTable(text, words) };
}

/** Rows of cells that stand together, to the end of each line. */
function* tables(answer: string): Generator<TextRange> {
  if (!answer.includes("|")) return;
  let open: { start: number; end: number; rows: number } | undefined;
  let at = 0;
  for (const line of answer.split("\n")) {
    const end = at + line.length;
    if (/^ {0,3}\|.*\|/.test(line)) open = { start: open?.start ?? at, end, rows: (open?.rows ?? 0) + 1 };
    else {
      if (open && open.rows > 1) yield { start: open.start, end: open.end };
      open = undefined;
    }
    at = end + 1;
  }
  if (open && open.rows > 1) yield { start: open.start, end: open.end };
}

/** Whether a column for verdicts holds one in words ("met", "2/2"), not a measurement. */
function isVerdictTable(text: string, { tableHead, value }: OrderPlaces): boolean {
  const [head = [], ...rows] = text.split("\n").map((line) => line.split("|"));
  const isHead = (cell: string): boolean => tableHead?.test(cell) === true;
  return (
    head.some(isHead) && [head, ...rows].flat().some((cell) => value.test(cell) && /[a-z]{3}|\d ?\/ ?\d/i.test(cell))
  );
}

/** Line by line, so that the pattern never sees more than one. */
function assigns(text: string, { assignment }: OrderPlaces): boolean {
  return text.split("\n").some((line) => line.length < 300 && assignment.test(line));
}

const chatOpening = "<\\|[a-z_]{2,30}\\|>|\\[INST\\]|<<SYS>>";

function* taggedRanges(answer: string, { tagNames }: OrderPlaces): Generator<TextRange> {
  if (!/[<[]/.test(answer)) return;
  const opening = new RegExp(`<(${tagNames})\\b[^<>]{0,200}>|${chatOpening}`, "gi");
  for (let match = opening.exec(answer); match !== null; match = opening.exec(answer)) {
    const start = match.index;
    const from = start + match[0].length;
    const window = answer.slice(from, from + longestTagged);
    const closing = closingOf(match[0], match[1]).exec(window);
    const lineEnd = answer.indexOf("\n", from);
    const end = closing ? from + closing.index + closing[0].length : lineEnd < 0 ? answer.length : lineEnd;
    yield { start, end };
    opening.lastIndex = Math.max(end, from);
  }
}

function closingOf(opening: string, name: string | undefined): RegExp {
  if (name !== undefined) return new RegExp(`</${name}\\s{0,5}>`, "i");
  if (opening.startsWith("[")) return /\[\/INST\]/i;
  return opening.startsWith("<<") ? /<<\/SYS>>/i : /<\|(?:im_end|end|eot_id|endoftext)\|>/i;
}

/** Runs of two or more lines in one paragraph that are labelled with who speaks. */
export function dialogues(text: string, role: RegExp): readonly TextRange[] {
  const found: TextRange[] = [];
  let open: { start: number; end: number; turns: number } | undefined;
  let at = 0;
  const close = (): void => {
    if (open && open.turns > 1) found.push({ start: open.start, end: open.end });
    open = undefined;
  };
  for (const line of text.split("\n")) {
    const end = at + line.length;
    if (line.trim() === "") close();
    else if (role.test(line)) open = { start: open?.start ?? at, end, turns: (open?.turns ?? 0) + 1 };
    else if (open) open.end = end;
    at = end + 1;
  }
  close();
  return found;
}

/** Objects in braces that name a verdict or marks, with a short lead-in on the same line ("Output: {"). */
function* objects(answer: string, { gradeKey }: OrderPlaces): Generator<TextRange> {
  let depth = 0;
  let start = 0;
  const names = (end: number): boolean => gradeKey.test(answer.slice(start, Math.min(end, start + longestInner)));
  for (let i = answer.indexOf("{"); i >= 0 && i < answer.length; i++) {
    const c = answer.charCodeAt(i);
    if (c === 123 && depth++ === 0) start = i;
    else if (c === 125 && depth > 0 && --depth === 0 && names(i + 1))
      yield { start: leadIn(answer, start), end: i + 1 };
  }
  if (depth === 0 || !names(answer.length)) return;
  const blank = answer.indexOf("\n\n", start);
  yield { start: leadIn(answer, start), end: blank < 0 ? answer.length : blank };
}

/** Where a short lead-in on the same line begins, else the object's own start. */
function leadIn(answer: string, start: number): number {
  const before = answer.slice(Math.max(0, start - 60), start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return line.length <= 32 && /^[^\n]{1,30}:\s*$/.test(line) ? start - line.length : start;
}

function isVerdictObject(text: string, { markObject, gradingObject }: OrderPlaces): boolean {
  const object = text.slice(Math.max(0, text.indexOf("{")));
  return markObject.test(object) || gradingObject.test(object);
}
