// A roadmap with one of its questions as it is being written: what the check needs to hold an unsaved file.
import type { Question } from "../../core/roadmap/question";
import { placedQuestions, type PlacedQuestion, type Roadmap, type Topic } from "../../core/roadmap/roadmap";
import type { AuthoredFile } from "./authoredFiles";

/** Of a larger roadmap only the topic's own questions tell the check which words are telling. */
const mostQuestions = 300;

/** The question in a roadmap that has it as it is written now. */
export function placedIn({ path, shelved: { roadmap } }: AuthoredFile, question: Question): PlacedQuestion {
  const id = path.slice(0, path.indexOf("/"));
  const known = roadmap.topics.find((topic) => topic.id === id);
  const others = (known?.questions ?? []).filter((other) => other.id !== question.id);
  const topic: Topic = {
    ...(known ?? { id, title: id, subtopics: [], prerequisites: [], notes: "" }),
    questions: [...others, question],
  };
  const small = placedQuestions(roadmap).length <= mostQuestions;
  const topics = small ? roadmap.topics.filter((other) => other.id !== id) : [];
  const live: Roadmap = { ...roadmap, topics: [...topics, topic] };
  return { roadmap: live, topic, question };
}
