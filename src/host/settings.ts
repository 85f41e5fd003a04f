// Every setting of the product, typed. The only place that names a `tutor.*` setting; defaults live in package.json.
import * as vscode from "vscode";
import { givenPrice, type ModelPrice } from "../grading/models/prices";
import { ownSetting, type InspectedSetting } from "./ownSetting";

export type GraderSetting = "auto" | "none" | "vscode" | "openai-compatible";

/** As the manifest has it: with the two words that versions before 0.3 wrote. */
type WrittenGrader = GraderSetting | "built-in" | "model";

/** A model behind an OpenAI-compatible base URL. */
export interface ModelSettings {
  /** Without a trailing slash; empty where none is set up. */
  readonly baseUrl: string;
  readonly name: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/** What the manifest lets each setting be. */
interface Values {
  readonly grader: WrittenGrader;
  readonly gradeOnSave: boolean;
  readonly drafts: boolean;
  readonly strict: boolean;
  readonly studyFolder: string;
  readonly verdictLines: boolean;
  readonly "model.baseUrl": string;
  readonly "model.name": string;
  readonly "model.timeout": number;
  readonly "model.prices": Readonly<Record<string, unknown>>;
  readonly vscodeModel: string;
}

/** Settings that the product itself writes. */
type WritableSetting = "grader" | "model.baseUrl" | "model.name" | "studyFolder" | "vscodeModel";

/** Reads the settings as they are at each call, so that a change needs no reload. */
export class Settings {
  /** The layers of all our settings: VS Code copies its whole configuration for each look at them. */
  #found: InspectedSetting | undefined;
  readonly #changes: vscode.Disposable;

  constructor() {
    // Made before all other parts, so that whoever hears of a change reads it.
    this.#changes = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("tutor")) this.#found = undefined;
    });
  }

  dispose(): void {
    this.#changes.dispose();
  }

  get grader(): GraderSetting {
    const written = this.read("grader");
    if (written === "built-in") return "none";
    return written === "model" ? "openai-compatible" : written;
  }

  get model(): ModelSettings {
    return {
      baseUrl: this.read("model.baseUrl").trim().replace(/\/+$/, ""),
      name: this.read("model.name").trim(),
      timeout: this.read("model.timeout") * 1000,
    };
  }

  /** What the learner says that a model costs; undefined where they say nothing that can be read. */
  priceOf(model: string): ModelPrice | undefined {
    const prices = this.read("model.prices");
    return Object.hasOwn(prices, model) ? givenPrice(prices[model]) : undefined;
  }

  /** `vendor/id` of a model of VS Code's own; empty where none is chosen. */
  get vscodeModel(): string {
    return this.read("vscodeModel").trim();
  }

  get strict(): boolean {
    return this.read("strict");
  }

  /** Whether the author has turned on that a model drafts for them. */
  get drafts(): boolean {
    return this.read("drafts");
  }

  get gradeOnSave(): boolean {
    return this.read("gradeOnSave");
  }

  /** A path, `~/…` or a URI; empty for VS Code's own storage. */
  get studyFolder(): string {
    return this.read("studyFolder").trim();
  }

  get verdictLines(): boolean {
    return this.read("verdictLines");
  }

  /** Writes machine-wide; the settings of a model must not come from a workspace. */
  async write(name: WritableSetting, value: string): Promise<void> {
    await vscode.workspace.getConfiguration("tutor").update(name, value, vscode.ConfigurationTarget.Global);
  }

  /** Calls back when any of the named settings changed. */
  onDidChange(names: readonly string[], callback: () => void): vscode.Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (names.some((name) => event.affectsConfiguration(`tutor.${name}`))) callback();
    });
  }

  /** A value that the manifest always gives a default for. */
  private read<Name extends keyof Values>(name: Name): Values[Name] {
    // How lines look may be a workspace's wish; all else is the learner's alone.
    if (name === "verdictLines") {
      const wish = vscode.workspace.getConfiguration("tutor").get(name);
      if (typeof wish === "boolean") return wish as Values[Name];
    }
    this.#found ??= vscode.workspace.getConfiguration().inspect("tutor") ?? {};
    const { defaultValue, globalValue } = this.#found;
    const own = { defaultValue: valueAt(defaultValue, name), globalValue: valueAt(globalValue, name) };
    return ownSetting(name, own) as Values[Name];
  }
}

/** What `a.b` leads to in the values of a section; undefined where nothing does. */
function valueAt(section: unknown, name: string): unknown {
  let value = section;
  for (const part of name.split("."))
    value =
      typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined;
  return value;
}
