// Pictures of a prompt: where they stand, which file they mean, and what takes their place where they are shown.
import { describe, expect, it } from "vitest";
import { asAddress, findPictures, pictureAt, sourceOf, withPictures } from "../../../../src/core/roadmap/pictures";
import { cpuTime } from "../../../support/cpuTime";

const addresses = (markdown: string): string[] => findPictures(markdown).map(({ address }) => address);

describe("where pictures stand", () => {
  it.each([
    ["See ![a plan](plan.png).", ["plan.png"]],
    ['![a](img/a.png "A title") and ![b](<img/b c.png>)', ["img/a.png", "img/b c.png"]],
    ["![a](img/a(1).png)![](b.png)", ["img/a(1).png", "b.png"]],
    ["[![inner](thumb.png)](https://example.org)", ["thumb.png"]],
    ["![plan][p], ![p] and ![P][]\n\n[p]: maps/plan.svg", ["maps/plan.svg", "maps/plan.svg", "maps/plan.svg"]],
    ["`![code](a.png)`\n\n```\n![code](b.png)\n```\n\\![escaped](c.png)", []],
    ["![no place] and [a link](page.md) and !important", []],
  ])("%j", (markdown, expected) => {
    expect(addresses(markdown)).toEqual(expected);
  });

  it("takes time that grows with the text", () => {
    for (const piece of ["![", "![a](", "![a](b", "![a][", "![a](b (", "![[", "![a]\\("]) {
      const before = cpuTime();
      findPictures(piece.repeat(100_000));
      expect(cpuTime() - before, piece).toBeLessThan(3_000);
    }
  });
});

describe("which file an address means", () => {
  it.each([
    ["topic", "plan.png", "topic/plan.png"],
    ["topic", "./img/my%20plan.png?raw=1#top", "topic/img/my plan.png"],
    ["topic", "../shared/plan.png", "shared/plan.png"],
    ["", "plan.png", "plan.png"],
  ])("in %j, %j is %j", (folder, address, path) => {
    expect(pictureAt(folder, address)).toEqual({ kind: "file", path });
  });

  it.each([
    "../../plan.png",
    "/plan.png",
    "C:/plan.png",
    "img\\plan.png",
    "pl&#97;n.png",
    "%E0%A4%A.png",
    "..",
    "#top",
  ])("%j is outside the roadmap's folder", (address) => {
    expect(pictureAt("topic", address)).toEqual({ kind: "outside" });
  });

  it.each(["https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,AA", "HTTP://x/a.png"])(
    "%j is elsewhere",
    (address) => {
      expect(pictureAt("topic", address)).toEqual({ kind: "elsewhere" });
    },
  );
});

describe("what takes their place", () => {
  it("is what the map says of a file, and nothing else changes", () => {
    const text = "A ![a](a.png) B ![w](https://x.org/w.png) C ![z](../../z.png) D ![k](k.png)";
    const map = (path: string): string | undefined => (path === "t/a.png" ? "new/place.png" : undefined);
    expect(withPictures(text, "t", map)).toBe(text.replace("](a.png)", "](new/place.png)"));
  });

  it("an address that nothing in a name can end", () => {
    const address = asAddress("t/a (1) [x]#?.png");
    expect(address).not.toMatch(/[\s()#?]/);
    expect(pictureAt("", address)).toEqual({ kind: "file", path: "t/a (1) [x]#?.png" });
  });

  it("a source only for files that were loaded", () => {
    const pictures = { folder: "t", sources: new Map([["t/a.png", "data:image/png;base64,AA"]]) };
    expect(sourceOf(pictures, "a.png")).toBe("data:image/png;base64,AA");
    expect(sourceOf(pictures, "b.png")).toBeUndefined();
    expect(sourceOf(pictures, "https://x.org/a.png")).toBeUndefined();
    expect(sourceOf(undefined, "a.png")).toBeUndefined();
  });
});
