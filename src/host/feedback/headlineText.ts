// The headline of what is shown for a document, with the icon that goes with it in the row and the status bar.
import { headline, shortHeadline } from "../../core/feedback/headline";
import { isUnjudged } from "../../core/marks/marks";
import type { DocumentFeedback } from "./documentFeedback";

/** "$(star-full) 3 / 4 · gpt-x"; undefined where no attempt is shown. The star is for what was judged only. */
export function headlineText({ standing, shown, tracked }: DocumentFeedback): HeadlineText | undefined {
  if (!standing || !shown) return undefined;
  const { current } = tracked;
  const judged = standing.tally !== undefined && !isUnjudged(standing.tally);
  const icon = current ? (judged ? "star-full" : "search") : "history";
  return {
    icon,
    text: headline(standing, { current, replayed: shown.replayed }),
    short: shortHeadline(standing, { current }),
  };
}

export interface HeadlineText {
  /** Name of a theme icon. */
  readonly icon: string;
  readonly text: string;
  /** For the status bar. */
  readonly short: string;
}
