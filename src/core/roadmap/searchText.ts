// What a search looks through besides titles: prompts, ideas and notes as plain lines. Built once for each reading of
// the roadmaps.
import type { Question } from "./question";
import type { Roadmap, Topic } from "./roadmap";

/** A question's own words. */
export interface QuestionTexts {
  readonly question: string;
  readonly prompt: string;
  readonly ideas: readonly string[];
}

/** A topic's notes and its questions' words. */
export interface TopicTexts {
  readonly roadmap: string;
  readonly topic: string;
  readonly notes: string;
  readonly questions: readonly QuestionTexts[];
}

/** The words of one topic. Statements, wordings and references stay out: a search must not give an answer away. */
export function topicTexts(roadmap: string, topic: Topic): TopicTexts {
  return {
    roadmap,
    topic: topic.id,
    notes: plainLine(topic.notes),
    questions: topic.questions.map((question) => questionTexts(question)),
  };
}

/**
 * The words of roadmaps in slices of at most `size` questions, each made only when it is asked for, so that no number
 * of questions holds anything up. Notes come with a topic's first slice.
 */
export function* textSlices(roadmaps: readonly Roadmap[], size = 500): Generator<readonly TopicTexts[]> {
  let slice: TopicTexts[] = [];
  let room = size;
  for (const { id, topics } of roadmaps) {
    for (const topic of topics) {
      for (let from = 0; from === 0 || from < topic.questions.length;) {
        const questions = topic.questions.slice(from, from + room);
        slice.push(topicTexts(id, { ...topic, notes: from === 0 ? topic.notes : "", questions }));
        from += Math.max(questions.length, 1);
        room -= Math.max(questions.length, 1);
        if (room > 0) continue;
        yield slice;
        slice = [];
        room = size;
      }
    }
  }
  if (slice.length > 0) yield slice;
}

/** Markdown as one line of plain words, good enough to search and to quote from. Linear in its length. */
export function plainLine(markdown: string): string {
  return markdown
    .replace(/!?\[([^\][]{0,300})\]\([^()\s]{0,2000}\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[-+*]|\|)[ \t]/gm, "")
    .replace(/[*`]+|~~+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function questionTexts({ id, prompt, criteria }: Question): QuestionTexts {
  return { question: id, prompt: plainLine(prompt), ideas: [...new Set(criteria.map((c) => c.idea))] };
}
