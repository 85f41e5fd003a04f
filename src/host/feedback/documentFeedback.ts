// What is known about one open answer: its grade or the verdicts so far, and where its remarks stand now.
// Holds and steps; draws nothing and fires nothing.
import type * as vscode from "vscode";
import type { ParsedDocument } from "../../core/answer";
import type { Attempt } from "../../core/attempt";
import { emptyLayout, layOut, missingRemarks, type Layout } from "../../core/feedback/layout";
import { remarksOf, type Remark, type Rubric } from "../../core/feedback/remarks";
import { remarkStops, type RemarkStop } from "../../core/feedback/remarkStops";
import { stepRemarks, trackRemarks, type TrackedRemarks } from "../../core/feedback/trackedRemarks";
import type { Verdict } from "../../core/grade";
import { gainable } from "../../core/selfMark";
import { currentText, documentLines } from "./textDocumentLines";

/** A grading under way. */
export interface Grading {
  /** The text being graded. */
  readonly answer: string;
  readonly rubric: Rubric;
  /** How many verdicts to expect. */
  readonly of: number;
  /** Provisional, in order of arrival. */
  readonly verdicts: readonly Verdict[];
}

/** A grade on screen. */
export interface ShownGrade {
  readonly attempt: Attempt;
  readonly replayed: boolean;
  readonly rubric: Rubric | undefined;
}

const nothing: TrackedRemarks = { graded: "", current: false, quotes: [] };

export class DocumentFeedback {
  grading: Grading | undefined;
  shown: ShownGrade | undefined;
  remarks: readonly Remark[] = [];
  tracked: TrackedRemarks = nothing;
  private answerStart: number | undefined;
  private laidOut: { readonly layout: Layout; readonly verdictLines: boolean } | undefined;

  /** `parse` tells what the document is now. */
  constructor(
    readonly document: vscode.TextDocument,
    private readonly parse: () => ParsedDocument,
  ) {}

  /** True while what is drawn are verdicts of a grading under way. */
  get provisional(): boolean {
    return this.grading !== undefined && this.grading.verdicts.length > 0;
  }

  /** True where the drawn grade is the built-in grader's. Provisional verdicts come from a model. */
  get estimate(): boolean {
    return !this.provisional && this.shown?.attempt.grade.estimate === true;
  }

  /** What the learner may mark to earn more than the built-in grader could match; nothing while a grading is under way. */
  get markable(): readonly Verdict[] {
    const { grading, shown } = this;
    return grading || !shown?.rubric || !shown.attempt.grade.estimate
      ? []
      : gainable(shown.rubric, shown.attempt.grade);
  }

  /** Rebuilds remarks and their places after the grade or the verdicts changed. */
  rebuild(): void {
    const source =
      this.provisional && this.grading
        ? { grade: this.grading, answer: this.grading.answer, rubric: this.grading.rubric }
        : this.shown && {
            grade: this.shown.attempt.grade,
            answer: this.shown.attempt.answer,
            rubric: this.shown.rubric,
          };
    this.answerStart = this.findAnswerStart();
    this.remarks = source ? remarksOf(source.grade, source.rubric) : [];
    this.tracked = source
      ? trackRemarks(source.answer, this.remarks, currentText(this.document, this.answerStart))
      : nothing;
    this.laidOut = undefined;
  }

  /** Steps the remarks through an edit; true where a remark or the whole grade became or ceased to be of an earlier text. */
  step(changes: readonly vscode.TextDocumentContentChangeEvent[]): boolean {
    // The answer line is above the answer: an edit below it cannot move where the answer begins.
    if (this.answerStart === undefined || changes.some((c) => c.rangeOffset <= (this.answerStart ?? 0)))
      this.answerStart = this.findAnswerStart();
    const before = this.tracked;
    this.tracked = stepRemarks(before, changes, currentText(this.document, this.answerStart));
    this.laidOut = undefined;
    return (
      before.current !== this.tracked.current || before.quotes.some((q, n) => q.state !== this.tracked.quotes[n]?.state)
    );
  }

  /** What to draw; computed once per state of the document. */
  layout(verdictLines: boolean): Layout {
    if (this.remarks.length === 0) return emptyLayout;
    if (this.laidOut?.verdictLines !== verdictLines) {
      const layout = layOut({
        remarks: this.remarks,
        tracked: this.tracked,
        lines: documentLines(this.document),
        answerLine: this.answerLine,
        estimate: this.estimate,
        verdictLines,
      });
      this.laidOut = { layout, verdictLines };
    }
    return this.laidOut.layout;
  }

  /** 0-based line on which the answer begins; the last line while the answer line is missing. */
  get answerLine(): number {
    return this.answerStart === undefined
      ? this.document.lineCount - 1
      : this.document.positionAt(this.answerStart).line;
  }

  private findAnswerStart(): number | undefined {
    const parsed = this.parse();
    return parsed.kind === "answer" ? parsed.answerStart : undefined;
  }

  /** The places that next and previous remark go through. */
  stops(): RemarkStop[] {
    const layout = this.layout(true);
    const missing = missingRemarks(this.remarks);
    const line = layout.verdictLines.findLast((v) => v.remarks[0] === missing[0])?.line ?? this.document.lineCount - 1;
    return remarkStops(layout, missing, this.document.offsetAt(this.document.lineAt(line).range.end));
  }
}
