// The states of questions and the rows of the sidebar.
import { expect, it } from "vitest";
import { summarise } from "../../../../src/core/attempts/attempts";
import { answerState, questionState, sidebarRows } from "../../../../src/core/progress/progress";
import type { RoadmapRow } from "../../../../src/shared/sidebarMessages";
import { sampleAmendment, sampleAttempt, sampleCheck } from "../attempts/sampleAttempt";
import { samplePlaced, sampleQuestion } from "../roadmap/samplePlaced";

const graded = summarise(sampleAttempt());
const checked = summarise(sampleCheck());
const answer = answerState(sampleAttempt().answer);
const marked = [sampleAmendment(5, { kind: "mark", criterion: "few", verdict: "partly" }, sampleCheck())];

it("tells the state of a question", () => {
  expect(questionState({})).toBe("new");
  expect(questionState({ answer: answerState("\n<!-- x -->\n***") })).toBe("new");
  expect(questionState({ answer: answerState("text") })).toBe("draft");
  expect(questionState({ answer, latest: checked })).toBe("checked");
  expect(questionState({ answer, latest: graded })).toBe("graded");
  expect(questionState({ answer, latest: checked, amendments: marked })).toBe("marked");
  const undone = [...marked, sampleAmendment(6, { kind: "undo", amendment: marked[0]?.id ?? "" }, sampleCheck())];
  expect(questionState({ answer, latest: checked, amendments: undone })).toBe("checked");
});

it("does not call graded what a model that may not give marks said something of", () => {
  const { receipt, ...rest } = sampleAttempt();
  const remarks = summarise({ ...rest, receipt: { ...receipt, qualification: "remarks-only" } });
  expect(questionState({ answer, latest: remarks })).toBe("checked");
  expect(questionState({ answer, latest: remarks, amendments: marked })).toBe("marked");
});

it("calls stale what was changed in more than its line ends, whoever judged it", () => {
  const saved = (text: string) => questionState({ answer: answerState(text), latest: graded });
  expect(saved("\uFEFFIt repeats itself. \r\n\r\n")).toBe("graded");
  expect(saved("It repeats itself!\n")).toBe("stale");
  expect(questionState({ latest: graded })).toBe("stale");
  expect(questionState({ answer: answerState("new"), latest: checked, amendments: marked })).toBe("stale");
});

it("adds tallies per topic and in all, a model's marks and one's own apart", () => {
  const { roadmap, topic } = samplePlaced();
  const second = {
    ...topic,
    id: "llmops",
    title: "LLMOps",
    prerequisites: ["image-models"],
    questions: [sampleQuestion({ id: "a" }), sampleQuestion({ id: "b" })],
  };
  const row: RoadmapRow = sidebarRows({ ...roadmap, topics: [topic, second] }, true, [], ({ question }) =>
    question === "mode-collapse"
      ? { answer, latest: graded }
      : question === "b"
        ? { answer, latest: { ...checked, earlier: true }, amendments: marked }
        : {},
  );
  expect(row.tally).toEqual({ model: { low: 2, high: 2 }, own: 1, open: 6, max: 12 });
  expect(row.topics.map((t) => t.tally)).toEqual([
    { model: { low: 2, high: 2 }, own: 0, open: 0, max: 4 },
    { model: { low: 0, high: 0 }, own: 1, open: 6, max: 8 },
  ]);
  expect(row.topics[1]?.prerequisites).toEqual(["Image models"]);
  expect(row.topics[1]?.questions).toEqual([
    { id: "a", title: "Mode collapse", state: "new", max: 4 },
    {
      id: "b",
      title: "Mode collapse",
      state: "marked",
      max: 4,
      tally: { model: { low: 0, high: 0 }, own: 1, open: 2, max: 4 },
      found: { found: 1, of: 2 },
      earlier: true,
    },
  ]);
});
