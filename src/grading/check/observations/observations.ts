// The table of observations, in the order in which they are told. Another one is a file beside this and a line here.
import { blank } from "./blank";
import { commonMisconception } from "./commonMisconception";
import { conflictMarkers } from "./conflictMarkers";
import { dontKnow } from "./dontKnow";
import { hiddenText } from "./hiddenText";
import { listOfTerms } from "./listOfTerms";
import type { Observer } from "./observation";
import { onlyCode } from "./onlyCode";
import { onlyPicture } from "./onlyPicture";
import { ordersToGrader } from "./ordersToGrader";
import { otherLanguage, unreadLanguage } from "./otherLanguage";
import { repeatsQuestion } from "./repeatsQuestion";

/** What is observed of an answer in a language that cannot be read; that it cannot be read among it. */
export const observationsOfAnyLanguage: readonly Observer[] = [
  blank,
  unreadLanguage,
  onlyPicture,
  onlyCode,
  conflictMarkers,
  ordersToGrader,
  hiddenText,
];

/** Every observation there is. */
export const observations: readonly Observer[] = [
  blank,
  dontKnow,
  repeatsQuestion,
  listOfTerms,
  otherLanguage,
  onlyPicture,
  onlyCode,
  conflictMarkers,
  ordersToGrader,
  hiddenText,
  commonMisconception,
];
