// The state of the Feedback view, in words: after a check, after the learner's marks, by a model, while grading, and
// where it failed.
import { describe, expect, test } from "vitest";
import type { Grade } from "../../../../src/core/marks/grade";
import { rubricTotal, type VerdictKind } from "../../../../src/core/roadmap/question";
import { foldGrades } from "../../../../src/grading/stability";
import type { AnswerFeedback, Card, FromFeedback } from "../../../../src/shared/feedbackMessages";
import { answer, checked, graded, question, ShownAnswer, streamed } from "../../../webview/feedbackHost";

const document = "tutor:/generative-ai/mode-collapse.md";
let n = 0;
const mark = (shown: ShownAnswer, criterion: string, verdict: "met" | "partly" | "missed"): boolean =>
  shown.receive({ type: "mark", n: ++n, document, criterion, verdict });

const cardOf = (state: AnswerFeedback, id: string): Card | undefined => state.cards.find((c) => c.id === id);
const waiting = (state: AnswerFeedback): string[] => state.cards.filter((c) => c.open).map((c) => c.id);
const commands = (state: AnswerFeedback): string[] => state.head.actions.map((a) => a.command);

test("the sample's rubric adds up", () => {
  expect(rubricTotal(question)).toBe(question.marks);
});

describe("after a check", () => {
  const state = new ShownAnswer(checked).state();

  test("nothing is judged, and every criterion that could earn a mark waits for one", () => {
    expect(state.head.headline).toBe("4 of 6 ideas spoken of · not judged");
    expect(waiting(state)).toEqual(question.criteria.map((c) => c.id));
    expect(JSON.stringify(state.cards)).not.toMatch(/met"|contradicted|"marks":"[^"]/);
    expect(state.cards.every((c) => c.statement !== undefined && c.markable)).toBe(true);
  });

  test("a misconception is on its card and not in the head; places can be gone to while the text stands", () => {
    expect(cardOf(state, "wasserstein")?.misconception).toBe("Training longer or for more epochs fixes it.");
    expect(state.head.observations).toMatchObject([{ index: 0, place: true }]);
    const tracked = { graded: "", current: false, quotes: [] };
    expect(new ShownAnswer(checked, { tracked }).state().head.observations).toMatchObject([{ place: false }]);
  });

  test("the receipt is one line", () => {
    expect(state.head.receipt?.line).toBe("built-in check 1 · 12 ms");
    expect(state.head.receipt?.details.map((d) => d.name)).toEqual([
      "When",
      "Check version",
      "Hash of the answer",
      "Hash of the rubric",
    ]);
  });
});

test("a near-miss is offered once its grading is done", () => {
  const nearMisses = new Set(["minibatch"]);
  const offered = (change: object): string[] =>
    new ShownAnswer(checked, { nearMisses, ...change })
      .state()
      .cards.filter((c) => c.nearMiss)
      .map((c) => c.id);
  expect(offered({})).toEqual(["minibatch"]);
  expect(offered({ grading: { done: 0, of: 6 } })).toEqual([]);
});

describe("marked by the learner", () => {
  test("own words and the check's both stay in sight, and can be taken back", () => {
    const shown = new ShownAnswer(checked);
    mark(shown, "cause", "partly");
    const state = shown.state();
    expect(cardOf(state, "cause")).toMatchObject({
      said: [
        { state: "partly", by: "learner" },
        { state: "found", by: "check" },
      ],
      own: "partly",
      open: false,
      takesBack: true,
    });
    expect(state.undoable).toEqual({ criterion: "cause", text: "“Partly” for why it happens" });
    expect(waiting(state)).not.toContain("cause");
  });

  test("a full group leaves its other members needless; a no keeps them waiting", () => {
    const shown = new ShownAnswer(checked);
    mark(shown, "minibatch", "missed");
    mark(shown, "wasserstein", "met");
    expect(waiting(shown.state())).toEqual(["few-outputs", "cause", "unrolling", "diversity"]);
    mark(shown, "diversity", "met");
    const state = shown.state();
    expect(waiting(state)).toEqual(["few-outputs", "cause"]);
    expect([cardOf(state, "unrolling")?.section, cardOf(state, "wasserstein")?.section]).toEqual(["spare", "counts"]);
  });

  test("until nothing waits", () => {
    const shown = new ShownAnswer(checked);
    for (const id of ["few-outputs", "cause", "wasserstein", "unrolling"]) mark(shown, id, "met");
    expect([waiting(shown.state()), shown.state().head.headline]).toEqual([[], "4 / 4 · marked by you"]);
    expect(commands(shown.state()), "then on to the next").toEqual(["tutor.nextQuestion"]);
    shown.receive({ type: "undo", n: ++n, document });
    expect(waiting(shown.state())).toEqual(["minibatch", "unrolling", "diversity"]);
  });
});

describe("by a model", () => {
  test("its verdicts count, errors and spare members are below, and the learner's word stands above its", () => {
    const shown = new ShownAnswer(graded);
    expect(waiting(shown.state())).toEqual([]);
    expect(shown.state().cards.map((c) => c.section)).toEqual([
      "counts",
      "counts",
      "counts",
      "spare",
      "counts",
      "counts",
      "beyond",
    ]);
    mark(shown, "cause", "met");
    expect(cardOf(shown.state(), "cause")?.said.map((s) => s.text)).toEqual([
      "Yes · marked by you",
      "Partly · gpt-4.1-mini",
    ]);
    expect(cardOf(shown.state(), "error:1")).toMatchObject({ kind: "error", markable: false });
  });

  test("that may not give marks, its verdicts are remarks, it is said why, and the learner's marks are wanted", () => {
    const receipt = { ...graded.receipt, qualification: "unfit" } as const;
    const state = new ShownAnswer({ ...graded, receipt }).state();
    expect(state.head.about).toMatch(/failed the sample answers/);
    expect(state.cards.map((c) => c.marks).join("")).toBe("");
    expect(waiting(state)).toHaveLength(6);
  });

  test("disputes and dismissals are shown, and taken back one card at a time", () => {
    const shown = new ShownAnswer(graded);
    const say = (message: FromFeedback): boolean => shown.receive(message);
    say({ type: "dispute", n: ++n, document, criterion: "wasserstein", words: "I meant the loss." });
    say({ type: "dismiss", n: ++n, document, criterion: "error:1" });
    expect(cardOf(shown.state(), "wasserstein")?.disputed).toBe("I meant the loss.");
    expect(cardOf(shown.state(), "error:1")).toMatchObject({ dismissed: true, takesBack: true });
    say({ type: "undo", n: ++n, document, criterion: "wasserstein" });
    expect(cardOf(shown.state(), "wasserstein")?.disputed).toBeUndefined();
    expect(cardOf(shown.state(), "error:1")?.dismissed).toBe(true);
  });

  test("the receipt's details name what makes it replayable", () => {
    const { receipt } = new ShownAnswer(graded, { replayed: true }).state().head;
    expect(receipt?.line).toBe("gpt-4.1-mini · 1,514 tokens · 3.2 s · replayed");
    expect(receipt?.details.find((d) => d.name === "Decoys")?.value).toBe("2 asked, 0 called met");
  });
});

describe("while grading", () => {
  test("every criterion has its card from the first verdict on, in rubric order, and nothing can be marked", () => {
    const state = new ShownAnswer(checked, streamed(2)).state();
    expect(state.cards.map((c) => c.id)).toEqual(question.criteria.map((c) => c.id));
    expect(cardOf(state, "wasserstein")?.said[0].text).toBe("not read yet");
    expect(state.cards.some((c) => c.markable || c.open || c.takesBack)).toBe(false);
    expect([state.head.progress?.text, commands(state)]).toEqual(["Grading 2 of 6…", ["tutor.cancelGrading"]]);
    expect(state.head.observations).toEqual([]);
  });

  test("what the model is at is said where it is told", () => {
    const grading = { done: 0, of: 6, note: "The model is reading (40 s)" };
    expect(new ShownAnswer(undefined, { grading }).state().head.progress?.text).toBe("The model is reading (40 s)");
  });

  test("the first time, no statement gives the answer away", () => {
    const { remarks, grading } = streamed(2);
    const state = new ShownAnswer(undefined, { remarks: remarks ?? [], grading }).state();
    expect(state.cards.some((c) => c.statement !== undefined)).toBe(false);
  });
});

describe("what may be done", () => {
  test("before the first attempt, after an edit, after failures and without a question", () => {
    expect(commands(new ShownAnswer(undefined).state())).toEqual(["tutor.gradeAnswer"]);
    expect(commands(new ShownAnswer(checked).state())).toEqual([]);
    const tracked = { graded: "", current: false, quotes: [] };
    const stale = new ShownAnswer(checked, { tracked }).state();
    expect([commands(stale), stale.head.headline]).toEqual([
      ["tutor.gradeAnswer"],
      "4 of 6 ideas spoken of · not judged · of an earlier text",
    ]);
    const failed = (reason: "no-key" | "timed-out"): string[] =>
      commands(new ShownAnswer(checked, { notGraded: { reason, message: "…" } }).state());
    expect(failed("no-key")[0]).toBe("tutor.setUpModel");
    expect(failed("no-key")).not.toContain("tutor.gradeAnswer");
    expect(failed("timed-out")[0]).toBe("tutor.gradeAnswer");
    expect(commands(new ShownAnswer(checked, { unkept: "full" }).state())).toEqual(["keepAgain"]);
    const gone = new ShownAnswer(checked, { question: undefined }).state();
    expect([commands(gone), gone.cards.some((c) => c.markable)]).toEqual([[], false]);
    expect(gone.head.about).toMatch(/Your answer is kept/);
  });
});

describe("graded three times anew", () => {
  /** A grading that says met but of two ideas. */
  const grading = (cause: VerdictKind, diversity: VerdictKind): Grade => {
    const others: Readonly<Record<string, VerdictKind>> = { cause, diversity };
    const verdicts = question.criteria.map(({ id }) => ({
      criterion: id,
      verdict: others[id] ?? "met",
      quotes: [],
      remark: "",
    }));
    return { verdicts, errors: [], summary: "", flags: [] };
  };
  const runs = [grading("met", "met"), grading("missed", "missed"), grading("met", "unclear")];
  const stability = foldGrades(question, runs);
  const steadiness = { answer, model: "gpt-4.1-mini", givesMarks: true, stability };

  test("the head says the range of marks, and each card how many agree", () => {
    const state = new ShownAnswer(graded, { steadiness }).state();
    expect(state.head.steady).toBe("Graded 3 times anew by gpt-4.1-mini: 3–4 / 4 · the same on 4 of 6 ideas");
    expect(cardOf(state, "few-outputs")?.steady).toBe("3 of 3 gradings agree: Good");
    expect(cardOf(state, "cause")?.steady).toBe("2 of 3 gradings agree: Good, Missing, Good");
    expect(cardOf(state, "diversity")?.steady).toBe("no two of 3 gradings agree: Good, Missing, Unclear");
    expect(state.cards.filter(({ kind }) => kind === "error").every(({ steady }) => steady === undefined)).toBe(true);
  });

  test("a model that may give no marks is shown without a range", () => {
    const state = new ShownAnswer(graded, { steadiness: { ...steadiness, givesMarks: false } }).state();
    expect(state.head.steady).toBe("Graded 3 times anew by gpt-4.1-mini · the same on 4 of 6 ideas");
  });

  test("cards of another text say nothing of it", () => {
    const state = new ShownAnswer(graded, { steadiness, tracked: { graded: "", current: false, quotes: [] } }).state();
    expect(state.cards.every(({ steady }) => steady === undefined)).toBe(true);
  });
});
