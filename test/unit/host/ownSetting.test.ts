// A setting of the learner's own is read from their settings, whatever a workspace puts over or below it.
import { describe, expect, it } from "vitest";
import { ownSetting } from "../../../src/host/ownSetting";

describe("a setting of the learner's own", () => {
  it("is what they set, else the default", () => {
    expect(ownSetting("model", { defaultValue: "auto", globalValue: "none" })).toBe("none");
    expect(ownSetting("strict", { defaultValue: true, globalValue: false })).toBe(false);
    expect(ownSetting("model", { defaultValue: "auto" })).toBe("auto");
  });

  it("is no business of a workspace", () => {
    const found = { defaultValue: false, globalValue: false, workspaceValue: true, workspaceFolderValue: { x: 1 } };
    expect(ownSetting("gradeOnSave", found)).toBe(false);
  });

  it("of another type than its default is passed over, such as the object that keys below it make", () => {
    expect(ownSetting("model", { defaultValue: "auto", globalValue: { baseUrl: "http://127.0.0.1" } })).toBe("auto");
    expect(ownSetting("gradeOnSave", { defaultValue: false, globalValue: "true" })).toBe(false);
  });

  it("that is an object is one, and neither a list nor nothing", () => {
    const prices = { "m.1": { input: 1, output: 2 } };
    expect(ownSetting("prices", { defaultValue: {}, globalValue: prices })).toBe(prices);
    for (const wrong of [[prices], null, "free"])
      expect(ownSetting("prices", { defaultValue: {}, globalValue: wrong })).toEqual({});
  });

  it("that the manifest does not know is a mistake of ours", () => {
    expect(() => ownSetting("modle", undefined)).toThrow("tutor.modle");
  });
});
