// What feedback must not say, in every language that we ship: remarks come in the language of the answer, whatever the
// roadmap's.
import { chineseFeedback } from "./chinese/feedbackWords";
import { english } from "./english";
import { germanFeedback } from "./german/feedbackWords";
import type { FeedbackWords, Language } from "./language";

const shipped: readonly FeedbackWords[] = [english.feedback, germanFeedback, chineseFeedback];

/** The words of the roadmap's own language first, then those of the others. */
export function feedbackOf({ feedback }: Pick<Language, "feedback">): readonly FeedbackWords[] {
  return [feedback, ...shipped.filter((other) => other !== feedback)];
}
