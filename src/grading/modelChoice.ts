// Which model grades: one closed union of choices, and the rule that makes one of the settings. Pure; who asks the
// learner, and when VS Code's models are listed, the host decides.

/** `tutor.model` */
export const modelSettings = ["auto", "none", "vscode", "openai-compatible"] as const;
export type ModelSetting = (typeof modelSettings)[number];

/** What to grade with, or what is to be done before that can be said. */
export type ModelChoice =
  /** No model: answers are checked. */
  | { readonly kind: "none" }
  | { readonly kind: "openai-compatible"; readonly baseUrl: string; readonly model: string }
  | { readonly kind: "vscode"; readonly id: string }
  /** List VS Code's models and choose again: it was not known whether there is one. */
  | { readonly kind: "look" }
  /** Ask the learner which of these to use, or whether any. */
  | { readonly kind: "ask"; readonly models: readonly string[] }
  /** The model that the learner chose is not there now. Nothing takes its place unasked. */
  | { readonly kind: "gone"; readonly id: string }
  /** The setting asks for a model of this kind, and none is set up or to be had. */
  | { readonly kind: "missing"; readonly what: "openai-compatible" | "vscode" };

export interface ModelChoiceInput {
  readonly setting: ModelSetting;
  /** The service that is set up; either may be empty. */
  readonly openAi: { readonly baseUrl: string; readonly model: string };
  /** Ids of VS Code's models (`<vendor>/<model>`), in its order; undefined while nobody has looked. */
  readonly vscodeModels: readonly string[] | undefined;
  /** The one of them that the learner agreed to use, "no" after they declined, undefined while they were not asked. */
  readonly agreed: string | "no" | undefined;
}

/**
 * The choice by the settings. "auto" is the service that is set up, else VS Code's model where the learner agreed to
 * one, else none; it asks once, and only where there is something to agree to.
 */
export function chooseModel(input: ModelChoiceInput): ModelChoice {
  switch (input.setting) {
    case "none":
      return { kind: "none" };
    case "openai-compatible":
      return openAiChoice(input) ?? { kind: "missing", what: "openai-compatible" };
    case "vscode":
      return vscodeChoice(input);
    case "auto": {
      const openAi = openAiChoice(input);
      if (openAi) return openAi;
      if (input.agreed === "no") return { kind: "none" };
      const choice = vscodeChoice(input);
      return choice.kind === "missing" ? { kind: "none" } : choice;
    }
  }
}

function openAiChoice({ openAi: { baseUrl, model } }: ModelChoiceInput): ModelChoice | undefined {
  return baseUrl === "" || model === "" ? undefined : { kind: "openai-compatible", baseUrl, model };
}

function vscodeChoice({ vscodeModels, agreed }: ModelChoiceInput): ModelChoice {
  if (agreed !== undefined && agreed !== "no") {
    const there = vscodeModels === undefined || vscodeModels.includes(agreed);
    return there ? { kind: "vscode", id: agreed } : { kind: "gone", id: agreed };
  }
  if (vscodeModels === undefined) return { kind: "look" };
  return vscodeModels.length === 0 ? { kind: "missing", what: "vscode" } : { kind: "ask", models: vscodeModels };
}
