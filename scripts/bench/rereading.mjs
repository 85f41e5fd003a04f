// What reading ten thousand questions costs without an editor, and holding their sample answers against the check: in
// all, at a stretch, and again after one file changed. Processor time of the thread that an editor waits for, since a
// wall clock also counts what else the machine does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setImmediate as immediate, setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { root } from "../vscode/versions.mjs";
import { median } from "./stopwatch.mjs";

const again = 15;
const exported = [
  'export { RoadmapFolder } from "./src/core/reading/roadmapReader";',
  'export { placedQuestions } from "./src/core/roadmap/roadmap";',
  'export { newChecker } from "./src/grading/check/checker";',
  'export { goldenFindings } from "./src/grading/check/goldenFindings";',
];

/**
 * Reads a roadmap's files from memory, then holds its sample answers against the check, as the editor does.
 * @param {ReadonlyMap<string, string>} files by path
 * @param {string} changing the path of the one that changes, by its title
 */
export async function measureReading(files, changing) {
  const { RoadmapFolder, goldenFindings, newChecker, placedQuestions } = await readerOf();
  const texts = new Map(files);
  let longest = 0;
  let from = 0;
  const used = threadTime;
  const endStretch = () => {
    longest = Math.max(longest, used() - from);
  };
  // Looked for beforehand: a disk knows what lies in a folder.
  const folders = new Set([...texts.keys()].map((path) => path.split("/").slice(0, -1).join("/")));
  const entries = new Map([...folders].map((path) => [path, entriesOf(texts, path)]));
  const reader = {
    list: (path) => Promise.resolve(entries.get(path) ?? []),
    // Whoever waits for a disk lets others work.
    read: async (path) => {
      endStretch();
      await immediate();
      from = used();
      return texts.get(path) ?? "";
    },
    pause: async () => {
      endStretch();
      await wait(0);
      from = used();
    },
  };
  const folder = new RoadmapFolder(reader);
  const began = used();
  from = began;
  const read = await folder.read();
  endStretch();
  const first = { whole: used() - began, longest };
  const known = new WeakMap();
  const hold = async ({ roadmap, paths }) => {
    const checker = newChecker(placedQuestions(roadmap).map(({ question }) => question));
    longest = 0;
    from = used();
    const start = from;
    await withPauses({ before: endStretch, after: () => (from = used()) }, () =>
      goldenFindings({ roadmap, paths, textOf: (path) => texts.get(path) ?? "" }, checker, known),
    );
    endStretch();
    return { whole: used() - start, longest };
  };
  const held = await hold(read);
  const times = [];
  longest = 0;
  for (let round = 0; round < again; round++) {
    texts.set(changing, (files.get(changing) ?? "").replace(/^title: .*$/m, `title: Changed ${round} times`));
    from = used();
    const start = from;
    await folder.read({ files: [changing], listed: false });
    endStretch();
    times.push(used() - start);
  }
  const heldAgain = await hold(await folder.read({ files: [changing], listed: false }));
  return {
    ...{ first: first.whole, firstStretch: first.longest, again: median(times) },
    ...{ held: held.whole, heldStretch: held.longest, heldAgain: heldAgain.whole },
  };
}

/** Milliseconds of processor time of this thread; of all threads where the system does not tell them apart. */
function threadTime() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return process.cpuUsage().user / 1000;
  }
}

/** Does something that lets others work by a timer of no length, and tells of each such pause. */
async function withPauses({ before, after }, work) {
  const { setTimeout: timer } = globalThis;
  const told = (wake, ms) => {
    before();
    return timer(() => {
      after();
      wake();
    }, ms);
  };
  globalThis.setTimeout = /** @type {typeof globalThis.setTimeout} */ (/** @type {unknown} */ (told));
  try {
    return await work();
  } finally {
    globalThis.setTimeout = timer;
  }
}

function entriesOf(texts, folder) {
  const lead = folder === "" ? "" : `${folder}/`;
  const below = [...texts.keys()].filter((path) => path.startsWith(lead)).map((path) => path.slice(lead.length));
  const names = new Map(below.map((path) => [path.split("/")[0] ?? "", path.includes("/")]));
  return [...names].map(([name, isFolder]) => ({ name, kind: isFolder ? "folder" : "file", linked: false }));
}

async function readerOf() {
  const bundle = await build({
    stdin: { contents: exported.join("\n"), resolveDir: root },
    bundle: true,
    format: "cjs",
    platform: "node",
    write: false,
    alias: { "@vscode/l10n": join(root, "node_modules/@vscode/l10n/dist/browser.js") },
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", bundle.outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}
