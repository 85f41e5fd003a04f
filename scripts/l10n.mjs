// `npm run l10n`: every English text of src/ that a reader sees, exported to l10n/bundle.l10n.json for translators.
import { getL10nJson } from "@vscode/l10n-dev";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./vscode/versions.mjs";

/** The committed bundle, relative to the repository. */
export const bundleFile = "l10n/bundle.l10n.json";

/**
 * The bundle's text as src/ has it now, in the order of the texts, so that two changes seldom meet in one line.
 * @returns {Promise<string>}
 */
export async function englishBundle() {
  const files = (await readdir(join(root, "src"), { recursive: true })).filter((file) => file.endsWith(".ts"));
  const sources = await Promise.all(files.map((file) => readFile(join(root, "src", file), "utf8")));
  const words = await getL10nJson([{ extension: ".ts", contents: asOneFile(sources) }]);
  const sorted = Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}

/**
 * The exporter (0.0.35) finds `l10n.t(…)` alone, not a `t` of another name's; and it takes a tenth of a second for
 * each import.
 */
function asOneFile(sources) {
  const calls = sources.map((source) =>
    source.replaceAll(/^import .*$/gm, "").replaceAll(/(?<![.\w$])t\(/g, "l10n.t("),
  );
  return ['import * as l10n from "@vscode/l10n";', ...calls].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await writeFile(join(root, bundleFile), await englishBundle());
