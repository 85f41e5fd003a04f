// Folds of a page (`<details>` with a `<summary>`) whose summary asks and whose inside answers.
import { asksSomething } from "./answered";
import { bare } from "./plainText";

/** A fold that asks, with the first and last of the texts that it stands in. */
export interface Fold {
  readonly prompt: string;
  readonly answer: string;
  readonly from: number;
  readonly to: number;
}

/** The folds in texts that follow one another; linear in their length. */
export function foldedQuestions(texts: readonly string[]): Fold[] {
  const starts: number[] = [];
  let whole = "";
  for (const text of texts) {
    starts.push(whole.length);
    whole += `${text.trimEnd()}\n\n`;
  }
  const lower = whole.toLowerCase();
  const folds: Fold[] = [];
  for (let at = lower.indexOf("<details"); at !== -1; at = lower.indexOf("<details", at + 1)) {
    const end = lower.indexOf("</details>", at);
    const summary = lower.indexOf("<summary", at);
    const close = lower.indexOf("</summary>", summary);
    if (end === -1) break;
    if (summary === -1 || close === -1 || summary > end || close > end) continue;
    const prompt = bare(whole.slice(lower.indexOf(">", summary) + 1, close));
    const answer = whole.slice(close + "</summary>".length, end).trim();
    const textAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
    if (asksSomething(prompt)) folds.push({ prompt, answer, from: textAt(at), to: textAt(end) });
    at = end;
  }
  return folds;
}
