// "hidden-text": characters that nobody sees but a machine reads: tag characters, runs of zero-width ones, turned
// directions.
import { invisibleRuns } from "../../text/invisible";
import { mostPlaces, quoteOf, type Observer } from "./observation";

/** Invisible characters; a soft hyphen or the joiner of an emoji is none. */
export const hiddenText: Observer = {
  id: "hidden-text",
  find: ({ answer }) =>
    invisibleRuns(answer, mostPlaces).map((range) => ({ id: "hidden-text", quote: quoteOf(answer, range) })),
};
