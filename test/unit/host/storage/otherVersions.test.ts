import { expect, it } from "vitest";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { keepOverwritten, keepVersion } from "../../../../src/host/storage/otherVersions";
import { MemoryFiles } from "../../../support/memoryFiles";

const counted = "answers/r/tokens.md";
const second = "answers/r/tokens (1).md";
const other = "answers/r/tokens.other-2026-11-25.md";

function setUp() {
  const files = new MemoryFiles();
  files.put(counted, new TextEncoder().encode("mine"));
  files.put(second, new TextEncoder().encode("theirs"));
  const texts = () =>
    Object.fromEntries([...files.contents].map(([path, { bytes }]) => [path, new TextDecoder().decode(bytes)]));
  return { folder: new SafeFolder(files), texts };
}

it.each([
  ["counted", { [counted]: "mine", [other]: "theirs" }],
  ["second", { [counted]: "theirs", [other]: "mine" }],
] as const)("lets the %s one count and keeps the other beside it", async (keep, after) => {
  const { folder, texts } = setUp();
  expect(await keepVersion(folder, { counted, second }, keep, "2026-11-25")).toBe(other);
  expect(texts()).toEqual(after);
  // Again, as after a kill: nothing is left to do.
  expect(await keepVersion(folder, { counted, second }, keep, "2026-11-25")).toBeUndefined();
  expect(texts()).toEqual(after);
});

it("keeps beside an answer what was saved there and replaced, once", async () => {
  const { folder, texts } = setUp();
  const bytes = new TextEncoder().encode("saved first");
  expect(await keepOverwritten(folder, counted, bytes, "2026-11-25")).toBe(other);
  expect(texts()[other]).toBe("saved first");
  expect(await keepOverwritten(folder, counted, bytes, "2026-11-26")).toBeUndefined();
  const more = new TextEncoder().encode("saved later");
  expect(await keepOverwritten(folder, counted, more, "2026-11-25")).toBe(other.replace(".md", "-2.md"));
});
