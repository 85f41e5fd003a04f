// Which model grades, for every setting and all that may be set up, listed and agreed to.
import { describe, expect, it } from "vitest";
import { chooseModel, modelSettings, type ModelChoiceInput } from "../../../src/grading/modelChoice";

const service = { baseUrl: "http://127.0.0.1:1/v1", model: "m" };
const nothing: ModelChoiceInput = {
  setting: "auto",
  openAi: { baseUrl: "", model: "" },
  vscodeModels: [],
  agreed: undefined,
};
const choose = (over: Partial<ModelChoiceInput>) => chooseModel({ ...nothing, ...over });

describe("auto", () => {
  it("is the service that is set up, whatever VS Code has", () => {
    const chosen = { kind: "openai-compatible", ...service };
    expect(choose({ openAi: service })).toEqual(chosen);
    expect(choose({ openAi: service, vscodeModels: ["a/b"], agreed: "a/b" })).toEqual(chosen);
  });

  it("takes half a set-up for none", () => {
    expect(choose({ openAi: { ...service, model: "" } })).toEqual({ kind: "none" });
    expect(choose({ openAi: { ...service, baseUrl: "" } })).toEqual({ kind: "none" });
  });

  it("asks once about VS Code's models, and only where there are any", () => {
    expect(choose({})).toEqual({ kind: "none" });
    expect(choose({ vscodeModels: undefined })).toEqual({ kind: "look" });
    expect(choose({ vscodeModels: ["a/b", "a/c"] })).toEqual({ kind: "ask", models: ["a/b", "a/c"] });
    expect(choose({ vscodeModels: ["a/b"], agreed: "no" })).toEqual({ kind: "none" });
    expect(choose({ vscodeModels: undefined, agreed: "no" })).toEqual({ kind: "none" });
  });

  it("is the model that was agreed to, without looking first", () => {
    expect(choose({ vscodeModels: undefined, agreed: "a/b" })).toEqual({ kind: "vscode", id: "a/b" });
    expect(choose({ vscodeModels: ["a/c", "a/b"], agreed: "a/b" })).toEqual({ kind: "vscode", id: "a/b" });
  });
});

describe("a model that was chosen", () => {
  it("has no stand-in when it is gone", () => {
    for (const setting of ["auto", "vscode"] as const)
      expect(choose({ setting, vscodeModels: ["a/c"], agreed: "a/b" })).toEqual({ kind: "gone", id: "a/b" });
  });

  it("is missed by name of its kind where there is none", () => {
    expect(choose({ setting: "vscode" })).toEqual({ kind: "missing", what: "vscode" });
    expect(choose({ setting: "openai-compatible", vscodeModels: ["a/b"], agreed: "a/b" })).toEqual({
      kind: "missing",
      what: "openai-compatible",
    });
  });

  it("is asked for again where the setting names VS Code, after a no as well", () => {
    const input = { setting: "vscode", vscodeModels: ["a/b"] } as const;
    expect(choose({ ...input, openAi: service })).toEqual({ kind: "ask", models: ["a/b"] });
    expect(choose({ ...input, agreed: "no" })).toEqual({ kind: "ask", models: ["a/b"] });
  });

  it("is none where the setting says so", () => {
    expect(choose({ setting: "none", openAi: service, vscodeModels: ["a/b"], agreed: "a/b" })).toEqual({
      kind: "none",
    });
  });
});

it("never sends anything to a model of VS Code's that was not agreed to", () => {
  for (const setting of modelSettings)
    for (const vscodeModels of [undefined, [], ["a/b"]])
      for (const agreed of ["no", undefined] as const)
        expect(choose({ setting, vscodeModels, agreed }).kind).not.toBe("vscode");
});
