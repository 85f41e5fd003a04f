// Chooses who grades, from the settings and the keys. Loads a grader's code only when it is first needed.
import * as vscode from "vscode";
import type { Grader } from "../../grading/grader";
import { endpointOf } from "../../grading/models/baseUrl";
import type { LoadModule } from "../lazyModules";
import type { Keys } from "../models/keys";
import type { Settings } from "../settings";

/** Why no grader could be chosen, for the learner. */
export interface NoGrader {
  readonly kind: "none";
  readonly message: string;
}

export class GraderChoice {
  private builtIn: Grader | undefined;
  /** What a service refused before, per endpoint and model, so that it is not asked twice. */
  private readonly learned = new Map<string, string>();

  constructor(
    private readonly settings: Settings,
    private readonly keys: Keys,
    private readonly load: LoadModule,
  ) {}

  /** True where the settings lead to a model. */
  get usesModel(): boolean {
    const { baseUrl, name } = this.settings.model;
    return this.settings.grader === "model" || (this.settings.grader === "auto" && baseUrl !== "" && name !== "");
  }

  /** `built-in` or the model's name, for the sidebar, which has words of its own for the former. */
  get label(): string {
    return this.usesModel ? this.settings.model.name || vscode.l10n.t("no model set up") : "built-in";
  }

  async builtInGrader(): Promise<Grader> {
    this.builtIn ??= (await this.load("builtInGrader")).builtInGrader();
    return this.builtIn;
  }

  /** The grader that the settings ask for. */
  async choose(): Promise<Grader | NoGrader> {
    if (!this.usesModel) return this.builtInGrader();
    const { baseUrl, name, timeout } = this.settings.model;
    if (baseUrl === "" || name === "") return { kind: "none", message: vscode.l10n.t("no model is set up.") };
    if (endpointOf(baseUrl) === "")
      return { kind: "none", message: vscode.l10n.t("the base URL {0} is not a URL.", baseUrl) };
    const key = await this.keys.get(baseUrl);
    const { modelGrader } = await this.load("modelGrader");
    return modelGrader(
      { baseUrl, model: name, timeout, learned: this.learned, ...(key === undefined ? {} : { key }) },
      { strict: this.settings.strict },
    );
  }
}
