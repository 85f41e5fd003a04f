import { expect, it } from "vitest";
import { keyText, type QuestionKey } from "../../../../src/core/roadmap/questionKey";
import { QuestionIndex } from "../../../../src/host/storage/questionIndex";

const key = (question: string): QuestionKey => ({ roadmap: "r", question });

/** An index over a map that stands for the files; `reads` are the keys that were read, "all" for every one. */
function setUp() {
  const files = new Map([
    ["r/a", 1],
    ["r/b", 2],
  ]);
  const reads: string[] = [];
  const state = { fails: false };
  const index = new QuestionIndex<number>((keys) => {
    reads.push(keys === undefined ? "all" : keys.map(keyText).join());
    if (state.fails) return Promise.reject(new Error("no"));
    const wanted = keys?.map(keyText) ?? [...files.keys()];
    return Promise.resolve(new Map([...files].filter(([id]) => wanted.includes(id))));
  });
  return { files, reads, state, index };
}

it("reads all once, and afterwards only what changed", async () => {
  const { files, reads, index } = setUp();
  expect([...(await index.all())]).toEqual([...files]);
  await index.all();
  files.set("r/b", 3);
  files.delete("r/a");
  files.set("r/c", 4);
  for (const name of ["a", "b", "c"]) index.changed(key(name));
  expect(await index.all()).toEqual(files);
  expect(reads).toEqual(["all", "r/a,r/b,r/c"]);
  index.changed(undefined);
  await index.all();
  expect(reads.at(-1)).toBe("all");
});

it("looks again at what changes while it reads, in the order of the changes", async () => {
  const { files, index } = setUp();
  const first = index.all();
  files.set("r/a", 10);
  index.changed(key("a"));
  const second = index.all();
  files.set("r/a", 11);
  index.changed(key("a"));
  const third = index.all();
  expect((await first).get("r/b")).toBe(2);
  await second;
  expect((await third).get("r/a")).toBe(11);
});

it("tries again after a failure", async () => {
  const { state, index } = setUp();
  state.fails = true;
  await expect(index.all()).rejects.toThrow("no");
  state.fails = false;
  expect((await index.all()).size).toBe(2);
});
