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
  const loaded = new Map<string, Promise<unknown>>();
  return <Name extends keyof LazyModules>(name: Name) => {
    const module = loaded.get(name) ?? load(vscode.Uri.joinPath(extensionUri, "dist", `${name}.js`));
    loaded.set(name, module);
    return module as Promise<LazyModules[Name]>;
  };
}

async function load(file: vscode.Uri): Promise<unknown> {
  if (file.scheme === "file") return require(file.fsPath);
  const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const module = { exports: {} };
  // A worker's extension host has no loader for a second file; it runs extension.js in just this way.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, no-new-func
  new Function("module", "exports", `${source}\n//# sourceURL=${file.toString()}`)(module, module.exports);
  return module.exports;
}
