// What feedback needs of its surroundings. A shape only.
import type * as vscode from "vscode";
import type { ParsedDocument } from "../../core/answer/answer";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";

/** How feedback finds questions and reads documents. */
export interface FeedbackSources {
  /** The question of that key as it is now; undefined where it vanished. */
  find(key: QuestionKey): Promise<PlacedQuestion | undefined>;
  /** The same, soon: what it comes to may still change, and then `onDidChange` fires. */
  findAtHand?(key: QuestionKey): Promise<PlacedQuestion | undefined>;
  /** What a document is; `other` where it holds no answer. */
  parse(document: vscode.TextDocument): ParsedDocument;
  /** Fires when roadmaps changed. */
  readonly onDidChange: vscode.Event<void>;
}
