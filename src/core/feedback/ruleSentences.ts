// Single sentences of feedback: plain text, empty praise, nits and marks that a model put in.
import { isFunctionWord } from "../text/functionWords";
import { sentences } from "../text/sentences";
import { tokenise } from "../text/tokens";

/** One line of plain text: no Markdown, no HTML, no control or invisible characters; links keep their words. */
export function plainText(text: string): string {
  return (
    text
      .slice(0, 4000)
      .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
      .replace(/<\/?[a-z!][^<>\n]{0,200}>/gi, "")
      .replace(/(\*\*|__|~~|`+)(?=\S)([^\n]*?\S)\1/g, "$2")
      // A mark without its partner; "2**3" is none.
      .replace(/(?<!\w)(?:\*\*|__|`+)|(?:\*\*|__|`+)(?!\w)/g, "")
      .replace(/^\s*(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, "")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
      .replace(/[\p{Cf}\p{Co}\p{Cs}]/gu, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** The sentences of a one-line text, each with its end mark. */
export function splitSentences(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

const praise =
  /^(?:great|excellent|good|nice(?:ly)?|well|done|fantastic|awesome|perfect(?:ly)?|amazing|brilliant|superb|wonderful|outstanding|impressive|fine|solid|strong|keep|up|going|nailed|bravo|congratulations|congrats|kudos|wow|super|love|correct|right|exactly|spot|clear|thorough|complete|comprehensive|detailed|insightful|true)$/;
const generic =
  /^(?:answer|answers|answered|work|job|effort|try|start|response|explanation|explained|understanding|understand|overall|topic|question|subject|material|concept|concepts|point|points|everything|thing|things|way|learner|student|written|really|show|shows|shown|showed|demonstrate|demonstrates|demonstrated|grasp|knowledge|thinking|study|studying|learning|progress|criterion|criteria|rubric|fully|full|marks|mark|credit|score|here|today)$/;

/** Whether a sentence praises without a word of what earned it ("Great answer! Well done!"). */
export function isEmptyPraise(sentence: string): boolean {
  const words = tokenise(sentence).filter((w) => w.value === undefined);
  const praises = words.some((w) => praise.test(w.word)) || /[👍👏🎉🌟💯]/u.test(sentence);
  return praises && words.every((w) => praise.test(w.word) || generic.test(w.word) || isFunctionWord(w.word));
}

const nit =
  /\b(?:could|might|would|consider|next time|even better|for completeness|to improve|to strengthen|slightly|minor|a bit more|a little more|more detail|more specific|elaborate|expand on|also mention(?:ing)?|also add|typos?|spelling|grammar|punctuation|formatting|wording|phrasing|however|although|but)\b/i;

/** Whether a sentence asks for more than the rubric does; said of an answer that has all marks it is a nit. */
export function isNit(sentence: string): boolean {
  return nit.test(sentence);
}

const number = "(?:\\d+(?:[.,]\\d+)?|[½¼¾]|\\d+½|zero|half|one|two|three|four|five|six|seven|eight|nine|ten)";
const unit = "(?:marks?|points?|pts?\\.?|credits?|stars?)";
const verdicts = new RegExp(
  `\\b(?:full|half|partial|maximum|no|zero|all(?: the)?) (?:marks|points|credit|score)\\b|\\b(?:score|grade|mark|rating)s?(?: is| was| of|:| =){1,2}\\s*${number}|\\b(?:award|deduct|lose|lost|earn|earned|receive|get|got|give|given)(?:s|ed)?\\b[^.]{0,20}\\b${number}\\s*${unit}\\b`,
  "i",
);
const marks = [
  new RegExp(`\\(?(?<![\\w.])${number}\\s*/\\s*\\d+(?:[.,]\\d+)?(?![\\w/])(?:\\s*${unit})?\\)?`, "gi"),
  new RegExp(`\\(?\\b${number}\\s+out\\s+of\\s+(?:a\\s+possible\\s+)?${number}\\b(?:\\s*${unit})?\\)?`, "gi"),
  new RegExp(`\\(?\\b${number}\\s+of\\s+(?:the\\s+)?${number}\\s*${unit}\\)?`, "gi"),
  new RegExp(`\\(?[+-−]?(?<![\\w.])${number}\\s*${unit}(?!\\w)\\)?`, "gi"),
];

/** A sentence without marks that a model named ("4/5", "3 out of 4 marks"); empty where little else is left. What the answer itself says stays. */
export function withoutMarks(sentence: string, answer: string): string {
  if (verdicts.test(sentence)) return "";
  let changed = sentence;
  for (const pattern of marks)
    changed = changed.replace(pattern, (found) =>
      answer.includes(found.replace(/^\(|\)$/g, "").trim()) ? found : " ",
    );
  if (changed === sentence) return sentence;
  const tidy = changed
    .replace(/\s+/g, " ")
    .replace(/\s+([.,;:!?])/g, "$1")
    .replace(/^[\s:,;.–—-]+/, "")
    .replace(/[\s:,;–—-]+([.!?]*)$/, "$1");
  return tokenise(tidy).filter(
    (w) => !w.grammar && !/^(?:score|grade|mark|rating|total|overall|so|answer)s?$/.test(w.word),
  ).length >= 2
    ? tidy
    : "";
}
