// German, as one value.
import { germanAnswering } from "./german/answering";
import { isEveryday } from "./german/everyday";
import {
  endsInAbbreviation,
  isDirection,
  isFunctionWord,
  isNegation,
  isOpposedBeginning,
  speltNumber,
} from "./german/functionWords";
import { germanFeedback } from "./german/feedbackWords";
import { germanOrders } from "./german/orders";
import { stem } from "./german/stems";
import { synonymGroups } from "./german/synonyms";
import type { Language } from "./language";

/** German. */
export const german: Language = {
  tag: "de",
  script: /\p{Script=Latin}/u,
  mostForeignScript: 0.5,
  termBeginning: /^[a-z]/,
  capitalisesNouns: true,
  leastPart: 5,
  stem,
  isFunctionWord,
  isNegation,
  isDirection,
  isEveryday,
  synonymGroups,
  speltNumber,
  percent: "prozent\\b",
  isOpposedBeginning,
  endsInAbbreviation,
  answering: germanAnswering,
  orders: germanOrders,
  feedback: germanFeedback,
};
