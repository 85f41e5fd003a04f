// What reading ten thousand questions costs without an editor: in all, at a stretch, and again after one file changed.
// Processor time of this process, since a wall clock also counts what else the machine does.
import { createRequire } from "node:module";
import { join } from "node:path";
import { setImmediate as immediate, setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { root } from "../vscode/versions.mjs";
import { median } from "./stopwatch.mjs";

const again = 15;

/**
 * Reads a roadmap's files from memory.
 * @param {ReadonlyMap<string, string>} files by path
 * @param {string} changing the path of the one that changes, by a word that is not in it
 */
export async function measureReading(files, changing) {
  const { RoadmapFolder } = await readerOf();
  const texts = new Map(files);
  let longest = 0;
  let from = 0;
  const used = () => process.cpuUsage().user / 1000;
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
  await folder.read();
  endStretch();
  const first = { whole: used() - began, longest };
  const times = [];
  longest = 0;
  for (let round = 0; round < again; round++) {
    texts.set(changing, `${files.get(changing)}\n<!-- ${round} -->\n`);
    from = used();
    const start = from;
    await folder.read({ files: [changing], listed: false });
    endStretch();
    times.push(used() - start);
  }
  return { first: first.whole, firstStretch: first.longest, again: median(times) };
}

function entriesOf(texts, folder) {
  const lead = folder === "" ? "" : `${folder}/`;
  const below = [...texts.keys()].filter((path) => path.startsWith(lead)).map((path) => path.slice(lead.length));
  const names = new Map(below.map((path) => [path.split("/")[0] ?? "", path.includes("/")]));
  return [...names].map(([name, isFolder]) => ({ name, kind: isFolder ? "folder" : "file", linked: false }));
}

async function readerOf() {
  const bundle = await build({
    stdin: { contents: 'export { RoadmapFolder } from "./src/core/reading/roadmapReader";', resolveDir: root },
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
