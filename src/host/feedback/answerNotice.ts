// What stands between an answer document and a grade of it: its line is gone, its question changed or vanished.
import type * as vscode from "vscode";
import { parseAnswerDocument } from "../../core/answer";
import type { QuestionKey } from "../../core/attempt";
import { promptHash } from "../../core/hash";
import type { PlacedQuestion } from "../../core/roadmap";

export type AnswerNotice = "none" | "no-line" | "prompt-changed" | "vanished";

/** The notice of a document, or undefined where it is no answer document. */
export async function answerNotice(document: vscode.TextDocument, find: (key: QuestionKey) => Promise<PlacedQuestion | undefined>): Promise<{ readonly notice: AnswerNotice; readonly answerStart: number } | undefined> {
  const parsed = parseAnswerDocument(document.getText());
  if (parsed.kind === "other") return undefined;
  if (parsed.kind === "no-line") return { notice: "no-line", answerStart: 0 };
  const placed = await find(parsed.key);
  const changed = placed !== undefined && parsed.promptHash !== "" && parsed.promptHash !== promptHash(placed.question);
  return { notice: placed === undefined ? "vanished" : changed ? "prompt-changed" : "none", answerStart: parsed.answerStart };
}
