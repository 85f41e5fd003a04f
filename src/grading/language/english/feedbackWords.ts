// English that feedback is held to: praise that says nothing, nits, and marks that a model names.
import type { FeedbackWords } from "../language";

const praise = new Set(
  (
    "great excellent good nice nicely well done fantastic awesome perfect perfectly amazing brilliant superb " +
    "wonderful " +
    "outstanding impressive fine solid strong keep up going nailed bravo congratulations congrats kudos wow " +
    "super love " +
    "correct right exactly spot clear thorough complete comprehensive detailed insightful true"
  ).split(" "),
);
const generic = new Set(
  (
    "answer answers answered work job effort try start response explanation explained understanding understand " +
    "overall " +
    "topic question subject material concept concepts point points everything thing things way learner student " +
    "written " +
    "really show shows shown showed demonstrate demonstrates demonstrated grasp knowledge thinking study studying " +
    "learning progress criterion criteria rubric fully full marks mark credit score here today"
  ).split(" "),
);

const nit = new RegExp(
  `\\b(?:${[
    "could|might|would|consider|next time|even better|for completeness|to improve|to strengthen|slightly|minor",
    "a bit more|a little more|more detail|more specific|elaborate|expand on|also mention(?:ing)?|also add",
    "typos?|spelling|grammar|punctuation|formatting|wording|phrasing|however|although|but",
  ].join("|")})\\b`,
  "i",
);

const number = "(?:\\d+(?:[.,]\\d+)?|[½¼¾]|\\d+½|zero|half|one|two|three|four|five|six|seven|eight|nine|ten)";
const unit = "(?:marks?|points?|pts?\\.?|credits?|stars?)";
const told = new RegExp(
  [
    "\\b(?:full|half|partial|maximum|no|zero|all(?: the)?) (?:marks|points|credit|score)\\b",
    `\\b(?:score|grade|mark|rating)s?(?: is| was| of|:| =){1,2}\\s*${number}`,
    "\\b(?:award|deduct|lose|lost|earn|earned|receive|get|got|give|given)(?:s|ed)?\\b[^.]{0,20}" +
      `\\b${number}\\s*${unit}\\b`,
  ].join("|"),
  "i",
);
const marks = [
  new RegExp(`\\(?(?<![\\w.])${number}\\s*/\\s*\\d+(?:[.,]\\d+)?(?![\\w/])(?:\\s*${unit})?\\)?`, "gi"),
  new RegExp(`\\(?\\b${number}\\s+out\\s+of\\s+(?:a\\s+possible\\s+)?${number}\\b(?:\\s*${unit})?\\)?`, "gi"),
  new RegExp(`\\(?\\b${number}\\s+of\\s+(?:the\\s+)?${number}\\s*${unit}\\)?`, "gi"),
  new RegExp(`\\(?[+-−]?(?<![\\w.])${number}\\s*${unit}(?!\\w)\\)?`, "gi"),
];

/** English feedback. */
export const englishFeedback: FeedbackWords = {
  isPraise: (word) => praise.has(word),
  isGeneric: (word) => generic.has(word),
  isNit: (sentence) => nit.test(sentence),
  tellsMarks: (sentence) => told.test(sentence),
  marks,
  isMarkWord: (word) => /^(?:score|grade|mark|rating|total|overall|so|answer)s?$/.test(word),
};
