// English: the language of the roadmaps that we ship, as one value.
import { englishAnswering } from "./english/answering";
import { isEveryday } from "./english/everyday";
import { englishFeedback } from "./english/feedbackWords";
import {
  endsInAbbreviation,
  isDirection,
  isFunctionWord,
  isNegation,
  isOpposedBeginning,
  speltNumber,
} from "./english/functionWords";
import { englishOrders } from "./english/orders";
import { stem } from "./english/stems";
import { synonymGroups } from "./english/synonyms";
import type { Language } from "./language";

/** English. */
export const english: Language = {
  tag: "en",
  script: /\p{Script=Latin}/u,
  mostForeignScript: 0.5,
  termBeginning: /^[a-z]/,
  capitalisesNouns: false,
  stem,
  isFunctionWord,
  isNegation,
  isDirection,
  isEveryday,
  synonymGroups,
  speltNumber,
  percent: "percent\\b|per cent\\b",
  isOpposedBeginning,
  endsInAbbreviation,
  answering: englishAnswering,
  orders: englishOrders,
  feedback: englishFeedback,
};
