// Looks: each has its colours and signs in the package, and a check's are nobody's verdict.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lookOf, looks } from "../../../../src/core/feedback/look";
import type { SaidBy } from "../../../../src/core/feedback/remark";
import { worstFirst } from "../../../../src/core/feedback/words";

const root = new URL("../../../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
  readonly contributes: {
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
  };
};
const colours = new Map(manifest.contributes.colors.map(({ id, defaults }) => [id, defaults]));

describe("a look", () => {
  it.each(looks)("%s has a gutter sign in both kinds of theme", (look) => {
    for (const theme of ["light", "dark"])
      expect(existsSync(new URL(`media/gutter/${look}-${theme}.svg`, root))).toBe(true);
  });

  it.each(looks.filter((look) => !look.startsWith("own-")))("%s has a colour in four themes", (look) => {
    const themes = Object.keys(colours.get(`tutor.${look}.foreground`) ?? {});
    expect(themes).toEqual(["light", "dark", "highContrast", "highContrastLight"]);
  });

  it("is one for every state, whoever said it", () => {
    for (const state of worstFirst)
      for (const by of ["check", "model", "learner"] satisfies SaidBy[]) expect(looks).toContain(lookOf({ state, by }));
  });

  it("of a check is blue in every theme, with more blue than green and red", () => {
    for (const colour of Object.values(colours.get("tutor.found.foreground") ?? {})) {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
      expect(blue).toBeGreaterThan(green);
      expect(green).toBeGreaterThan(red);
    }
  });

  it("of a check has neither a filled background nor a model's gutter sign", () => {
    expect(colours.has("tutor.found.background")).toBe(false);
    const sign = readFileSync(new URL("media/gutter/found-light.svg", root), "utf8");
    expect(sign).not.toContain("<path");
  });
});
