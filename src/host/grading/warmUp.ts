// Gets the check ready while the learner writes, so that the first "Grade my answer" of a session need not wait for it.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { PlacedQuestion, Roadmap } from "../../core/roadmap/roadmap";
import type { Checker } from "../../grading/check/checker";

/** Milliseconds of writing before anything is loaded. */
const afterFirstEdit = 1_000;

/** What is asked of documents, roadmaps and the check. */
export interface WarmUpParts {
  readonly keyOf: (document: vscode.TextDocument) => QuestionKey | undefined;
  readonly find: (key: QuestionKey) => Promise<PlacedQuestion | undefined>;
  readonly checkerOf: (roadmap: Roadmap) => Promise<Checker>;
}

/**
 * Soon after the first edit of an answer, and not before, its roadmap's check is loaded, counts the words of all
 * questions and reads one text, in slices.
 */
export function warmUp({ keyOf, find, checkerOf }: WarmUpParts): vscode.Disposable {
  const begun = new Set<string>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const ready = async (key: QuestionKey): Promise<void> => {
    const found = await find(key);
    if (found === undefined) return;
    const checker = await checkerOf(found.roadmap);
    await checker.check(found.question, found.question.reference);
    // The first number and date that are written in the display language load all of what it knows of them.
    new Date().toLocaleString(vscode.env.language, { dateStyle: "medium" });
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
