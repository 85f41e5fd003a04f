// Chooses who looks at an answer, from the settings and the keys: a model that grades, or the check where there is
// none.
// Loads the code of either only when it is first needed.
import * as vscode from "vscode";
import { placedQuestions, type Roadmap } from "../../core/roadmap";
import type { Checker } from "../../grading/check/checker";
import type { GradedBy } from "../../grading/gradeAnswer";
import type { NotGraded } from "../../grading/grader";
import { endpointOf } from "../../grading/models/baseUrl";
import type { LoadModule } from "../lazyModules";
import type { Keys } from "../models/keys";
import { vscodeModelClient } from "../models/vscodeModelClient";
import type { VscodeModels } from "../models/vscodeModels";
import type { Settings } from "../settings";

export class GraderChoice {
  /** A checker knows the words of all questions of its roadmap, so it lives as long as that does. */
  private readonly checkers = new WeakMap<Roadmap, Checker>();
  /** What a service refused before, per endpoint and model, so that it is not asked twice. */
  private readonly learned = new Map<string, string>();

  constructor(
    private readonly settings: Settings,
    private readonly keys: Keys,
    private readonly load: LoadModule,
    private readonly vscodeModels: VscodeModels,
  ) {}

  /** Name of the model that grades; undefined where answers are only checked. */
  get modelName(): string | undefined {
    const { baseUrl, name } = this.settings.model;
    const own = this.settings.vscodeModel;
    if (own !== "" && this.settings.grader !== "built-in") return own.slice(own.indexOf("/") + 1);
    switch (this.settings.grader) {
      case "built-in":
        return undefined;
      case "auto":
        return baseUrl === "" || name === "" ? undefined : name;
      case "model":
        return name === "" ? vscode.l10n.t("no model set up") : name;
    }
  }

  /**
   * Who looks at answers of a roadmap by the settings; "not graded" with the reason where the model they ask for
   * cannot.
   */
  async choose(roadmap: Roadmap): Promise<GradedBy | NotGraded> {
    if (this.modelName === undefined) return this.check(roadmap);
    const { baseUrl, name, timeout } = this.settings.model;
    const id = this.settings.vscodeModel;
    if (id !== "") {
      const client = vscodeModelClient(this.vscodeModels, { id, timeout, learned: this.learned });
      const { modelGrader } = await this.load("modelGrader");
      const { checker } = await this.check(roadmap);
      return { grader: modelGrader(client, { strict: this.settings.strict, checker, roadmap }) };
    }
    if (baseUrl === "" || name === "") return noModel(vscode.l10n.t("no model is set up."));
    if (endpointOf(baseUrl) === "") return noModel(vscode.l10n.t("the base URL {0} is not a URL.", baseUrl));
    const key = await this.keys.get(baseUrl);
    const { modelGrader } = await this.load("modelGrader");
    const { checker } = await this.check(roadmap);
    const source = { baseUrl, model: name, timeout, learned: this.learned, ...(key === undefined ? {} : { key }) };
    return { grader: modelGrader(source, { strict: this.settings.strict, checker, roadmap }) };
  }

  /** The check, whatever the settings say. */
  async check(roadmap: Roadmap): Promise<{ readonly checker: Checker }> {
    const known = this.checkers.get(roadmap);
    if (known !== undefined) return { checker: known };
    const { newChecker } = await this.load("checker");
    const checker = newChecker(
      placedQuestions(roadmap).map(({ question }) => question),
      roadmap.language,
    );
    this.checkers.set(roadmap, checker);
    return { checker };
  }
}

function noModel(message: string): NotGraded {
  return { kind: "not-graded", reason: "no-model", message };
}
