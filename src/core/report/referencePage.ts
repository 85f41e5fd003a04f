// The page with a question's reference answer: the question, the reference and what earns marks, in which nothing is
// loaded and no title makes a heading of its own.
import { escapeReadable } from "../feedback/escapeMarkdown";
import type { LoadedPictures } from "../roadmap/pictures";
import type { Question } from "../roadmap/question";
import { quietWithPictures } from "./quietMarkdown";

/** The page's headings in the display language. */
export interface ReferenceWords {
  readonly reference: string;
  readonly criteria: string;
}

/** The page as Markdown. */
export function referencePage(
  { title, prompt, reference, criteria }: Pick<Question, "title" | "prompt" | "reference" | "criteria">,
  words: ReferenceWords,
  pictures?: LoadedPictures,
): string {
  const parts = [
    `# ${escapeReadable(title)}`,
    quietWithPictures(prompt, pictures),
    `## ${words.reference}`,
    quietWithPictures(reference, pictures),
    `## ${words.criteria}`,
    criteria.map((criterion) => `- ${escapeReadable(criterion.statement)}`).join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
