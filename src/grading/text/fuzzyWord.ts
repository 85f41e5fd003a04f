// How alike two words are, allowing for a slip of the keyboard but not for a different word.
import type { Language } from "../language/language";

/**
 * Whether `typed` is probably `meant` mistyped: one edit (or one swap of neighbours) from 5 letters on, two from 9 on,
 * same first letter, letters only, and not two words that differ by an opposing prefix ("minimise", "maximise").
 */
export function isTypo(typed: string, meant: string, language: Language): boolean {
  const longest = Math.max(typed.length, meant.length);
  const shortest = Math.min(typed.length, meant.length);
  if (shortest < 5 || longest > 40 || typed.charCodeAt(0) !== meant.charCodeAt(0)) return false;
  const limit = shortest >= 9 ? 2 : 1;
  if (longest - shortest > limit || typed === meant) return false;
  if (limit === 1 && sameEnds(typed, meant) < shortest - 2) return false;
  if (!/^\p{L}+$/u.test(typed) || language.isOpposedBeginning(typed, meant)) return false;
  return withinEdits(typed, meant, limit);
}

/**
 * Characters that two words share at their beginning and, beyond those, at their end: one edit or swap leaves all but
 * two.
 */
function sameEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let first = 0;
  while (first < most && a.charCodeAt(first) === b.charCodeAt(first)) first++;
  let last = 0;
  while (last < most - first && a.charCodeAt(a.length - 1 - last) === b.charCodeAt(b.length - 1 - last)) last++;
  return first + last;
}

/** Whether the optimal string alignment distance of two words is at most `limit`. */
function withinEdits(a: string, b: string, limit: number): boolean {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return false;
    before = last;
    last = row;
  }
  return (last[b.length] ?? limit + 1) <= limit;
}
