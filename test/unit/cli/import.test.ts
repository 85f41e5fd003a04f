// `import` on a disk: new files only, what is left out is said, a dry run writes nothing.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Console } from "../../../src/cli/console";
import { check } from "../../../src/cli/check";
import { importQuestions } from "../../../src/cli/import";

let folder = "";
const printed: string[] = [];
const complained: string[] = [];
const console: Console = {
  stdin: Readable.from([]),
  print: (line) => Promise.resolve(void printed.push(line)),
  complain: (line) => void complained.push(line),
  progress: () => undefined,
  signal: new AbortController().signal,
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
  printed.length = 0;
  complained.length = 0;
  await writeFile(
    join(folder, "list.md"),
    "# Caching\n\n1. What is a cache?\n   A store of copies, e.g. of pages.\n2. Why?\n",
  );
});
afterEach(() => rm(folder, { recursive: true }));

it("makes a roadmap that check reads with warnings alone, and leaves it alone the second time", async () => {
  const options = { sources: [join(folder, "list.md")], into: join(folder, "mine"), dryRun: false };
  expect(await importQuestions(options, console)).toBe(0);
  expect(await readdir(join(folder, "mine", "caching"))).toEqual(["what-is-a-cache.md", "why.md"]);
  const before = await readFile(join(folder, "mine", "caching", "why.md"), "utf8");
  expect(await check([options.into], console, { format: "text", table: false })).toBe(0);
  expect(
    printed.some((line) => line.includes("what-is-a-cache.md") && line.endsWith("TODO: write what belongs here.")),
  ).toBe(true);
  expect(await importQuestions(options, console)).toBe(1);
  expect(complained.filter((line) => line.includes("is asked already"))).toHaveLength(2);
  expect(await readFile(join(folder, "mine", "caching", "why.md"), "utf8")).toBe(before);
});

it("writes nothing in a dry run, and says what it would", async () => {
  const options = { sources: [folder], into: join(folder, "mine"), dryRun: true, topic: "all" };
  expect(await importQuestions(options, console)).toBe(0);
  expect(await readdir(folder)).toEqual(["list.md"]);
  expect(printed[0]).toContain(join("mine", "all", "what-is-a-cache.md"));
});
