// Loads the parts that only some sessions need, each a bundle of its own beside extension.js, on first use.
// One set of files serves both kinds of extension host: Node requires a file, a web worker can only read and run it.
import type * as l10n from "@vscode/l10n";
import * as vscode from "vscode";
import type * as explanations from "../core/authoring/explanations";
import type * as newFiles from "../core/authoring/newFiles";
import type * as previewPage from "../core/authoring/previewPage";
import type * as suggestions from "../core/authoring/suggestions";
import type * as markdown from "../core/text/markdown";
import type * as roadmapReader from "../core/reading/roadmapReader";
import type * as report from "../core/report/report";
import type * as rubricTools from "../grading/authoring/rubricTools";
import type * as checker from "../grading/check/checker";
import type * as importer from "../grading/importing/importer";
import type * as modelGrader from "../grading/modelGrader";
import type * as authorTools from "./authoring/authorTools";

/** What each lazy bundle exports; esbuild.mjs names their entry files. */
interface LazyModules {
  readonly markdown: typeof markdown;
  readonly roadmapReader: typeof roadmapReader;
  readonly suggestions: typeof suggestions;
  readonly explanations: typeof explanations;
  readonly newFiles: typeof newFiles;
  readonly previewPage: typeof previewPage;
  readonly modelGrader: typeof modelGrader;
  readonly rubricTools: typeof rubricTools;
  readonly checker: typeof checker;
  readonly report: typeof report;
  readonly importer: typeof importer;
  readonly authorTools: typeof authorTools;
}

/** Loads a bundle once; rejects where its file is missing from the package. */
export type LoadModule = <Name extends keyof LazyModules>(name: Name) => Promise<LazyModules[Name]>;

/**
 * A loader over the `dist` folder of the extension; `words` are the texts of the display language, where it has any.
 */
export function lazyModules(extensionUri: vscode.Uri, words = vscode.l10n.bundle): LoadModule {
  const dist = vscode.Uri.joinPath(extensionUri, "dist");
  const load = dist.scheme === "file" ? (name: string) => Promise.resolve(required(dist, name)) : workerLoader(dist);
  return async <Name extends keyof LazyModules>(name: Name) => {
    // The copy of @vscode/l10n that these bundles share is not the one in extension.js, and must know the words before
    // they run.
    if (words) ((await load("l10n")) as typeof l10n).config({ contents: words });
    return (await load(name)) as LazyModules[Name];
  };
}

/** A file of the `dist` folder by Node's own loader; the bundler must leave it, for the path is known only here. */
function required(dist: vscode.Uri, name: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(vscode.Uri.joinPath(dist, `${name}.js`).fsPath);
}

/**
 * A worker's extension host has no loader for a second file: it is read and run as VS Code runs extension.js itself,
 * after the bundles that it requires.
 */
function workerLoader(dist: vscode.Uri): (name: string) => Promise<unknown> {
  const loaded = new Map<string, Promise<unknown>>();
  const run = async (name: string): Promise<unknown> => {
    const file = vscode.Uri.joinPath(dist, `${name}.js`);
    const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const needed = new Map<string, unknown>([["vscode", vscode]]);
    for (const [, path = "", sibling = ""] of source.matchAll(/\brequire\("(\.\/(\w+)\.js)"\)/g))
      needed.set(path, await load(sibling));
    const module = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- see above
    new Function("module", "exports", "require", `${source}\n//# sourceURL=${file.toString()}`)(
      module,
      module.exports,
      (path: string) => needed.get(path),
    );
    return module.exports;
  };
  const load = (name: string): Promise<unknown> => {
    const module = loaded.get(name) ?? run(name);
    loaded.set(name, module);
    // What could not be read now may be readable at the next try.
    module.catch(() => loaded.delete(name));
    return module;
  };
  return load;
}
