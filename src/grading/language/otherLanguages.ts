// Words that bind sentences in the commoner languages, to tell that an answer is written in another than the
// roadmap's.
import { english } from "./english";
import type { Language } from "./language";

const german =
  "der die das und ist nicht ein eine einen einem einer zu mit fur auf von dem den des im als auch es werden " +
  "wird kann bei da man " +
  "sich sind oder wenn dass um nur noch wie durch dies diese ware sollte muss hat haben zwischen nach ohne aus " +
  "uber aber werden sie " +
  "ihr ihre am zum zur so sehr mehr bis gegen unter vor weil damit dann denn jeder jede jedes alle kein keine";
const romance =
  "le la les une et est pas dans sur avec pour que qui ne des du au aux sont par ce cette ou plus comme il elle " +
  "ils elles nous vous se " +
  "el los las un una y es no en con por para que del al lo son como mas su sus este esta pero sin sobre cuando " +
  "donde tambien hay muy " +
  "o os as um uma e nao em da do das dos na mais seu sua isso mas quando il gli di che per non sono della dei " +
  "delle nel nella si anche piu";
const others =
  "een van en niet is op te dat voor met zijn wordt door naar ook och att det som ar inte pa av med till om har " +
  "jest nie na sie ze do to i w z";

const germanWords: ReadonlySet<string> = new Set(german.split(" "));
const otherWords: ReadonlySet<string> = new Set(`${romance} ${others}`.split(" "));

/** Whether a word binds sentences in a language other than this one. */
export function isForeign(word: string, { tag }: Language): boolean {
  if (word.length < 2) return false;
  return (
    otherWords.has(word) || (tag !== "de" && germanWords.has(word)) || (tag !== "en" && english.isFunctionWord(word))
  );
}

/**
 * Share of the words, 0..1, that bind sentences in other languages and not in this one; single letters do not count.
 */
export function foreignShare(words: readonly string[], language: Language): number {
  const foreign = words.filter((word) => isForeign(word, language) && !language.isFunctionWord(word));
  return words.length === 0 ? 0 : foreign.length / words.length;
}
