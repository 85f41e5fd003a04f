// "conflict-markers": two versions of the answer stand in it, parted by the marks of a merge.
import { findConflict } from "../../../core/answer/conflictMarkers";
import { quoteOf, type Observer } from "./observation";

/** Marks that a merge left. */
export const conflictMarkers: Observer = {
  id: "conflict-markers",
  find({ answer }) {
    const conflict = findConflict(answer);
    return conflict === undefined ? [] : [{ id: "conflict-markers", quote: quoteOf(answer, conflict) }];
  },
};
