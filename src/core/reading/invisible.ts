// Characters that nobody sees: they hide in what was pasted and make a key or a heading another one than it looks like.
import { t } from "@vscode/l10n";

/** Zero-width and direction characters, the soft hyphen, and blanks that are not the blank of the keyboard. */
const characters = "\\u00AD\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF";
const oddBlanks = "\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000";

/** For a character class of a pattern. */
export const invisibleClass = `${characters}${oddBlanks}`;

const all = new RegExp(`[${invisibleClass}]`, "g");
const first = new RegExp(`[${invisibleClass}]`);
const isOddBlank = new RegExp(`[${oddBlanks}]`);

/** Offset of the first such character, or -1. */
export function findInvisible(text: string): number {
  return text.search(first);
}

/** The text as it looks: odd blanks are blanks, the others are gone. */
export function visible(text: string): string {
  return text.replace(all, (c) => (isOddBlank.test(c) ? " " : ""));
}

/** What to say of the first such character of a text. */
export function invisibleMessage(text: string): string {
  const code = (first.exec(text)?.[0] ?? "").charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return t("The invisible character U+{0} stands here: remove it, or write a plain blank.", code);
}

/** The title of its mend. */
export function invisibleMend(): string {
  return t("Remove what is invisible");
}
