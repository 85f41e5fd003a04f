// Small states of the Feedback view for the tests of its page.
import type { AnswerFeedback, Card } from "../../../../src/shared/feedbackMessages";

/** A criterion that a check found, waiting for a mark. */
export function card(id: string, change: Partial<Card> = {}): Card {
  return {
    id,
    kind: "criterion",
    section: "counts",
    idea: `idea of ${id}`,
    said: [{ state: "found", by: "check", text: "Speaks of it" }],
    statement: `A full answer says ${id}.`,
    quotes: [],
    remark: "",
    marks: "",
    group: "",
    open: true,
    markable: true,
    dismissed: false,
    takesBack: false,
    ...change,
  };
}

/** An answer's feedback with these cards. */
export function answer(cards: readonly Card[], change: Partial<AnswerFeedback> = {}): AnswerFeedback {
  return {
    status: "answer",
    document: "tutor:/ai/gan.md",
    title: "GANs",
    head: { headline: "2 of 3 ideas spoken of", about: "", summary: "", observations: [], actions: [] },
    cards,
    applied: 0,
    ...change,
  };
}

/** Marked by the learner, as the host sends it afterwards. */
export function marked(one: Card): Card {
  return { ...one, own: "met", open: false, takesBack: true };
}
