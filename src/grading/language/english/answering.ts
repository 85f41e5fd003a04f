// What English-speaking learners say about their answering rather than about the matter.
import type { AnsweringWords } from "../language";

/** Said around "I don't know" without adding to it. */
const filler = [
  "well|sorry|honestly|hmm+|uh+|um+|unfortunately|tbh|ok|okay|so|but|and|to be honest|at all|really|just|still|" +
    "even|quite|yet",
  "here|the answer|it|this|that|about (?:this|it|that)|to this(?: question)?|what to (?:say|write)",
  "how to (?:answer|explain)(?: (?:this|it|that))?|how|why|what|anything|thanks?(?: you)?|for this(?: one| " +
    "question)?|on this(?: one)?",
].join("|");
const fillers = `(?:(?:${filler})\\b\\W*){0,12}`;
const notKnowing = [
  "(?:i|we)\\W{0,2}(?:(?:really|just|honestly|still|simply) )?(?:do not|don.?t|did not|didn.?t|cannot|can not|" +
    "can.?t|couldn.?t) " +
    "(?:really |even |quite )?(?:know|remember|understand|recall|answer|say|tell|learn)",
  "i(?:.?m| am) (?:not (?:really |quite |too )?(?:sure|certain)|unsure|lost|clueless|stuck)",
  "(?:i (?:have |.?ve )?(?:got )?|i.?ve |got )?(?:absolutely )?no (?:idea|clue|answer|comment)",
  "idk|i ?d ?k|dunno|don.?t know|not sure|skip(?:ped|ping)?|pass|n ?/ ?a|none|unknown|nothing",
].join("|");
const dontKnow = new RegExp(`^\\W*${fillers}(?:(?:${notKnowing})\\b|\\?+)\\W*${fillers}(?:sorry\\W*)?$`, "iu");
const pleasant = [
  "well|sorry|honestly|unfortunately|please|thanks?|thank you|hi|hello|help|me|give|a|hint|i|we|will|have to|" +
    "need to|must|should",
  "come|back|later|look|it|this|up|question|study|more|again|did not|didn.t|learn|yet|topic|the|about",
].join("|");
const pleasantry = new RegExp(`^\\W*(?:(?:${pleasant})\\b\\W*){1,40}$`, "iu");

/** Words that ask, announce or number an answer. */
const asking = new Set(
  (
    "question answer answers prompt task exercise mark marks point points criterion " +
    "explain describe discuss name list state say tell give define compare outline mention " +
    "define definition detail sentence word term example instance case reason way ways thing things kind kinds sort " +
    "important different distinct various several number many first second third fourth finally also ask asked asks " +
    "want wants wanted know knows learn understand think consider choose topic subject matter concept " +
    "q a here following above below name named certain specific reason reasons importance illustrate illustrated " +
    "somebody someone " +
    "something consist consists exist exists occur occurs arise arises come comes taken interest manner choice " +
    "intend obtain " +
    "lot lots plenty bunch couple bit bits deal take takes took " +
    "meaning significance significant addition furthermore moreover besides own matter answer answering respect regard"
  ).split(" "),
);

const noteVerbs = new Set(
  (
    "means mean shows show gives uses needs keeps gets becomes leads causes produces outputs makes learns sees " +
    "runs holds " +
    "stores returns maps adds takes works helps cuts grows costs depends converges fails stops starts generates " +
    "creates " +
    "contains covers finds vs versus per via not no"
  ).split(" "),
);

/** English answering. */
export const englishAnswering: AnsweringWords = {
  isDontKnow(text) {
    const said = text
      .split(/[.!?;\n]+|,? (?:and|but|so|because) /)
      .map((part) => part.trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part));
    return (
      said.length > 0 &&
      said.some((part) => dontKnow.test(part)) &&
      said.every((part) => dontKnow.test(part) || pleasantry.test(part))
    );
  },
  isAsking: (word) => asking.has(word),
  isNoteVerb: (word) => noteVerbs.has(word),
  mayBeVerb: (word) => word.length > 5 && /(?:ing|ed|ly)$/.test(word),
};
