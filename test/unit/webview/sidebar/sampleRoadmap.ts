// Small roadmaps for the sidebar's tests.
import { addTallies, openTally, type Tally } from "../../../../src/core/marks/marks";
import type { QuestionState } from "../../../../src/core/progress/progress";
import type { TopicTexts } from "../../../../src/core/roadmap/searchText";
import type { QuestionRow, RoadmapRow, SidebarState, TopicRow } from "../../../../src/shared/sidebarMessages";
import type { TreeLabels } from "../../../../src/webview/sidebar/rows";
import { SearchTexts } from "../../../../src/webview/sidebar/texts";

export const labels: TreeLabels = {
  notes: "Notes",
  problems: (count) => `${count} problems`,
  notices: (count) => `${count} files`,
  notice: ({ path }) => path,
};

export function byModel(low: number, high = low): { readonly tally: Tally } {
  return { tally: { model: { low, high }, own: 0, open: 0, max: 4 } };
}

export function byLearner(own: number, open = 0): { readonly tally: Tally } {
  return { tally: { model: { low: 0, high: 0 }, own, open, max: 4 } };
}

/** Search texts as a store has them once the host has sent these. */
export function textsOf(topics: readonly TopicTexts[]): SearchTexts {
  const texts = new SearchTexts();
  texts.take(1, topics, true);
  return texts;
}

export const imageTexts: TopicTexts = {
  roadmap: "ai",
  topic: "image-models",
  notes: "Start with the VAE: its loss fits on a napkin.",
  questions: [
    {
      question: "gan",
      prompt: "Describe one step of training, and two ways to mitigate a collapse.",
      ideas: ["Alternating updates", "Minibatch discrimination"],
    },
  ],
};

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
    tally: addTallies(questions.map((q) => q.tally ?? openTally(q.max))),
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
    tally: addTallies(topics.map((t) => t.tally)),
    topics,
    problems: [],
    ...more,
  };
}

export const imageModels = topic(
  "image-models",
  "Image models",
  [question("gan", "Training a GAN", "draft"), question("vae", "Why a VAE blurs", "graded", byModel(2.5))],
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
  return { status: "ready", roadmaps, notices: [], texts: 1, ...more };
}
