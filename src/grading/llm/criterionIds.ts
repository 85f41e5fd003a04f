// Which criterion a model means: its id as models really write it, in other cases and separators, in quotes, with a
// number before it or its statement behind it. Knows only the ids that were asked about.

/** Gives the id that a model means, or undefined where it means none of those asked about, or may mean two. */
export type IdReader = (written: unknown) => string | undefined;

const longestWritten = 200;
const before = /^[^\p{L}\p{N}]*(?:(?:criterion|kriterium|id)(?![\p{L}\p{N}-])[^\p{L}\p{N}]*)?(?:\d{1,3}\s*[.):]\s*)?/iu;
/** What parts an id from words behind it. A hyphen within a word is part of the id. */
const behind = /[:;,(=–—]|\.\s|\s-\s/u;

/** A reader for the criteria with these ids. */
export function idReader(ids: readonly string[]): IdReader {
  const byLetters = new Map<string, string | undefined>();
  for (const id of ids) {
    const letters = lettersOf(id);
    byLetters.set(letters, byLetters.has(letters) ? undefined : id);
  }
  return (written) => {
    if (typeof written !== "string") return undefined;
    const exact = written.trim();
    if (ids.includes(exact)) return exact;
    const text = exact.slice(0, longestWritten).replace(before, "");
    return byLetters.get(lettersOf(exact)) ?? byLetters.get(lettersOf(text)) ?? byLetters.get(lettersOf(headOf(text)));
  };
}

function headOf(text: string): string {
  return text.split(behind, 1)[0] ?? "";
}

/** Letters and digits alone, so that `few-reads`, `FEW_READS` and `fewReads` are one. */
function lettersOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}
