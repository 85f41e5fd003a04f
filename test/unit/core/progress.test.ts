import { expect, it } from "vitest";
import { summarise } from "../../../src/core/attempts";
import { answerState, questionState, sidebarRows } from "../../../src/core/progress";
import type { RoadmapRow } from "../../../src/shared/sidebarMessages";
import { sampleAttempt } from "./sampleAttempt";
import { samplePlaced, sampleQuestion } from "./samplePlaced";

const attempt = sampleAttempt();
const latest = summarise(attempt);

it("tells the state of a question", () => {
  expect(questionState({})).toBe("new");
  expect(questionState({ answer: answerState("\n<!-- x -->") })).toBe("new");
  expect(questionState({ answer: answerState("text") })).toBe("draft");
  expect(questionState({ answer: answerState(attempt.answer), latest })).toBe("graded");
  expect(questionState({ answer: answerState(`${attempt.answer} `), latest })).toBe("stale");
  expect(questionState({ latest })).toBe("stale");
});

it("sums marks per topic and in all", () => {
  const { roadmap, topic } = samplePlaced();
  const second = {
    ...topic,
    id: "llmops",
    title: "LLMOps",
    prerequisites: ["image-models"],
    questions: [sampleQuestion({ id: "a" }), sampleQuestion({ id: "b", marks: 1 })],
  };
  const ranged = { ...latest, marks: { low: 1, high: 2.5, max: 4 } };
  const row: RoadmapRow = sidebarRows({ ...roadmap, topics: [topic, second] }, true, [], ({ question }) =>
    question === "mode-collapse" ? { latest: ranged } : question === "b" ? { latest } : {},
  );
  expect(row.marks).toEqual({ low: 2, high: 3.5, max: 9 });
  expect(row.topics.map((t) => t.marks)).toEqual([
    { low: 1, high: 2.5, max: 4 },
    { low: 1, high: 1, max: 5 },
  ]);
  expect(row.topics[1]?.prerequisites).toEqual(["Image models"]);
  expect(row.topics[0]?.questions[0]).toEqual({
    id: "mode-collapse",
    title: "Mode collapse",
    state: "stale",
    max: 4,
    marks: ranged.marks,
    estimate: true,
  });
  expect(row.topics[1]?.questions[0]).toEqual({ id: "a", title: "Mode collapse", state: "new", max: 4 });
});
