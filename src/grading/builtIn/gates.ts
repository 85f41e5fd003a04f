// What an answer looks like before any matching. Pure and shared by both graders; each says "looks like", none is sure.
import type { TextRange } from "../../core/textRange";
import type { Token } from "../../core/text/tokens";
import { tokenise } from "../../core/text/tokens";
import { synonymGroups } from "../../core/text/synonyms";
import { splitSentences } from "./answerText";
import type { Sentence } from "./answerText";

export { findInstructions } from "./instructions";

/** Whether an answer has no word or number in it, Markdown marks and HTML comments aside. */
export function isBlank(answer: string): boolean {
  return !/[\p{L}\p{N}]/u.test(answer.replace(/<!--[\s\S]*?(?:-->|$)/g, ""));
}

const filler =
  "(?:(?:well|sorry|honestly|hmm+|uh+|um+|unfortunately|tbh|ok|okay|so|but|and|to be honest|at all|really|just|still|even|quite|yet|here|the answer|it|this|that|about (?:this|it|that)|to this(?: question)?|what to (?:say|write)|how to (?:answer|explain)(?: (?:this|it|that))?|how|why|what|anything|thanks?(?: you)?|for this(?: one| question)?|on this(?: one)?)\\b\\W*)*";
const dontKnow = new RegExp(
  `^\\W*${filler}(?:(?:i|we)\\W*(?:(?:really|just|honestly|still|simply) )*(?:do not|don.?t|did not|didn.?t|cannot|can not|can.?t|couldn.?t) (?:really |even |quite )?(?:know|remember|understand|recall|answer|say|tell|learn)|i(?:.?m| am) (?:not (?:really |quite |too )?(?:sure|certain)|unsure|lost|clueless|stuck)|(?:i (?:have |.?ve )?(?:got )?|i.?ve |got )?(?:absolutely )?no (?:idea|clue|answer|comment)|idk|i ?d ?k|dunno|don.?t know|not sure|skip(?:ped|ping)?|pass|n ?/ ?a|none|unknown|nothing|\\?+)\\b\\W*${filler}(?:sorry\\W*)?$`,
  "iu",
);

/** Whether the answer as a whole says that the learner does not know, and nothing else. */
export function isDontKnow(answer: string): boolean {
  const text = answer
    .normalize("NFKC")
    .replace(/[’‘`´]/g, "'")
    .trim();
  if (text.length > 200) return false;
  const said = text
    .split(/[.!?;\n]+|,? (?:and|but|so|because) /)
    .map((s) => s.trim())
    .filter((s) => /[\p{L}\p{N}]/u.test(s));
  return (
    said.length > 0 && said.some((s) => dontKnow.test(s)) && said.every((s) => dontKnow.test(s) || pleasantry.test(s))
  );
}

const pleasantry =
  /^\W*(?:(?:well|sorry|honestly|unfortunately|please|thanks?|thank you|hi|hello|help|me|give|a|hint|i|we|will|have to|need to|must|should|come|back|later|look|it|this|up|question|study|more|again|did not|didn.t|learn|yet|topic|the|about)\b\W*)+$/iu;

/** The sentences of an answer that copy the question: four words or more, at least 80 % of the neighbouring pairs of words standing in the question too. */
export function questionEchoes(answer: string, asked: string): TextRange[] {
  const echo = echoOf(asked);
  return splitSentences(answer)
    .filter(echo)
    .map(({ start, end }) => ({ start, end }));
}

/** Whether a sentence copies the question whose text is given; see `questionEchoes`. */
export function echoOf(asked: string): (sentence: Sentence) => boolean {
  const pairs = new Set<string>();
  const tokens = tokenise(asked);
  tokens.forEach((t, i) => pairs.add(`${tokens[i - 1]?.word ?? ""} ${t.word}`));
  return ({ tokens: said }) => {
    if (said.length < 4) return false;
    let held = 0;
    for (let i = 1; i < said.length; i++) if (pairs.has(`${said[i - 1]?.word ?? ""} ${said[i]?.word ?? ""}`)) held++;
    return held >= 0.8 * (said.length - 1);
  };
}

/** Whether all that an answer says is the question again. `rest` are the sentences that are no echo themselves. */
export function isQuestionEcho(rest: readonly Sentence[], echoes: number, asked: string): boolean {
  if (echoes === 0) return false;
  const given = new Set(tokenise(asked).map((t) => t.word));
  return rest.every(
    (s) =>
      s.tokens.every((t) => t.grammar || given.has(t.word) || /^(?:question|answer|q|a|prompt|marks?)$/.test(t.word)) &&
      s.tokens.length !== 1,
  );
}

/** Whether a text looks like gibberish: most of its words are no word that could be spoken, and none is known to the question. */
export function isGibberish(tokens: readonly Token[], known: ReadonlySet<string>): boolean {
  const words = tokens.filter((t) => t.value === undefined);
  if (words.length === 0 || words.some((t) => !t.grammar && known.has(t.stem))) return false;
  return words.filter((t) => !t.grammar && !isPlausible(t)).length >= words.length / 2;
}

function isPlausible({ word, stem, capitals }: Token): boolean {
  if (!/^[a-z]+$/.test(word) || capitals || synonymGroups(stem).length > 0) return true;
  const vowels = word.match(/[aeiouy]/g)?.length ?? 0;
  if (word.length <= 2) return true;
  if (word.length === 3) return vowels > 0 && !/(.)\1/.test(word);
  if (
    /(.)\1\1|[^aeiouy]{5}|q(?!u)|asdf|sdfg|dfgh|fghj|ghjk|hjkl|jkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm|uiop|poiu|lkjh|mnbv|[jqxz][bcdfghjklmnpqrstvwxz]{2}/.test(
      word,
    )
  )
    return false;
  return vowels / word.length >= 0.15 && vowels / word.length <= 0.8;
}

const telegraphic = new Set(
  "means mean shows show gives uses needs keeps gets becomes leads causes produces outputs makes learns sees runs holds stores returns maps adds takes works helps cuts grows costs depends converges fails stops starts generates creates contains covers finds vs versus per via not no".split(
    " ",
  ),
);

/** Binding words of other languages, so that an answer in one of them is no heap of words. */
const foreign = new Set(
  (
    "der die das und ist nicht ein eine einen einem einer zu mit für auf von dem den des im als auch es werden wird kann bei da man sich sind oder wenn dass um nur noch wie durch dies diese wäre sollte muss hat haben zwischen nach ohne " +
    "le la les une et est pas dans sur avec pour que qui ne des du au aux sont par ce cette ou plus comme " +
    "el los las un una y es no en con por para que se del al lo son como más " +
    "o os as um uma e não em com por para que se do da dos das no na são como mais il lo gli di che per non sono della het een van en niet is op te dat voor met zijn"
  )
    .split(" ")
    .map((w) => w.normalize("NFD").replace(/\p{M}/gu, "")),
);

/** Share of the words that bind others, 0..1; 0 for none: function words, the short verbs of note-taking, and by half what may be a verb form or a term ("training"). */
export function glueShare(tokens: readonly Token[]): number {
  const glue = tokens.reduce(
    (sum, t) =>
      sum +
      (t.grammar || telegraphic.has(t.word) || foreign.has(t.word)
        ? 1
        : t.word.length > 5 && /(?:ing|ed|ly)$/.test(t.word)
          ? 0.5
          : 0),
    0,
  );
  return tokens.length === 0 ? 0 : glue / tokens.length;
}

/** Whether the text looks like a heap of words: sentences of 8 words or more with almost nothing that binds them and no list, table, formula or code make up most of it. */
export function isWordSoup(answer: string, parts: readonly Sentence[]): boolean {
  const all = parts.reduce((sum, s) => sum + s.tokens.length, 0);
  const latin = (s: Sentence): number => s.tokens.filter((t) => /^[a-z]/.test(t.word)).length / s.tokens.length;
  // Figures, addresses and scripts without such binding words are something else.
  const soup = parts.filter(
    (s) =>
      s.tokens.length >= 8 &&
      latin(s) >= 0.7 &&
      glueShare(s.tokens) < 0.12 &&
      separators(answer.slice(s.start, s.end)) < s.tokens.length / 5,
  );
  return all >= 8 && soup.reduce((sum, s) => sum + s.tokens.length, 0) >= 0.6 * all;
}

function separators(text: string): number {
  return text.match(/[,;:|/\n()=<>{}•]|->|→|=>| - | – /g)?.length ?? 0;
}
