// Decides with the learner who looks at an answer: what the settings choose, where the text may go, and what a model
// may do that has shown little or nothing yet. Asks only inside an action of the learner's.
import * as vscode from "vscode";
import type { Roadmap } from "../../core/roadmap/roadmap";
import type { GradedBy } from "../../grading/gradeAnswer";
import type { NotGraded } from "../../grading/grader";
import type { Consent } from "../models/consent";
import { tell, type ModelTrials } from "../models/modelTrials";
import { whatItShowed } from "../models/trialWords";
import type { VscodeModelOffer } from "../models/vscodeModelOffer";
import { isNotGraded, type GraderChoice, type GraderListener, type ModelInUse } from "./graderChoice";

export class WhoGrades {
  /** Models that the learner took for remarks without marks, until the window ends. */
  private readonly remarksOnly = new Set<string>();

  constructor(
    private readonly choice: GraderChoice,
    private readonly trials: ModelTrials,
    private readonly consent: Consent,
    private readonly offer: VscodeModelOffer,
  ) {}

  /** Who grades or checks an answer of this roadmap now; "not graded" where nobody does. */
  async decide(roadmap: Roadmap, listener: GraderListener): Promise<GradedBy | NotGraded> {
    if (this.choice.kind === undefined && !(await this.offer.ask())) return this.choice.check(roadmap);
    const model = await this.model(roadmap, listener);
    if (model === undefined) return this.choice.check(roadmap);
    return isNotGraded(model) ? model : this.withRight(roadmap, model);
  }

  /** The model of the settings, where its host may have the text. */
  async model(roadmap: Roadmap, listener: GraderListener = {}): Promise<ModelInUse | NotGraded | undefined> {
    const model = await this.choice.model(roadmap, listener);
    if (model === undefined || isNotGraded(model)) return model;
    return (await this.consent.ask(model.grader.identity.endpoint ?? "")) ? model : cancelled();
  }

  /** What the model may do by what it has shown; one that has shown nothing is offered to be tried first. */
  private async withRight(roadmap: Roadmap, model: ModelInUse): Promise<GradedBy | NotGraded> {
    const { grader, kept, qualification } = model;
    const { endpoint = "", model: name = "" } = grader.identity;
    const id = `${endpoint}\n${name}`;
    if (kept !== undefined && qualification === "unfit")
      return { kind: "not-graded", reason: "unfit", message: whatItShowed(kept) };
    if (qualification !== "unknown" || this.remarksOnly.has(id)) return { grader, qualification };
    switch (await this.trials.askBefore(roadmap, model)) {
      case undefined:
        return cancelled();
      case "check":
        return this.choice.check(roadmap);
      case "remarks":
        this.remarksOnly.add(id);
        return { grader, qualification };
      case "try": {
        const shown = await this.trials.try(roadmap, model, "quick");
        if (shown === undefined) return cancelled();
        // Of an unfit one "not graded" says it.
        if (shown.result !== "unfit") tell(shown);
        return this.withRight(roadmap, { grader, kept: shown, qualification: shown.result });
      }
    }
  }
}

function cancelled(): NotGraded {
  return { kind: "not-graded", reason: "cancelled", message: vscode.l10n.t("grading was cancelled.") };
}
