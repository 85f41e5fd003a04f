// Chinese in simplified characters, as one value.
import { chineseAnswering } from "./chinese/answering";
import { isEveryday } from "./chinese/everyday";
import { chineseFeedback } from "./chinese/feedbackWords";
import { chineseOrders } from "./chinese/orders";
import { synonymGroups } from "./chinese/synonyms";
import { isDirection, isFunctionWord, isNegation, segment, speltNumber, stem } from "./chinese/words";
import type { Language } from "./language";

/** Chinese, simplified. */
export const chinese: Language = {
  tag: "zh",
  script: /\p{Script=Han}/u,
  // Terms in Latin letters are many in Chinese texts on technical matters.
  mostForeignScript: 0.8,
  termBeginning: /^[a-z\p{Script=Han}]/u,
  capitalisesNouns: false,
  leastPart: 2,
  // Telling words takes four times as long as where blanks part them.
  longestAnswer: 200_000,
  segment,
  stem,
  isFunctionWord,
  isEveryday,
  isNegation,
  isDirection,
  synonymGroups,
  speltNumber,
  percent: "个百分点",
  isOpposedBeginning: () => false,
  endsInAbbreviation: () => false,
  answering: chineseAnswering,
  orders: chineseOrders,
  feedback: chineseFeedback,
};
