// Questions from Markdown as people keep it: lists of questions with their answers, "Q:" and "A:", folds, and notes in
// which a heading asks and the text under it answers.
import { t } from "@vscode/l10n";
import { marked, type Token } from "marked";
import { answerOf, asksSomething, hasMarker, splitAnswered, unwrapped, type Answered } from "./answered";
import { nameOf, topicOfPath, type Found, type FoundQuestion, type ImportFile, type LeftOut } from "./foundQuestion";
import { foldedQuestions } from "./folds";
import { bare } from "./plainText";

/** A block of the file with its 1-based line. */
interface Block {
  readonly token: Token;
  readonly line: number;
}

/** A heading and what stands under it, up to the next heading of any level. */
interface Part {
  readonly heading: { readonly text: string; readonly depth: number } | undefined;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** The questions of a Markdown file. */
export function questionsInMarkdown({ path, text }: ImportFile): Found {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const matter = /^---\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source)?.[0] ?? "";
  const reader = new MarkdownReader(path, partsOf(source.slice(matter.length), matter.split("\n").length));
  if (matter !== "") reader.leave(1, t("The properties at the head of the file have no place in a question."));
  reader.read();
  const alone = reader.questions.length === 1;
  const questions = reader.questions.map((found) => ({ ...found, topic: found.topic || topicOfPath(path, alone) }));
  return { questions, leftOut: reader.leftOut };
}

function partsOf(text: string, firstLine: number): Part[] {
  const parts: { heading: Part["heading"]; line: number; blocks: Block[] }[] = [
    { heading: undefined, line: firstLine, blocks: [] },
  ];
  let line = firstLine;
  for (const token of marked.lexer(text)) {
    if (token.type === "heading" && "depth" in token)
      parts.push({ heading: { text: String(token["text"]), depth: Number(token["depth"]) }, line, blocks: [] });
    else if (token.type !== "space") parts.at(-1)?.blocks.push({ token, line: line + leadingLines(token.raw) });
    line += count(token.raw, "\n");
  }
  return parts;
}

class MarkdownReader implements Found {
  readonly questions: FoundQuestion[] = [];
  readonly leftOut: LeftOut[] = [];
  /** Level of the headings that ask; 0 where none does. */
  private readonly asking: ReadonlySet<number>;
  /** Titles of the headings above, by level. */
  private readonly above = new Map<number, string>();

  constructor(
    private readonly file: string,
    private readonly parts: readonly Part[],
  ) {
    this.asking = askingDepths(parts);
  }

  leave(line: number, why: string): void {
    this.leftOut.push({ file: this.file, line, why });
  }

  read(): void {
    for (let i = 0; i < this.parts.length; i++) {
      const part = this.parts[i];
      if (!part) break;
      if (part.heading === undefined) this.readBlocks(part);
      else if (this.asks(part)) i = this.takeHeading(part, i);
      else this.readGroup(part, part.heading);
    }
    if (this.questions.length === 0) this.wholeNote();
  }

  private asks({ heading, blocks }: Part): boolean {
    if (heading === undefined || !this.asking.has(heading.depth)) return false;
    return asksSomething(heading.text) || (!isContents(blocks) && pairsOf(blocks).length === 0);
  }

  /** A heading that asks; what stands under it and under deeper headings answers. Returns the last part taken. */
  private takeHeading({ heading, line, blocks }: Part, at: number): number {
    const text = heading?.text ?? "";
    const depth = heading?.depth ?? 0;
    const asked = asksSomething(text);
    let answer = rawOf(blocks);
    let last = at;
    for (let next = this.parts[last + 1]; next; next = this.parts[last + 1]) {
      const below = next.heading;
      if (!below || below.depth <= depth || (asksSomething(below.text) && this.asking.has(below.depth))) break;
      answer += `\n\n${"#".repeat(Math.min(6, Math.max(3, below.depth)))} ${below.text}\n\n${rawOf(next.blocks)}`;
      last++;
    }
    const decide = asked ? {} : { decide: t("this was a heading. Make it a question.") };
    this.push(line, { prompt: unwrapped(text), answer: answerOf(answer) }, this.topicAbove(depth), decide);
    return last;
  }

  private readGroup(part: Part, { text, depth }: NonNullable<Part["heading"]>): void {
    for (const level of [...this.above.keys()]) if (level >= depth) this.above.delete(level);
    this.above.set(depth, bare(text));
    this.readBlocks(part);
  }

  /** Text that no heading asks for: its lists, its "Q:" and its folds are questions, the rest is left out. */
  private readBlocks({ blocks }: Part): void {
    const pairs = pairsOf(blocks);
    const taken = new Set(pairs.flatMap((pair) => pair.blocks));
    for (const { line, answered } of pairs) this.push(line, answered, this.topicAbove(7));
    const left = blocks.filter((block) => !taken.has(block) && block.token.type !== "def" && block.token.type !== "hr");
    const [first] = left;
    if (first && (pairs.length > 0 || this.asking.size > 0))
      this.leave(first.line, t('This text belongs to no question: "{0}".', shortened(bare(first.token.raw))));
  }

  /** A note in which nothing asks: its name is the question. */
  private wholeNote(): void {
    const answer = this.parts.map(
      (part) => `${part.heading ? `### ${part.heading.text}\n\n` : ""}${rawOf(part.blocks)}`,
    );
    const text = answer.join("\n\n").trim();
    if (text === "") {
      this.leave(1, t("This file is empty."));
      return;
    }
    this.push(1, { prompt: nameOf(this.file), answer: text }, undefined, {
      decide: t("this was the name of a note. Make it a question."),
    });
  }

  private topicAbove(depth: number): string | undefined {
    const levels = [...this.above.keys()].filter((level) => level < depth);
    return this.above.get(Math.max(...levels));
  }

  private push(
    line: number,
    { prompt, answer }: Answered,
    topic: string | undefined,
    more: Partial<FoundQuestion> = {},
  ) {
    if (!/[\p{L}\p{N}]/u.test(prompt)) {
      this.leave(line, t("This question has no words."));
      return;
    }
    this.questions.push({
      file: this.file,
      line,
      prompt,
      topic: topic ?? "",
      ...(answer === "" ? {} : { answer }),
      ...more,
    });
  }
}

/** The levels of headings that ask: those with a question among them, else the first level that has several. */
function askingDepths(parts: readonly Part[]): ReadonlySet<number> {
  const headings = parts.flatMap((part) => (part.heading ? [{ ...part.heading, part }] : []));
  const asking = new Set(headings.filter(({ text }) => asksSomething(text)).map(({ depth }) => depth));
  if (asking.size > 0 || headings.length === 0) return asking;
  if (parts.some((part) => pairsOf(part.blocks).length > 0)) return asking;
  const levels = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  const several = levels.find((level) => headings.filter(({ depth }) => depth === level).length > 1);
  return new Set([several ?? levels[0] ?? 1]);
}

interface Pair {
  readonly line: number;
  readonly answered: Answered;
  readonly blocks: readonly Block[];
}

/** Questions with their answers among blocks: folds, lists, paragraphs that begin with "Q:". */
function pairsOf(blocks: readonly Block[]): Pair[] {
  const folds = foldedQuestions(blocks.map(({ token }) => token.raw)).map(({ prompt, answer, from, to }): Pair => {
    const own = blocks.slice(from, to + 1);
    return { line: own[0]?.line ?? 1, answered: { prompt: unwrapped(prompt), answer: answerOf(answer) }, blocks: own };
  });
  const folded = new Set(folds.flatMap((fold) => fold.blocks));
  const others = blocks.filter((block) => !folded.has(block));
  return [...listedPairs(others), ...folds].sort((a, b) => a.line - b.line);
}

function listedPairs(blocks: readonly Block[]): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (block.token.type === "list") pairs.push(...listPairs(block));
    else if (block.token.type === "paragraph" && opensPair(block.token.raw)) {
      let end = i + 1;
      while (end < blocks.length && !opensPair(blocks[end]?.token.raw ?? "")) end++;
      const own = blocks.slice(i, end);
      const answered = splitAnswered(rawOf(own));
      if (answered) pairs.push({ line: block.line, answered, blocks: own });
      i = end - 1;
    }
  }
  return pairs;
}

/** A paragraph that is marked as a question, or is one line in bold that asks. */
function opensPair(raw: string): boolean {
  const text = raw.trim();
  return hasMarker(text) || (/^(\*\*|__)[^\n]+\1(?:\n|$)/.test(text) && asksSomething(text.split("\n", 1)[0] ?? ""));
}

/** A list in which at least half of the items ask. */
function listPairs(block: Block): Pair[] {
  if (!("items" in block.token) || !Array.isArray(block.token["items"])) return [];
  const items = block.token["items"] as readonly { readonly text: string; readonly raw: string }[];
  const split = items.map(({ text }) => splitAnswered(text));
  if (split.filter((each) => each !== undefined).length * 2 < items.length) return [];
  let line = block.line;
  return items.map((item, i): Pair => {
    const at = line;
    line += count(item.raw, "\n");
    const [first = "", ...rest] = item.text.split("\n");
    const answered = split[i] ?? { prompt: first.trim(), answer: answerOf(rest.join("\n")) };
    return { line: at, answered, blocks: [block] };
  });
}

/** A table of contents: nothing but links. */
function isContents(blocks: readonly Block[]): boolean {
  return (
    blocks.length > 0 &&
    blocks.every(
      ({ token }) => token.type === "list" && /^(?:\s*(?:[-*+]|\d+[.)])\s+\[[^\n]*\]\([^\n]*\)\s*)+$/.test(token.raw),
    )
  );
}

function rawOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ token }) => token.raw.trimEnd())
    .join("\n\n")
    .trim();
}

function leadingLines(raw: string): number {
  return count(raw.slice(0, raw.length - raw.trimStart().length), "\n");
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
