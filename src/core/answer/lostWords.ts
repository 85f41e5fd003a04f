// Whether one text holds all that another says, however its lines, blanks, marks and the numbers of its lists were
// changed on the way: a formatter loses nothing, another window's text does.

/** A run of letters and digits; of Chinese, which has no blanks, a run by itself, so that blanks beside it are none. */
const word = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

/** The number of a list's item, which formatters count anew. */
const itemNumber = /^[ \t>]*\d+[.)](?=[ \t])/gm;

/** True where a word of `text` is missing in `other`, or stands there fewer times. */
export function losesWords(text: string, other: string): boolean {
  const counts = new Map<string, number>();
  for (const [found] of other.replace(itemNumber, "").matchAll(word)) counts.set(found, (counts.get(found) ?? 0) + 1);
  for (const [found] of text.replace(itemNumber, "").matchAll(word)) {
    const left = counts.get(found) ?? 0;
    if (left === 0) return true;
    counts.set(found, left - 1);
  }
  return false;
}
