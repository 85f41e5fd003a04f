// What an observation is: something true about an answer that judges nothing. Each has a file of its own beside this
// one.
import type { Observation, ObservationId } from "../../../core/marks/check";
import type { Quote, TextRange } from "../../../core/text/textRange";
import type { Language } from "../../language/language";
import type { ReadAnswer } from "../answer";
import type { Matches } from "../matching";
import type { PreparedQuestion } from "../question";

/** All that an observation may look at. */
export interface Seen extends ReadAnswer {
  readonly prepared: PreparedQuestion;
  readonly matches: Matches;
  readonly language: Language;
}

/** One kind of observation. */
export interface Observer {
  readonly id: ObservationId;
  /** What of this kind is true of an answer; mostly nothing, or one about the whole of it. */
  find(seen: Seen): readonly Observation[];
}

/** Places told of one kind; more of them say no more. */
export const mostPlaces = 5;

/** A range of an answer with its words. */
export function quoteOf(answer: string, { start, end }: TextRange): Quote {
  return { start, end, text: answer.slice(start, end) };
}

/** One observation about the whole answer. */
export function quoteless(id: ObservationId): readonly Observation[] {
  return [{ id }];
}
