// Small roadmaps for the sidebar's tests.
import type {
  QuestionRow,
  QuestionState,
  RoadmapRow,
  SidebarState,
  TopicRow,
} from "../../../../src/shared/sidebarMessages";

export function question(
  id: string,
  title: string,
  state: QuestionState = "new",
  more: Partial<QuestionRow> = {},
): QuestionRow {
  return { id, title, state, max: 4, ...more };
}

export function topic(
  id: string,
  title: string,
  questions: readonly QuestionRow[],
  more: Partial<TopicRow> = {},
): TopicRow {
  return {
    id,
    title,
    subtopics: [],
    prerequisites: [],
    hasNotes: false,
    marks: { low: 0, high: 0, max: 4 * questions.length },
    questions,
    ...more,
  };
}

export function roadmap(id: string, topics: readonly TopicRow[], more: Partial<RoadmapRow> = {}): RoadmapRow {
  return {
    id,
    title: id.toUpperCase(),
    description: "",
    builtIn: true,
    marks: { low: 0, high: 0, max: 8 },
    topics,
    problems: [],
    ...more,
  };
}

export const imageModels = topic(
  "image-models",
  "Image models",
  [
    question("gan", "Training a GAN", "draft"),
    question("vae", "Why a VAE blurs", "graded", { marks: { low: 2.5, high: 2.5, max: 4 }, estimate: true }),
  ],
  { subtopics: ["VAE", "GAN", "Diffusion"], prerequisites: ["NLP basics"], hasNotes: true },
);
export const nlp = topic("nlp", "NLP basics", [
  question("attention", "Self-attention"),
  question("resume", "Résumé parsing", "stale"),
]);
export const ai = roadmap("ai", [nlp, imageModels]);

export function readyState(
  roadmaps: readonly RoadmapRow[] = [ai],
  more: Partial<Extract<SidebarState, { status: "ready" }>> = {},
): SidebarState {
  return { status: "ready", roadmaps, grader: "built-in", ...more };
}
