// Characters that nobody sees: which of them hide something, and a text without them.
import type { TextRange } from "../../core/text/textRange";

const zeroWidth = "\\u200b-\\u200f\\u2060-\\u2064\\ufeff";
const turned = "\\u202a-\\u202e\\u2066-\\u2069";
/**
 * Tag characters that do not end a flag, two zero-width characters or more in a row, turned directions, and runs of
 * the variation
 * selectors that no script uses. One zero-width character by itself joins or parts letters in some scripts and in
 * emoji.
 */
const hidden = new RegExp(
  [
    "(?<!\\u{1f3f4})(?<![\\u{e0000}-\\u{e007f}])[\\u{e0000}-\\u{e007f}]+",
    `(?<![${zeroWidth}])[${zeroWidth}]{2,}`,
    `[${turned}]+`,
    "[\\u{e0100}-\\u{e01ef}]{2,}",
  ].join("|"),
  "gu",
);
/** What is drawn by nobody: all that Unicode says may be ignored, and control characters that end no line. */
const unread = "(?![\\ufe0e\\ufe0f])\\p{Default_Ignorable_Code_Point}|(?:\\ufe0e|\\ufe0f){2,}";
const controls = "[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f]";
const all = new RegExp(`(?:${unread}|${controls}|[\\ufff9-\\ufffb])+`, "gu");
const any = new RegExp(all.source, "u");

/** The first `most` runs of characters that hide something. */
export function invisibleRuns(text: string, most: number): TextRange[] {
  const found: TextRange[] = [];
  if (!/[\u200b-\u206f\ufeff\u{e0000}-\u{e01ef}]/u.test(text)) return found;
  for (const { index, 0: run } of text.matchAll(hidden)) {
    found.push({ start: index, end: index + run.length });
    if (found.length >= most) break;
  }
  return found;
}

/**
 * A text without what nobody sees; joiners between the parts of an emoji, and within words of scripts that need them,
 * stay.
 */
export function withoutInvisible(text: string): string {
  if (!any.test(text)) return text;
  return text.replace(all, (run, at: number) => (isJoiner(run) && joins(text, at) ? run : flagTag(text, at, run)));
}

function isJoiner(run: string): boolean {
  return run === "\u200d" || run === "\u200c";
}

/** Whether letters beyond Latin, or emoji, stand on both sides. */
function joins(text: string, at: number): boolean {
  const around = [text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3)];
  return around.every((side) => /[^\p{Script=Latin}\p{ASCII}\s]/u.test(side));
}

/** The tags of a regional flag stay. */
function flagTag(text: string, at: number, run: string): string {
  return text.slice(Math.max(0, at - 2), at) === "\u{1f3f4}" && run.length <= 14 && run.endsWith("\u{e007f}")
    ? run
    : "";
}
