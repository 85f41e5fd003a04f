// Chooses who looks at an answer, from the settings and the keys: a model that grades, or the check where there is
// none. Loads the code of either only when it is first needed.
import * as vscode from "vscode";
import type { Qualification } from "../../core/attempts/attempt";
import { placedQuestions, type Roadmap } from "../../core/roadmap/roadmap";
import type { Checker } from "../../grading/check/checker";
import type { Grader, NotGraded } from "../../grading/grader";
import type { ModelClient, ModelProgress } from "../../grading/llm/modelClient";
import type { ModelSource } from "../../grading/modelGrader";
import { endpointOf } from "../../grading/models/baseUrl";
import type { StoredQualification } from "../../grading/qualification/stored";
import type { LoadModule } from "../lazyModules";
import type { Keys } from "../models/keys";
import type { Qualifications } from "../models/qualifications";
import { vscodeModelClient } from "../models/vscodeModelClient";
import { readModelId } from "../models/vscodeModelId";
import type { VscodeModels } from "../models/vscodeModels";
import type { SampleAnswers } from "../roadmaps/sampleAnswers";
import type { Settings } from "../settings";

/** The model that grades, with what it has shown on this roadmap's sample answers. */
export interface ModelInUse {
  readonly grader: Grader;
  readonly qualification: Qualification;
  readonly kept: StoredQualification | undefined;
}

/** Which kind of model grades by the settings. */
export type ModelKind = "vscode" | "openai-compatible";

/** What a grading may be told meanwhile. */
export interface GraderListener {
  readonly onProgress?: (progress: ModelProgress) => void;
}

interface Parts {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly load: LoadModule;
  readonly vscodeModels: VscodeModels;
  readonly qualifications: Qualifications;
  readonly sampleAnswers: SampleAnswers;
}

export class GraderChoice {
  /** A checker knows the words of all questions of its roadmap, so it lives as long as that does. */
  private readonly checkers = new WeakMap<Roadmap, Checker>();
  /** What a service refused before, per endpoint and model, so that it is not asked twice. */
  private readonly learned = new Map<string, string>();

  constructor(private readonly parts: Parts) {}

  /** Which kind of model the settings choose; undefined where answers are only checked. */
  get kind(): ModelKind | undefined {
    const { grader, model, vscodeModel } = this.parts.settings;
    switch (grader) {
      case "none":
        return undefined;
      case "vscode":
      case "openai-compatible":
        return grader;
      case "auto":
        if (vscodeModel !== "") return "vscode";
        return model.baseUrl === "" || model.name === "" ? undefined : "openai-compatible";
    }
  }

  /** Name of the model that grades; undefined where answers are only checked. */
  get modelName(): string | undefined {
    const { model, vscodeModel } = this.parts.settings;
    switch (this.kind) {
      case undefined:
        return undefined;
      case "vscode":
        return readModelId(vscodeModel).model || vscode.l10n.t("no model set up");
      case "openai-compatible":
        return model.name || vscode.l10n.t("no model set up");
    }
  }

  /** The model that the settings choose; "not graded" where it cannot be asked, undefined where none is wanted. */
  async model(roadmap: Roadmap, listener: GraderListener = {}): Promise<ModelInUse | NotGraded | undefined> {
    const source = await this.source();
    if (source === undefined || isNotGraded(source)) return source;
    const { load, qualifications, settings } = this.parts;
    const { modelGrader, qualificationFor, qualificationWord, trialSubject } = await load("modelGrader");
    const { checker } = await this.check(roadmap);
    const grader = modelGrader(source, { strict: settings.strict, checker, roadmap, ...listener });
    const questions = await this.parts.sampleAnswers.questionsOf(roadmap);
    const kept = qualificationFor(await qualifications.list(), await trialSubject(grader, questions));
    return { grader, kept, qualification: qualificationWord(kept) };
  }

  /** What speaks to the model that the settings choose; see `model`. */
  async source(): Promise<ModelSource | NotGraded | undefined> {
    switch (this.kind) {
      case undefined:
        return undefined;
      case "vscode":
        return this.ownModel();
      case "openai-compatible":
        return this.service();
    }
  }

  /** The check, whatever the settings say. */
  async check(roadmap: Roadmap): Promise<{ readonly checker: Checker }> {
    const known = this.checkers.get(roadmap);
    if (known !== undefined) return { checker: known };
    const { newChecker } = await this.parts.load("checker");
    const checker = newChecker(
      placedQuestions(roadmap).map(({ question }) => question),
      roadmap.language,
    );
    this.checkers.set(roadmap, checker);
    return { checker };
  }

  private ownModel(): ModelClient | NotGraded {
    const { settings, vscodeModels } = this.parts;
    const id = settings.vscodeModel;
    if (readModelId(id).model === "") return noModel(vscode.l10n.t("no model of VS Code's own is chosen."));
    return vscodeModelClient(vscodeModels, { id, timeout: settings.model.timeout, learned: this.learned });
  }

  private async service(): Promise<ModelSource | NotGraded> {
    const { baseUrl, name, timeout } = this.parts.settings.model;
    if (baseUrl === "" || name === "") return noModel(vscode.l10n.t("no model is set up."));
    if (endpointOf(baseUrl) === "") return noModel(vscode.l10n.t("the base URL {0} is not a URL.", baseUrl));
    const key = await this.parts.keys.get(baseUrl);
    return { baseUrl, model: name, timeout, learned: this.learned, ...(key === undefined ? {} : { key }) };
  }
}

/** Tells the failure among what may come of a choice. */
export function isNotGraded(x: object): x is NotGraded {
  return "kind" in x && x.kind === "not-graded";
}

function noModel(message: string): NotGraded {
  return { kind: "not-graded", reason: "no-model", message };
}
