// Which word an author most likely meant.

/** More candidates than this are not compared: the cost of one message must not grow with the roadmap. */
const mostCandidates = 300;

/** The candidate nearest to a word by edit distance, or undefined where none is near (a third of the word at most). */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates.slice(0, mostCandidates)) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (best === undefined || distance < best.distance) best = { candidate, distance };
  }
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) && best.distance < word.length
    ? best.candidate
    : undefined;
}

/** Levenshtein's distance, one row at a time. Words longer than 80 are not compared. */
function editDistance(a: string, b: string): number {
  if (a.length > 80 || b.length > 80) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}

/** Names for a sentence, not more than it can bear. */
export function named(names: readonly string[]): string {
  const most = 10;
  return names.length > most ? `${names.slice(0, most).join(", ")}, …` : names.join(", ");
}
