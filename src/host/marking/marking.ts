// What the learner says of an attempt, kept as amendments: a mark of their own, a dismissal, a dispute, and taking the last word back.
// What could not be kept stays here until it can be; nothing is shown as said before it is kept.
import * as vscode from "vscode";
import type { Amendment, Amends } from "../../core/amendment";
import { newAmendment } from "../../core/amendments";
import { lastAmendment, type Standing } from "../../core/standing";
import type { Feedback } from "../feedback/feedback";
import { criterionOf } from "../feedbackView/feedbackState";
import type { Log } from "../log";
import type { AmendmentStore } from "../storage/amendmentStore";

/** Words that are still to be kept, and why they are not. */
interface Unkept {
  readonly amendments: readonly Amendment[];
  readonly why: string;
}

export class Marking implements vscode.Disposable {
  private readonly unkept = new Map<string, Unkept>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when words of the learner's could not be kept, or at last were. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly feedback: Feedback,
    private readonly store: AmendmentStore,
    private readonly log: Log,
  ) {}

  /** Keeps what the learner says of the attempt that is shown; nothing where none is. */
  async say(document: vscode.TextDocument, amends: Amends): Promise<void> {
    const attempt = this.feedback.standingOf(document)?.attempt;
    if (attempt === undefined) return;
    const made = { now: new Date(), random: crypto.randomUUID().replaceAll("-", "").slice(0, 8) };
    await this.keep(document, [newAmendment(attempt, amends, made)]);
  }

  /** Takes the learner's last word back, of one criterion where it is named; false where there is none. */
  async undo(document: vscode.TextDocument, criterion?: string): Promise<boolean> {
    const standing = this.feedback.standingOf(document);
    const last = standing && (criterion === undefined ? lastAmendment(standing) : lastOn(standing, criterion));
    if (last === undefined) return false;
    await this.say(document, { kind: "undo", amendment: last.id });
    return true;
  }

  /** Why the learner's last words on an answer are not kept; undefined where all are. */
  unkeptOf(document: vscode.TextDocument): string | undefined {
    return this.unkept.get(document.uri.toString())?.why;
  }

  /** Tries again to keep what could not be kept. */
  async keepAgain(document: vscode.TextDocument): Promise<void> {
    await this.keep(document, []);
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** Keeps what waits and then `more`, in order. */
  private async keep(document: vscode.TextDocument, more: readonly Amendment[]): Promise<void> {
    const id = document.uri.toString();
    const waiting = [...(this.unkept.get(id)?.amendments ?? []), ...more];
    const hadWaiting = this.unkept.delete(id);
    for (const [at, amendment] of waiting.entries()) {
      try {
        await this.store.keep(amendment);
      } catch (error) {
        this.log.error("What you said of the answer could not be kept", error);
        const why = error instanceof Error ? error.message : String(error);
        this.unkept.set(id, { amendments: waiting.slice(at), why });
        this.changed.fire(document);
        this.tell(document, why);
        return;
      }
    }
    if (hadWaiting) this.changed.fire(document);
  }

  private tell(document: vscode.TextDocument, why: string): void {
    const again = vscode.l10n.t("Try again");
    const message = vscode.l10n.t("What you said of your answer could not be kept: {0}", why);
    void vscode.window.showErrorMessage(message, again).then((chosen) => {
      if (chosen === again) void this.keepAgain(document);
    });
  }
}

/** The last word on one criterion that stands. */
function lastOn({ amendments }: Standing, criterion: string): Amendment | undefined {
  return amendments.findLast(({ amends }) => criterionOf(amends) === criterion);
}
