// What the Feedback view may do: say something of a remark, lead to the learner's words, and bring the reference's
// passage.
import * as vscode from "vscode";
import type { Standing } from "../../core/attempts/standing";
import type { TextRange } from "../../core/text/textRange";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import { documentRange } from "../feedback/textDocumentLines";
import type { GraderChoice } from "../grading/graderChoice";
import type { LoadModule } from "../lazyModules";
import type { Marking } from "../marking/marking";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { FeedbackActions } from "./feedbackViewProvider";

/** What the actions need of their surroundings. */
export interface ActionParts {
  readonly documents: AnswerDocuments;
  readonly feedback: Feedback;
  readonly marking: Marking;
  readonly library: RoadmapLibrary;
  readonly choice: GraderChoice;
  readonly load: LoadModule;
}

/** The actions of the view. */
export function feedbackActions(parts: ActionParts): FeedbackActions {
  const { documents, feedback, marking } = parts;
  return {
    mark: (document, criterion, verdict) => marking.say(document, { kind: "mark", criterion, verdict }),
    dismiss: (document, criterion) => marking.say(document, { kind: "dismiss", criterion }),
    dispute: (document, criterion, words) => marking.say(document, { kind: "dispute", criterion, words }),
    undo: (document, criterion) => marking.undo(document, criterion),
    keepAgain: (document) => marking.keepAgain(document),
    async goTo(document, criterion, quote) {
      const remark = feedback.remarksOf(document).findIndex((r) => r.id === criterion);
      const place = feedback.trackedOf(document).quotes.filter((q) => q.remark === remark)[quote];
      const range =
        place === undefined || place.state === "gone" ? endOfAnswer(document) : documentRange(document, place);
      await goThere(feedback, document, range);
    },
    async goToObservation(document, index) {
      const quote = placeOf(feedback.standingOf(document), index);
      const parsed = documents.parse(document);
      if (quote === undefined || parsed.kind !== "answer") return;
      const { answerStart } = parsed;
      const place = { start: quote.start + answerStart, end: quote.end + answerStart };
      await goThere(feedback, document, documentRange(document, place));
    },
    passage: (document, criterion) => passage(parts, document, criterion),
    acceptWording: async (document, criterion) =>
      vscode.commands.executeCommand("tutor.acceptWording", document.uri, criterion),
    async leave(document) {
      await vscode.window.showTextDocument(document, { preserveFocus: false, ...columnOf(document) });
    },
  };
}

function placeOf(standing: Standing | undefined, index: number): TextRange | undefined {
  const attempt = standing?.attempt;
  return attempt?.kind === "checked" ? attempt.check.observations[index]?.quote : undefined;
}

function endOfAnswer(document: vscode.TextDocument): vscode.Range {
  const { end } = document.lineAt(document.lineCount - 1).range;
  return new vscode.Range(end, end);
}

/** The caret goes to where the words begin; nothing is selected, so that the next key erases nothing. */
async function goThere(feedback: Feedback, document: vscode.TextDocument, range: vscode.Range): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: false, ...columnOf(document) });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  feedback.flashAt(editor, range);
}

function columnOf(document: vscode.TextDocument): { readonly viewColumn?: vscode.ViewColumn } {
  const column = vscode.window.visibleTextEditors.find((e) => e.document === document)?.viewColumn;
  return column === undefined ? {} : { viewColumn: column };
}

/** The sentences of the reference that speak of a criterion, found as in an answer; all of it where none is found. */
async function passage(
  { documents, library, choice, load }: ActionParts,
  document: vscode.TextDocument,
  criterion: string,
): Promise<{ readonly html: string; readonly whole: boolean }> {
  const key = documents.keyOf(document);
  const placed = key && (await library.find(key));
  if (placed === undefined) return { html: "", whole: true };
  const { question, roadmap } = placed;
  const { checker } = await choice.check(roadmap);
  const outcome = await checker.check(question, question.reference);
  const quotes =
    outcome.kind === "checked" ? outcome.check.criteria.find((c) => c.criterion === criterion)?.quotes : [];
  const { renderMarkdown } = await load("markdown");
  if (quotes === undefined || quotes.length === 0) return { html: renderMarkdown(question.reference), whole: true };
  const found = [...quotes].sort((a, b) => a.start - b.start).map(({ text }) => text);
  return { html: renderMarkdown(found.join(" … ")), whole: false };
}
