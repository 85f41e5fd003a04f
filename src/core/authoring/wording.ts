// Words of an answer, fit to stand among a criterion's accepted wordings. Knows no files.
import { visible } from "../reading/invisible";

/**
 * Words of an answer as a wording: one line, without signs that nobody sees and without the marks of a list, quote or
 * heading before it.
 */
export function asWording(words: string): string {
  const line = visible(words).replace(/\s+/g, " ").trim();
  return line.replace(/^(?:(?:[-*+>]|#{1,6}|\d{1,3}[.)])\s+)+/, "").trim();
}
