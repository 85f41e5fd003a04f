// What helps authors with their rubrics and needs the check or a model: the bundle that the editor loads for it.
import { asWording } from "../../core/authoring/wording";
import { longestWording } from "../../core/authoring/nearMisses";
import type { Check } from "../../core/marks/check";
import { english } from "../language/english";
import { languageOf } from "../language/languages";
import { sentences } from "../text/sentences";

export { draftsAsOneChange, reviewDrafts } from "./draftReview";
export { notAskedFindings, notAskedMessage } from "../check/askedFindings";
export { isNotAsked } from "../check/fairAsk";
export { goldenFindings, goldenFindingsIn } from "../check/goldenFindings";
export { addWording } from "../../core/authoring/rubricEdit";

/**
 * The sentences of an answer that could be a wording of an idea which the check did not find in it: first those that
 * it ties to no idea. `tag` is the roadmap's language.
 */
export function wordingChoices(answer: string, check: Check, tag?: string): string[] {
  const tied = check.criteria.flatMap(({ quotes }) => quotes);
  const all = sentences(answer, languageOf(tag) ?? english).map((range) => ({
    words: asWording(answer.slice(range.start, range.end)),
    tied: tied.some(({ start, end }) => start < range.end && range.start < end),
  }));
  const fit = all.filter(({ words }) => /\p{L}/u.test(words) && words.length <= longestWording);
  return [...new Set([...fit.filter((one) => !one.tied), ...fit.filter((one) => one.tied)].map(({ words }) => words))];
}
