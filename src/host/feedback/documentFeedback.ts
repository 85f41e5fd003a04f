// What is known about one open answer: its attempt and what was said of it, or the verdicts so far, and where its
// remarks stand now. Holds and steps; draws nothing and fires nothing.
import type * as vscode from "vscode";
import type { Amendment } from "../../core/attempts/amendment";
import type { ParsedDocument } from "../../core/answer/answer";
import type { Attempt } from "../../core/attempts/attempt";
import { findConflict } from "../../core/answer/conflictMarkers";
import { emptyLayout, layOut, type Layout } from "../../core/feedback/layout";
import type { ShownHint } from "../../core/feedback/hintRows";
import type { Remark } from "../../core/feedback/remark";
import { provisionalRemarks, remarksOf } from "../../core/feedback/remarks";
import { remarkStops, type RemarkStop } from "../../core/feedback/remarkStops";
import { missingRemarks } from "../../core/feedback/shown";
import { stepRemarks, trackRemarks, type TrackedRemarks } from "../../core/feedback/trackedRemarks";
import type { Verdict } from "../../core/marks/grade";
import type { Rubric } from "../../core/marks/marks";
import { standingOf, type Standing } from "../../core/attempts/standing";
import type { NotGraded } from "../../grading/grader";
import type { Steadiness } from "./steadiness";
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
  /** Whole seconds for which no word of the model has come; 0 once it speaks. */
  readonly silent: number;
}

/** An attempt on screen. */
export interface ShownAttempt {
  readonly attempt: Attempt;
  /** What was said of it since; may hold those of other attempts. */
  readonly amendments: readonly Amendment[];
  readonly replayed: boolean;
  readonly rubric: Rubric | undefined;
}

/** Where no attempt is shown. */
export const untracked: TrackedRemarks = { graded: "", current: false, quotes: [] };

export class DocumentFeedback {
  grading: Grading | undefined;
  shown: ShownAttempt | undefined;
  /** Why the last grading came to nothing; kept until the next one. */
  notGraded: NotGraded | undefined;
  hint: ShownHint | undefined;
  /** What three gradings of one text agreed on. */
  steadiness: Steadiness | undefined;
  /** Where the shown attempt stands. */
  standing: Standing | undefined;
  remarks: readonly Remark[] = [];
  tracked: TrackedRemarks = untracked;
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

  /** True where there is nothing to remember of the document. */
  get isEmpty(): boolean {
    return [this.grading, this.shown, this.notGraded, this.hint, this.steadiness].every((part) => part === undefined);
  }

  /** Rebuilds remarks and their places after the attempt, what is said of it, or the verdicts changed. */
  rebuild(): void {
    const { grading, shown } = this;
    this.standing = shown && standingOf(shown.attempt, shown.amendments, shown.rubric);
    const graded = grading && this.provisional ? grading.answer : shown?.attempt.answer;
    if (grading && this.provisional) this.remarks = provisionalRemarks(grading.verdicts, grading.rubric);
    else this.remarks = this.standing ? remarksOf(this.standing, shown?.rubric) : [];
    this.answerStart = this.findAnswerStart();
    this.tracked =
      graded === undefined
        ? untracked
        : trackRemarks(graded, this.remarks, currentText(this.document, this.answerStart));
    this.laidOut = undefined;
  }

  /**
   * Steps the remarks through an edit; true where a remark or the whole attempt became or ceased to be of an earlier
   * text.
   */
  step(changes: readonly vscode.TextDocumentContentChangeEvent[]): boolean {
    // The answer line is above the answer: an edit below it cannot move where the answer begins.
    if (this.answerStart === undefined || changes.some((c) => c.rangeOffset <= (this.answerStart ?? 0)))
      this.answerStart = this.findAnswerStart();
    if (this.tracked === untracked) return false;
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
      this.laidOut = { layout: this.layOut(verdictLines), verdictLines };
    }
    return this.laidOut.layout;
  }

  /** While a merge has left two versions in the answer, nothing is said of either. */
  private layOut(verdictLines: boolean): Layout {
    const parsed = this.parse();
    if (parsed.kind === "answer" && findConflict(parsed.answer) !== undefined) return emptyLayout;
    return layOut({
      remarks: this.remarks,
      tracked: this.tracked,
      lines: documentLines(this.document),
      answerLine: this.answerLine,
      verdictLines,
    });
  }

  /** 0-based line on which the answer begins; the last line while the answer line is missing. */
  get answerLine(): number {
    return this.answerStart === undefined
      ? this.document.lineCount - 1
      : this.document.positionAt(this.answerStart).line;
  }

  /** The same, while it is of the text on screen. */
  get currentSteadiness(): Steadiness | undefined {
    const { steadiness } = this;
    if (steadiness === undefined) return undefined;
    const parsed = this.parse();
    return parsed.kind === "answer" && parsed.answer === steadiness.answer ? steadiness : undefined;
  }

  /** Indexes of the remarks that have no words in the answer to stand at. */
  get missing(): readonly number[] {
    return missingRemarks(this.remarks);
  }

  /** The places that next and previous remark go through. */
  stops(): RemarkStop[] {
    const layout = this.layout(true);
    const { missing } = this;
    const line = layout.verdictLines.findLast((v) => v.remarks[0] === missing[0])?.line ?? this.document.lineCount - 1;
    return remarkStops(layout, missing, this.document.offsetAt(this.document.lineAt(line).range.end));
  }

  private findAnswerStart(): number | undefined {
    const parsed = this.parse();
    return parsed.kind === "answer" ? parsed.answerStart : undefined;
  }
}
