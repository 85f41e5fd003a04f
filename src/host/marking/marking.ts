// What the learner says of an open answer's attempt: a mark of their own, a dismissal, a dispute, and taking a word
// back.
// Keeping and its order are wordKeeper's; here are the documents, and what is told where the disk refuses.
import * as vscode from "vscode";
import type { Amends } from "../../core/attempts/amendment";
import type { Standing } from "../../core/attempts/standing";
import type { Feedback } from "../feedback/feedback";
import type { Log } from "../log";
import type { AmendmentStore } from "../storage/amendmentStore";
import { WordKeeper } from "./wordKeeper";
import { showErrorMessage } from "../shown";

export class Marking implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when words of the learner's could not be kept, or at last were. */
  readonly onDidChange = this.changed.event;
  private readonly keeper: WordKeeper;
  private telling = false;

  constructor(
    private readonly feedback: Feedback,
    store: AmendmentStore,
    log: Log,
  ) {
    this.keeper = new WordKeeper({
      keep: (amendment) => store.keep(amendment),
      list: async (key) => {
        try {
          return await store.list(key);
        } catch (error) {
          log.error("What you said of the answer could not be read", error);
          return [];
        }
      },
      show: (key, amendments) => {
        feedback.amend(key, amendments);
      },
      changed: (key, why) => {
        this.changed.fire();
        if (why === undefined) return;
        log.error(`What you said of the answer could not be kept: ${why}`);
        void this.tell(why, () => this.keeper.keepAgain(key));
      },
    });
  }

  /** Keeps what the learner says of the attempt that is shown; false where none is. */
  say(document: vscode.TextDocument, amends: Amends): Promise<boolean> {
    return this.keeper.say(this.standing(document), amends);
  }

  /** Takes the learner's last word back, of one criterion where it is named; false where there is none. */
  undo(document: vscode.TextDocument, criterion?: string): Promise<boolean> {
    return this.keeper.undo(this.standing(document), criterion);
  }

  /** Why the learner's last words on an answer are not kept; undefined where all are. */
  unkeptOf(document: vscode.TextDocument): string | undefined {
    const key = this.feedback.standingOf(document)?.attempt.key;
    return key && this.keeper.whyUnkept(key);
  }

  /** Tries again to keep what could not be kept. */
  async keepAgain(document: vscode.TextDocument): Promise<void> {
    const key = this.feedback.standingOf(document)?.attempt.key;
    if (key) await this.keeper.keepAgain(key);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private standing(document: vscode.TextDocument): () => Standing | undefined {
    return () => this.feedback.standingOf(document);
  }

  /** One message at a time: each mark after the first would repeat it. */
  private async tell(why: string, keepAgain: () => Promise<void>): Promise<void> {
    if (this.telling) return;
    this.telling = true;
    const again = vscode.l10n.t("Try again");
    const message = vscode.l10n.t("What you said of your answer is shown but could not be kept: {0}", why);
    const chosen = await showErrorMessage(message, again);
    this.telling = false;
    if (chosen === again) await keepAgain();
  }
}
