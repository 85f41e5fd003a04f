// Prompts, ideas and notes, folded once when they come, so that a keystroke only looks for words in them. No DOM.
import type { TopicTexts } from "../../core/roadmap/searchText";
import { fold } from "./fold";
import { notesRowKey, questionRowKey } from "./rowKeys";

/** What a search looks through of one question, or of one topic's notes. */
export interface SearchText {
  /** Prompt or notes, as they are. */
  readonly text: string;
  readonly ideas: readonly string[];
  /** All of it, folded. */
  readonly folded: string;
}

/** The texts of all roadmaps by row key. Those of an older version serve until a newer one is whole. */
export class SearchTexts {
  #version = -1;
  #byRow: ReadonlyMap<string, SearchText> = new Map();
  #coming = new Map<string, SearchText>();
  #comingVersion = -1;

  /** True while the texts at hand are not those of `version`. */
  isOlderThan(version: number): boolean {
    return this.#version !== version;
  }

  /** What was sent for a row, if anything. */
  of(rowKey: string): SearchText | undefined {
    return this.#byRow.get(rowKey);
  }

  /** Takes a part of the texts; true once that was the last of them. */
  take(version: number, topics: readonly TopicTexts[], done: boolean): boolean {
    if (version !== this.#comingVersion) this.#coming = new Map();
    this.#comingVersion = version;
    for (const { roadmap, topic, notes, questions } of topics) {
      if (notes !== "") this.#coming.set(notesRowKey(roadmap, topic), { text: notes, ideas: [], folded: fold(notes) });
      for (const { question, prompt, ideas } of questions)
        this.#coming.set(questionRowKey(roadmap, question), {
          text: prompt,
          ideas,
          folded: fold([...ideas, prompt].join("\n")),
        });
    }
    if (!done) return false;
    this.#byRow = this.#coming;
    this.#version = version;
    this.#coming = new Map();
    this.#comingVersion = -1;
    return true;
  }
}
