// What German-speaking learners say about their answering rather than about the matter.
import type { AnsweringWords } from "../language";
import { withoutWrittenUmlauts } from "./stems";

const filler = [
  "also|naja|na ja|tja|hm+|äh+|ähm+|ehrlich gesagt|leider|sorry|entschuldigung|tut mir leid|ok|okay|aber|und|so|eben",
  "hier|die antwort|das|es|dies|dazu|darauf|davon|darüber|zu dieser frage|auf diese frage|bei dieser frage|die frage",
  "wirklich|gerade|einfach|noch|überhaupt|gar|auch|momentan|im moment|jetzt|danke|wie|warum|was|etwas|leider",
].join("|");
const word = "(?![\\p{L}\\p{N}])";
const fillers = `(?:(?:${filler})${word}[^\\p{L}\\p{N}]*){0,12}`;
const adverbs = "(?:(?:das|es|dazu|leider|wirklich|einfach|noch|gar|auch|mir|ehrlich gesagt|hier|jetzt) )*";
const knowing = "(?:wei(?:ß|ss)|wusste|kenne|kann|verstehe|erinnere)";
const notKnowing = [
  `ich ${adverbs}${knowing} ${adverbs}(?:mich ${adverbs}(?:daran ${adverbs})?)?nicht`,
  `${knowing} ich ${adverbs}nicht`,
  "(?:wei(?:ß|ss)|wusste) (?:ich )?(?:es |das )?(?:leider )?nicht",
  "(?:ich )?(?:habe |hab )?(?:leider |absolut |gar |echt )*keine? (?:ahnung|idee|antwort|plan|schimmer)",
  "(?:ich )?(?:habe |hab )?(?:das |es )?(?:leider )?(?:vergessen|nicht gelernt|nicht gelesen)",
  "(?:ich )?bin (?:mir )?(?:leider )?(?:nicht sicher|unsicher|überfragt)",
  "k ?\\. ?a|kp|kein plan|nicht sicher|überspringen|weiter|nichts|unbekannt|idk|n ?/ ?a|keine antwort",
].join("|");
const also = "(?: (?:beantworten|erklären|sagen|genau|mehr|erinnern|verstehen|antworten|auswendig))?";
const dontKnow = new RegExp(
  `^[^\\p{L}\\p{N}]*${fillers}(?:(?:${notKnowing})${also}${word}|\\?+)[^\\p{L}\\p{N}]*${fillers}$`,
  "iu",
);
const pleasant = [
  "leider|sorry|entschuldigung|danke|bitte|hallo|hi|hilfe|ich|mir|einen?|tipp|hinweis|muss|werde|will|möchte",
  "später|noch|mal|nochmal|nachlesen|nachsehen|nachschauen|lernen|lese|schaue|das|es|thema|frage|wieder|komme|zurück",
  "darauf|dazu|nach|an|diese|dieses|zu|auf|die|der|dann|gern|gerne|helfen|sie|du|kannst|können",
].join("|");
const pleasantry = new RegExp(`^[^\\p{L}\\p{N}]*(?:(?:${pleasant})${word}[^\\p{L}\\p{N}]*){1,40}$`, "iu");

/** Words that ask, announce or number an answer, folded. */
const asking = new Set(
  (
    "frage fragen antwort antworten aufgabe aufgaben punkt punkte kriterium kriterien thema begriff begriffe beispiel " +
    "beispiele fall falle grund grunde art arten weise ding dinge sache sachen " +
    "erklare erklaren erlautere erlautern beschreibe beschreiben nenne nennen diskutiere liste zahle sage sagen " +
    "definiere definieren definition vergleiche skizziere begrunde begrunden gehe eingehen verstehe verstehen " +
    "bedeutet bedeutung bedeuten meint gemeint genannt nennt heisst wichtig wichtige wichtigste unterschiedlich " +
    "verschieden verschiedene einzeln erste zweite dritte vierte erstens zweitens drittens letztens besteht entsteht " +
    "entstehen vorkommen vorkommt folgend folgende oben unten satz satze wort worte stichwort stichpunkte frag fragt " +
    "gefragt bestimmt bestimmte handelt geht ausserdem zudem weiterhin darstellen dargestellt eigen eigenen wissen " +
    "kennen moglich mogliche verwendet"
  ).split(" "),
);

const noteVerbs = new Set(
  (
    "ist sind wird werden hat haben zeigt gibt braucht nutzt benutzt fuhrt bewirkt erzeugt liefert macht lernt sieht " +
    "lauft halt speichert kommt liegt wachst kostet sinkt steigt enthalt findet statt pro per via nicht kein"
  ).split(" "),
);

/** German answering. */
export const germanAnswering: AnsweringWords = {
  isDontKnow(text) {
    const said = text
      .replace(/^\W*k\. ?a\.\W*$/i, "keine Antwort")
      .split(/[.!?;,\n]+| (?:und|aber|weil|denn) /)
      .map((part) => part.trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part));
    return (
      said.length > 0 &&
      said.some((part) => dontKnow.test(part)) &&
      said.every((part) => dontKnow.test(part) || pleasantry.test(part))
    );
  },
  isAsking: (word) => asking.has(word) || asking.has(withoutWrittenUmlauts(word)),
  isNoteVerb: (word) => noteVerbs.has(word),
  mayBeVerb: (word) => word.length > 5 && /(?:iert|ieren|igt|elt|lich|end)$/.test(word),
};
