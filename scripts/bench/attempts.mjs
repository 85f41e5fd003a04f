// 100,000 attempts of 10,000 questions on disk: the index of the latest ones, and one attempt more, beside a floor that
// lists the same folders and reads the same number of files without looking into them.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../vscode/versions.mjs";
import { median, row } from "./stopwatch.mjs";

const roadmaps = 10;
const questions = 1_000;
const each = 10;
const rounds = 20;

/** Measures in plain Node: the folder code is the product's, the disk is this machine's. */
export async function measureAttempts() {
  console.log("\n100,000 attempts of 10,000 questions (floor: the same folders listed, as many files read)");
  const { AttemptFiles, SafeFolder, NodeFiles, sampleAttempt } = await product();
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-attempts-"));
  try {
    const lists = await writeAttempts(folder, sampleAttempt);
    const floor = await time(() => listAndRead(lists));
    const attempts = new AttemptFiles(new SafeFolder(new NodeFiles(folder)), console.error);
    const index = await time(() => attempts.latest());
    if ((await attempts.latest()).size !== roadmaps * questions) throw new Error("The index is not whole.");
    const more = [];
    for (let round = 0; round < rounds; round += 1) {
      const key = { roadmap: `road-${round % roadmaps}`, question: `question-${round}` };
      const attempt = sampleAttempt(each + round, { key });
      more.push(
        await time(async () => {
          await attempts.keep(attempt);
          const summary = (await attempts.latest()).get(`${key.roadmap}/${key.question}`);
          if (summary?.id !== attempt.id) throw new Error("The index lacks the attempt that was kept.");
        }),
      );
    }
    row("first look → index of the latest attempts", "ms", index, floor, "aim ≤ 5000 ms");
    row("one more attempt kept → index", "ms", median(more), median(await floorOfOne(folder)), "aim ≤ 20 ms");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The product's storage and the tests' sample, bundled for this run. */
async function product() {
  const bundle = await build({
    stdin: {
      contents: `export { AttemptFiles } from "./src/host/storage/attemptFiles";
        export { SafeFolder } from "./src/host/storage/safeFolder";
        export { NodeFiles } from "./test/support/nodeFiles";
        export { sampleAttempt } from "./test/unit/core/attempts/sampleAttempt";`,
      resolveDir: root,
    },
    bundle: true,
    format: "cjs",
    platform: "node",
    write: false,
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", bundle.outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

/** Writes the attempts; returns the folder of each question. */
async function writeAttempts(folder, sampleAttempt) {
  const lists = [];
  for (let road = 0; road < roadmaps; road += 1)
    for (let question = 0; question < questions; question += 1) {
      const key = { roadmap: `road-${road}`, question: `question-${question}` };
      const at = join(folder, "attempts", key.roadmap, key.question);
      lists.push(at);
      await mkdir(at, { recursive: true });
      const all = Array.from({ length: each }, (_, second) => sampleAttempt(second, { key }));
      await Promise.all(
        all.map((attempt) => writeFile(join(at, `${attempt.id}.json`), `${JSON.stringify(attempt, undefined, 1)}\n`)),
      );
    }
  return lists;
}

async function listAndRead(lists) {
  for (let at = 0; at < lists.length; at += 24)
    await Promise.all(
      lists.slice(at, at + 24).map(async (list) => {
        const names = await readdir(list);
        await readFile(join(list, names.sort().at(-1) ?? ""));
      }),
    );
}

/** What writing one file and reading it back takes. */
async function floorOfOne(folder) {
  const times = [];
  for (let round = 0; round < rounds; round += 1)
    times.push(
      await time(async () => {
        const file = join(folder, `floor-${round}.json`);
        await writeFile(file, "{}");
        await readFile(file);
      }),
    );
  return times;
}

async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
