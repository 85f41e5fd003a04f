// What of an answer a model is shown, and what of it is no evidence. Decided in code, before any call.
// Sentences that look like instructions to the grader are taken out, not marked: the model then sees what it would see
// had they never been written, so they cannot change a verdict. The learner is told by the flag
// "instructions-in-answer".
import type { TextRange } from "../../core/text/textRange";

/**
 * The answer without `ranges`; white space at each gap becomes that of its wider side, and none is left at the ends.
 */
export function withoutRanges(answer: string, ranges: readonly TextRange[]): string {
  let out = "";
  let at = 0;
  const join = (piece: string): void => {
    const left = /\s*$/.exec(out)?.[0] ?? "";
    const right = /^\s*/.exec(piece)?.[0] ?? "";
    const gap =
      lines(left) > lines(right) || (lines(left) === lines(right) && left.length > right.length) ? left : right;
    const rest = piece.slice(right.length);
    const before = out.slice(0, out.length - left.length);
    out = before === "" ? rest : before + gap + rest;
  };
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start > at) join(answer.slice(at, start));
    at = Math.max(at, end);
  }
  join(answer.slice(at));
  return out.trimEnd();
}

function lines(space: string): number {
  return space.split("\n").length;
}

const angleToken = /<\|(?=[^\n]{0,40}\|>)/;
const tag = /<(?=\/?(?:think(?:ing)?|s|start_of_turn|end_of_turn|system|assistant|user|answer-[0-9a-z-]*)>)/;
const bracketToken = /\[(?=\/?(?:INST|SYS|SYSTEM_PROMPT|TOOL_CALLS|AVAILABLE_TOOLS)\])/;
const doubledTag = /<(?=<\/?SYS>>)/;

/** Tokens that chat templates and our own fence give a meaning. */
const special = new RegExp([angleToken, tag, bracketToken, doubledTag].map(({ source }) => source).join("|"), "gi");

/**
 * The text with every look-alike of a fence or a chat template's token broken by a backslash. Words are left as they
 * are, so quotes of it are still found.
 */
export function escapeLookAlikes(text: string, fence: string): string {
  const escaped = text.replace(special, (opening) => `${opening}\\`);
  // The fence is random; a text that holds it all the same has been told it.
  return fence === "" ? escaped : escaped.split(fence).join(`${fence.slice(0, 1)}\\${fence.slice(1)}`);
}
