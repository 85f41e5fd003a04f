// Stems: the Snowball stem of a folded German word. Umlauts written out ("ueber", "Loesung") come to the same stem.
import { stemmer } from "@orama/stemmers/german";

const memory = new Map<string, string>();
const memoryLimit = 20_000;

/**
 * The stem of a folded (lower-case, without accents) word; words with anything but a–z and ß come back unchanged.
 * Memoised, since answers repeat their words.
 */
export function stem(word: string): string {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const value = /^[a-zß]{3,60}$/.test(word) ? withoutWrittenUmlauts(stemmer(word)) : word;
  if (memory.size >= memoryLimit) memory.clear();
  memory.set(word, value);
  return value;
}

/** "fuer" as "für" folds to: "fur". Words in which the two vowels are no umlaut change alike wherever they stand. */
export function withoutWrittenUmlauts(word: string): string {
  return word.replace(/([aou])e/g, "$1");
}
