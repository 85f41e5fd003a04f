// "orders-to-grader": something speaks to whoever grades instead of answering; it is left out, with its place told.
import { mostPlaces, quoteOf, type Observer } from "./observation";

/** Orders to the grader. */
export const ordersToGrader: Observer = {
  id: "orders-to-grader",
  find: ({ answer, instructions }) =>
    instructions.slice(0, mostPlaces).map((range) => ({ id: "orders-to-grader", quote: quoteOf(answer, range) })),
};
