// The order of study: which question comes next, and which one "continue" leads back to.
import { describe, expect, test } from "vitest";
import { openTally } from "../../../../src/core/marks/marks";
import {
  nextQuestion,
  resumeAt,
  studyTopics,
  type StudyQuestion,
  type StudyTopic,
} from "../../../../src/core/progress/nextQuestion";
import type { QuestionState } from "../../../../src/core/progress/progress";
import { samplePlaced } from "../roadmap/samplePlaced";

/** Questions as "a:new"; graded and marked ones are whole unless "part" follows: "a:marked:part". */
function topic(id: string, questions: readonly string[], requires: readonly string[] = []): StudyTopic {
  return { id, requires, questions: questions.map(question) };
}

function question(text: string): StudyQuestion {
  const [id = "", state = "new", part] = text.split(":");
  const tally = { ...openTally(4), open: state === "checked" ? 4 : part === undefined ? 0 : 2 };
  return { id, state: state as QuestionState, ...(state === "new" || state === "draft" ? {} : { tally }) };
}

describe("nextQuestion", () => {
  test.each([
    ["the first without a current one", [topic("t", ["a:new", "b:new"])], undefined, "a"],
    ["the one after", [topic("t", ["a:checked", "b:new"])], "a", "b"],
    ["this topic before others", [topic("s", ["x:new"]), topic("t", ["a:new", "b:graded"])], "b", "a"],
    ["around to the beginning", [topic("s", ["x:new"]), topic("t", ["a:graded"])], "a", "x"],
    ["what wants an answer before what wants marks", [topic("t", ["a:graded", "b:checked", "c:stale"])], "a", "c"],
    ["then what wants marks", [topic("t", ["a:graded", "b:marked:part", "c:graded"])], "a", "b"],
    [
      "a topic whose prerequisites are met before one whose are not",
      [topic("t", ["a:graded"]), topic("u", ["b:new"], ["v"]), topic("v", ["c:new"])],
      "a",
      "c",
    ],
    ["none once all are finished", [topic("t", ["a:graded", "b:marked"])], "a", undefined],
    ["never the current one", [topic("t", ["a:draft", "b:graded"])], "a", undefined],
    ["none without topics", [], undefined, undefined],
  ] as const)("%s", (_, topics, current, next) => {
    expect(nextQuestion(topics, current)).toBe(next);
  });
});

describe("resumeAt", () => {
  const keys = (...questions: string[]) => questions.map((id) => ({ roadmap: "ai", question: id }));
  const resume = (questions: readonly string[], ...recent: string[]): unknown => {
    const at = resumeAt([{ id: "ai", topics: [topic("t", questions)] }], keys(...recent));
    return at && `${at.kind} ${at.key.question}`;
  };
  test.each([
    ["nothing written", ["a:new", "b:new"], [], "start a"],
    ["a question merely looked at is not continued", ["a:new", "b:new"], ["b"], "start a"],
    ["the newest unfinished answer", ["a:draft", "b:stale", "c:new"], ["b", "a"], "continue b"],
    ["looked at since", ["a:draft", "b:new"], ["b", "a"], "continue a"],
    ["a checked answer still wants marks", ["a:checked", "b:new"], ["a"], "continue a"],
    ["never the one just finished", ["a:graded", "b:new"], ["a"], "next b"],
    ["onwards from the one just finished", ["a:new", "b:marked", "c:new"], ["b"], "next c"],
    ["a question that is gone", ["a:graded", "b:new"], ["gone"], "next b"],
    ["all finished", ["a:graded", "b:marked"], ["b"], undefined],
  ] as const)("%s", (_, questions, recent, expected) => {
    expect(resume(questions, ...recent)).toBe(expected);
  });

  test("another roadmap follows once this one is finished", () => {
    const roadmaps = [
      { id: "ai", topics: [topic("t", ["a:graded"])] },
      { id: "sql", topics: [topic("t", ["a:new"])] },
    ];
    expect(resumeAt(roadmaps, keys("a"))).toEqual({ kind: "next", key: { roadmap: "sql", question: "a" } });
    expect(resumeAt([], keys("a"))).toBeUndefined();
  });
});

describe("resumeAt with a roadmap in the workspace", () => {
  const own = (...questions: string[]) => ({ id: "mine", own: true, topics: [topic("m", questions)] });
  const shipped = (...questions: string[]) => ({ id: "ai", topics: [topic("t", questions)] });
  const inAi = [{ roadmap: "ai", question: "a" }];

  test.each([
    ["leads into it", [own("x:new"), shipped("a:new")], [], undefined, "start mine x"],
    ["though another one was begun elsewhere", [own("x:new"), shipped("a:draft")], inAi, undefined, "start mine x"],
    ["goes on in it", [own("x:graded", "y:new"), shipped("a:draft")], inAi, "mine", "next mine y"],
    ["leads where the learner went instead", [own("x:new"), shipped("a:draft")], inAi, "ai", "continue ai a"],
    ["leads to the others once it is finished", [own("x:graded"), shipped("a:draft")], inAi, "mine", "continue ai a"],
    ["is not led away by a roadmap that is gone", [own("x:new"), shipped("a:draft")], inAi, "gone", "start mine x"],
  ] as const)("%s", (_, roadmaps, recent, openedHere, expected) => {
    const at = resumeAt(roadmaps, recent, openedHere);
    expect(at && `${at.kind} ${at.key.roadmap} ${at.key.question}`).toBe(expected);
  });
});

test("a question without a row is new", () => {
  const { roadmap } = samplePlaced();
  expect(studyTopics(roadmap, { topics: [] })).toEqual([
    { id: "image-models", requires: [], questions: [{ id: "mode-collapse", state: "new" }] },
  ]);
  const row = { id: "mode-collapse", state: "draft" } as const;
  expect(studyTopics(roadmap, { topics: [{ questions: [row] }] })[0]?.questions).toEqual([row]);
});
