// A small placed question for the tests of answers, attempts and progress.
import type { PlacedQuestion } from "../../../../src/core/roadmap/roadmap";
import type { Question } from "../../../../src/core/roadmap/question";

export function sampleQuestion(change: Partial<Question> = {}): Question {
  return {
    id: "mode-collapse",
    title: "Mode collapse",
    marks: 4,
    prompt: "What is mode collapse?\n\nName a mitigation.",
    criteria: [
      { id: "few", marks: 2, statement: "s", accepted: [], misconceptions: [], idea: "i" },
      { id: "mitigation", marks: 2, statement: "s", accepted: [], misconceptions: [], idea: "i" },
    ],
    groups: [],
    reference: "The generator …",
    hints: [],
    goldens: [],
    ...change,
  };
}

export function samplePlaced(change: Partial<Question> = {}): PlacedQuestion {
  const question = sampleQuestion(change);
  const topic = {
    id: "image-models",
    title: "Image models",
    subtopics: [],
    prerequisites: [],
    notes: "",
    questions: [question],
  };
  return {
    question,
    topic,
    roadmap: { id: "generative-ai", title: "Generative AI", description: "", topics: [topic] },
  };
}
