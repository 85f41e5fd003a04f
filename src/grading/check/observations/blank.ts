// "blank": the answer has no word or number that a reader is shown, and no picture or link either.
import type { Observer } from "./observation";

/** Nothing is said. */
export const blank: Observer = {
  id: "blank",
  find({ reading }) {
    const nothing = !/[\p{L}\p{N}]/u.test(reading.shown) && reading.pictures.length + reading.links.length === 0;
    return nothing ? [{ id: "blank" }] : [];
  },
};
