// Loads the parts that only some sessions need, each a bundle of its own beside extension.js, on first use.
// One set of files serves both kinds of extension host: Node requires a file, a web worker can only read and run it.
import * as vscode from "vscode";

/** What each lazy bundle exports; esbuild.mjs names their entry files. */
interface LazyModules {
  readonly roadmapReader: typeof import("../core/reading/roadmapReader");
  readonly modelGrader: typeof import("../grading/modelGrader");
  readonly builtInGrader: typeof import("../grading/builtIn/builtInGrader");
  readonly report: typeof import("../core/report/report");
}

/** Loads a bundle once; rejects where its file is missing from the package. */
export type LoadModule = <Name extends keyof LazyModules>(name: Name) => Promise<LazyModules[Name]>;

/** A loader over the `dist` folder of the extension. */
export function lazyModules(extensionUri: vscode.Uri): LoadModule {
  const dist = vscode.Uri.joinPath(extensionUri, "dist");
  const load = dist.scheme === "file" ? (name: string) => Promise.resolve(require(vscode.Uri.joinPath(dist, `${name}.js`).fsPath) as unknown) : workerLoader(dist);
  return <Name extends keyof LazyModules>(name: Name) => load(name) as Promise<LazyModules[Name]>;
}

/** A worker's extension host has no loader for a second file: it is read and run as VS Code runs extension.js itself, after the bundles that it requires. */
function workerLoader(dist: vscode.Uri): (name: string) => Promise<unknown> {
  const loaded = new Map<string, Promise<unknown>>();
  const run = async (name: string): Promise<unknown> => {
    const file = vscode.Uri.joinPath(dist, `${name}.js`);
    const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const needed = new Map<string, unknown>();
    for (const [, path = "", sibling = ""] of source.matchAll(/\brequire\("(\.\/(\w+)\.js)"\)/g)) needed.set(path, await load(sibling));
    const module = { exports: {} };
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, no-new-func
    new Function("module", "exports", "require", `${source}\n//# sourceURL=${file.toString()}`)(module, module.exports, (path: string) => needed.get(path));
    return module.exports;
  };
  const load = (name: string): Promise<unknown> => {
    const module = loaded.get(name) ?? run(name);
    loaded.set(name, module);
    return module;
  };
  return load;
}
