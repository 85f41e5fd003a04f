// "The rubric learns": finds the attempts that a changed rubric touches, has only that looked at again, shows what
// would move, and keeps it once the author agrees; and takes a whole regrading back. All of it appends; nothing is
// rewritten.
import * as vscode from "vscode";
import { newAmendment } from "../../core/attempts/amendments";
import { errorMessage } from "../../core/text/errorMessage";
import { isWithdrawn } from "../../core/attempts/standing";
import { recordId } from "../../core/attempts/recordId";
import type { Roadmap } from "../../core/roadmap/roadmap";
import type { Grader } from "../../grading/grader";
import { regrade } from "../../grading/regrade";
import { isNotGraded, type GraderChoice } from "../grading/graderChoice";
import type { Log } from "../log";
import type { Pages } from "../pages/pages";
import { randomPart } from "../randomPart";
import { showErrorMessage, showInformationMessage, showQuickPick, withProgress } from "../shown";
import { affectedAttempts, type Affected, type Stores } from "./affected";
import { regradePage, regradeSummary, type Looked } from "./regradePage";

export interface RegradingParts extends Stores {
  readonly choice: Pick<GraderChoice, "check" | "model">;
  readonly pages: Pages;
  readonly log: Log;
  /** The attempts of these questions are others now: open answers follow. */
  readonly refresh: () => void;
}

/** Models that may give marks, by roadmap; none where the author left them out. */
type Graders = ReadonlyMap<Roadmap, Grader>;

const now = (): Date => new Date();

export class Regrading {
  constructor(private readonly parts: RegradingParts) {}

  /** Looks, shows, and keeps what comes of it only where the author agrees. */
  async run(): Promise<void> {
    const { t } = vscode.l10n;
    const { affected, of } = await affectedAttempts(this.parts);
    if (affected.length === 0) {
      void showInformationMessage(t("No attempt is touched. Attempts that are of the rubric as it is: {0}.", of));
      return;
    }
    const graders = await this.graders(affected);
    if (graders === undefined) return;
    const run = recordId(now(), randomPart());
    const looked = await this.look(affected, graders, run);
    if (looked === undefined) return;
    await this.parts.pages.show("regrading", regradePage(looked, of), { beside: false });
    const apply = t("Apply");
    const summary = regradeSummary(looked, of);
    if (!looked.some(({ outcome }) => outcome.kind === "regraded")) {
      void showInformationMessage(summary);
      return;
    }
    if ((await showInformationMessage(summary, apply, t("Discard"))) === apply) await this.apply(looked);
  }

  /** Takes the latest regrading that still stands back. */
  async undo(): Promise<void> {
    const { attempts, amendments } = this.parts;
    const { t } = vscode.l10n;
    const standing = [];
    for (const { key } of (await attempts.latest()).values()) {
      const [all, said] = await Promise.all([attempts.list(key), amendments.list(key)]);
      standing.push(...all.filter((one) => one.receipt.regraded !== undefined && !isWithdrawn(one, said)));
    }
    const last = standing
      .map(({ receipt }) => receipt.regraded?.run ?? "")
      .sort()
      .at(-1);
    const taken = standing.filter(({ receipt }) => receipt.regraded?.run === last);
    if (taken.length === 0) {
      void showInformationMessage(t("There is no regrading to take back."));
      return;
    }
    const kept = await this.keep(async () => {
      for (const attempt of taken)
        await amendments.keep(newAmendment(attempt, { kind: "withdraw" }, { now: now(), random: randomPart() }));
    });
    if (kept)
      void showInformationMessage(t("The regrading is taken back. Attempts that count as before: {0}.", taken.length));
  }

  private async apply(looked: readonly Looked[]): Promise<void> {
    const { t } = vscode.l10n;
    const made = looked.flatMap(({ outcome }) => (outcome.kind === "regraded" ? [outcome] : []));
    const kept = await this.keep(async () => {
      for (const { attempt, amendments } of made) {
        // What was said of it first: an attempt that is there counts at once.
        for (const amendment of amendments) await this.parts.amendments.keep(amendment);
        await this.parts.attempts.keep(attempt);
      }
    });
    if (!kept) return;
    const undo = t("Undo");
    const sentence = t("Attempts brought to the rubric as it is now: {0}.", made.length);
    if ((await showInformationMessage(sentence, undo)) === undo) await this.undo();
  }

  /** False after telling the author why the disk refused. */
  private async keep(write: () => Promise<void>): Promise<boolean> {
    const { log, refresh } = this.parts;
    try {
      await write();
      return true;
    } catch (error) {
      log.error("A regrading could not be kept", error);
      const reason = errorMessage(error);
      void showErrorMessage(vscode.l10n.t("Not all of the regrading could be kept: {0}", reason));
      return false;
    } finally {
      refresh();
    }
  }

  private look(affected: readonly Affected[], graders: Graders, run: string): Thenable<Looked[] | undefined> {
    const { t } = vscode.l10n;
    const title = t("Looking again at what the rubric's change touches");
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const looked: Looked[] = [];
      for (const one of affected) {
        const { placed, attempt, amendments, touched } = one;
        const { checker } = await this.parts.choice.check(placed.roadmap);
        const grader = graders.get(placed.roadmap);
        const by = { checker, ...(grader === undefined ? {} : { grader }) };
        const about = { attempt, amendments, question: placed.question, touched, run };
        const outcome = await regrade({ ...by, ...about, signal: stop.signal, now, random: randomPart });
        if (stop.signal.aborted) return undefined;
        looked.push({ affected: one, outcome });
        const message = t("{0} of {1} attempts", looked.length, affected.length);
        progress.report({ message, increment: 100 / affected.length });
      }
      return looked;
    });
  }

  /** Which models are asked; undefined where the author leaves it. Nobody is asked before that was said. */
  private async graders(affected: readonly Affected[]): Promise<Graders | undefined> {
    const { t } = vscode.l10n;
    const byModel = affected.filter(({ attempt }) => attempt.kind === "graded");
    const graders = new Map<Roadmap, Grader>();
    for (const roadmap of new Set(byModel.map(({ placed }) => placed.roadmap))) {
      const model = await this.parts.choice.model(roadmap);
      if (model && !isNotGraded(model) && model.qualification === "qualified") graders.set(roadmap, model.grader);
    }
    const asked = byModel.filter(({ placed }) => graders.has(placed.roadmap)).length;
    const [first] = graders.values();
    if (first === undefined) return graders;
    const picked = await showQuickPick(
      [
        { label: t("Ask {0} again", first.label), description: t("about {0} answers", asked), graders },
        {
          label: t("Check without a model"),
          description: t("what a model graded stays as it is"),
          graders: new Map<Roadmap, Grader>(),
        },
      ],
      { title: t("Attempts that the changed rubric touches: {0}", affected.length), ignoreFocusOut: true },
    );
    return picked?.graders;
  }
}
