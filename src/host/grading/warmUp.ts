// Gets the check ready while the learner writes, so that the first "Grade my answer" of a session need not wait for it.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/questionKey";
import type { Roadmap } from "../../core/roadmap";

/** Milliseconds of writing before anything is loaded. */
const afterFirstEdit = 1_000;

/** What is asked of documents, roadmaps and the check. */
export interface WarmUpParts {
  readonly keyOf: (document: vscode.TextDocument) => QuestionKey | undefined;
  readonly roadmapOf: (key: QuestionKey) => Promise<Roadmap | undefined>;
  readonly check: (roadmap: Roadmap) => Promise<unknown>;
}

/** Loads the check of a roadmap soon after the first edit of one of its answers; nothing before that. */
export function warmUp({ keyOf, roadmapOf, check }: WarmUpParts): vscode.Disposable {
  const begun = new Set<string>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const ready = async (key: QuestionKey): Promise<void> => {
    const roadmap = await roadmapOf(key);
    if (roadmap !== undefined) await check(roadmap);
  };
  const edits = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    const key = contentChanges.length > 0 ? keyOf(document) : undefined;
    if (key === undefined || begun.has(key.roadmap)) return;
    begun.add(key.roadmap);
    // What goes wrong here goes wrong again, and is told, when the learner asks.
    timers.add(setTimeout(() => void ready(key).catch(() => undefined), afterFirstEdit));
  });
  return vscode.Disposable.from(edits, new vscode.Disposable(() => timers.forEach(clearTimeout)));
}
