// Builds every bundle into dist/. `--watch` keeps building.
import { build, context } from "esbuild";
import { readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { writeLicences } from "./scripts/licences.mjs";

const watch = process.argv.includes("--watch");

/**
 * Modules that the extension loads when they are first needed (src/host/lazyModules.ts); each becomes a file beside
 * extension.js.
 */
const lazyModules = [
  "src/core/text/markdown.ts",
  "src/core/reading/roadmapReader.ts",
  "src/core/authoring/suggestions.ts",
  "src/core/authoring/explanations.ts",
  "src/core/authoring/newFiles.ts",
  "src/core/authoring/previewPage.ts",
  "src/grading/modelGrader.ts",
  "src/grading/authoring/rubricTools.ts",
  "src/grading/check/checker.ts",
  "src/grading/language/english.ts",
  "src/grading/language/languages.ts",
  "src/grading/importing/importer.ts",
  "src/core/report/report.ts",
  "src/host/authoring/authorTools.ts",
];

/** Libraries that several lazy bundles need, each a bundle of its own beside them: its file's name, and the package. */
const sharedLibraries = { marked: "marked", l10n: "@vscode/l10n" };

/**
 * Modules of ours that several lazy bundles need, likewise: the model grader asks the check for what needs no model,
 * and both read answers by the same words, as the import does, which reads back what it makes.
 */
const sharedModules = {
  checker: /\/check\/checker$/,
  english: /(?:\/language|^\.\.?)\/english$/,
  languages: /\/language\/languages$/,
  roadmapReader: /\/reading\/roadmapReader$/,
};

/** Leaves the import of what is a bundle of its own to the loader. */
const shareLibraries = {
  name: "share-libraries",
  setup(builder) {
    for (const [name, module] of Object.entries(sharedModules)) {
      builder.onResolve({ filter: module }, ({ kind }) =>
        kind === "entry-point" ? undefined : { path: `./${name}.js`, external: true },
      );
    }
    for (const [name, library] of Object.entries(sharedLibraries)) {
      builder.onResolve({ filter: new RegExp(`^${library}$`) }, ({ kind }) =>
        kind === "entry-point" ? undefined : { path: `./${name}.js`, external: true },
      );
    }
  },
};

/**
 * Imports VS Code's API as the object that it is: as a module it would be copied, member by member, once for each of
 * our files, which is half of the time that loading takes.
 */
const plainVscode = {
  name: "plain-vscode",
  setup(builder) {
    builder.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        'import * as vscode from "vscode";',
        'import vscode = require("vscode");',
      ),
      loader: "ts",
    }));
  },
};

/**
 * Parts of the openai package that grading uses; its client builds every other one too, and each gets an empty
 * stand-in, which saves a quarter of the bundle.
 */
const usedResources = /^(chat|models|shared|index)\b/;
const trimOpenAi = {
  name: "trim-openai",
  setup(builder) {
    const standIn = async (path) => {
      const classes = [...(await readFile(path, "utf8")).matchAll(/^export class (\w+)/gm)].map((match) => match[1]);
      return classes.length > 0 ? { contents: classes.map((name) => `export class ${name} {}`).join("\n") } : undefined;
    };
    builder.onLoad({ filter: /[\\/]node_modules[\\/]openai[\\/]resources[\\/].*\.mjs$/ }, ({ path }) =>
      usedResources.test(path.split(/[\\/]openai[\\/]resources[\\/]/)[1]) ? undefined : standIn(path),
    );
    // Its own readers of streams and runners of tools: replies are read from the raw response.
    builder.onLoad({ filter: /[\\/]node_modules[\\/]openai[\\/]lib[\\/]\w*(?:Stream|Runner)\w*\.mjs$/ }, ({ path }) =>
      standIn(path),
    );
  },
};

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  sourcemap: false,
  metafile: true,
  legalComments: "none",
  target: "es2022",
  logLevel: "warning",
  // @vscode/l10n's browser build reads no files; the bundle of the display language is handed in.
  alias: { "@vscode/l10n": "./node_modules/@vscode/l10n/dist/browser.js" },
};

/**
 * One set of files for both kinds of extension host: nothing in it may need Node.
 * @type {import("esbuild").BuildOptions}
 */
const host = { ...shared, outdir: "dist", platform: "browser", format: "cjs", external: ["vscode"] };

/** @type {readonly import("esbuild").BuildOptions[]} */
const bundles = [
  { ...host, entryPoints: ["src/extension.ts"], plugins: [plainVscode] },
  {
    ...host,
    entryPoints: {
      ...Object.fromEntries(lazyModules.map((path) => [basename(path, ".ts"), path])),
      ...sharedLibraries,
    },
    plugins: [plainVscode, shareLibraries, trimOpenAi],
  },
  {
    ...shared,
    entryPoints: { webview: "src/webview/sidebar/main.ts", feedback: "src/webview/feedback/main.ts" },
    outdir: "dist",
    platform: "browser",
    format: "iife",
  },
  {
    ...shared,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    platform: "node",
    format: "cjs",
    banner: { js: "#!/usr/bin/env node" },
  },
];

/** The built-in roadmaps, read and validated once at build time so that the sidebar starts without a YAML parser. */
async function compileRoadmaps() {
  const outfile = "dist/compileRoadmaps.cjs";
  await build({
    ...shared,
    entryPoints: ["scripts/compileRoadmaps.ts"],
    outfile,
    platform: "node",
    format: "cjs",
    minify: false,
  });
  const { compileRoadmaps: compile, compileGoldens } = await import(pathToFileURL(outfile).href);
  await writeFile("dist/builtInRoadmaps.json", JSON.stringify(await compile("questions")));
  await writeFile("dist/builtInGoldens.json", JSON.stringify(await compileGoldens("questions")));
  await rm(outfile);
}

if (!watch) await rm("dist", { recursive: true, force: true });
await compileRoadmaps();
/** Of the bundles that ship; the command line stays in the repository. */
const metafiles = [];
for (const options of bundles) {
  if (watch) await (await context(options)).watch();
  else {
    const { metafile } = await build(options);
    if (metafile !== undefined && options.outfile !== "dist/cli.js") metafiles.push(metafile);
  }
}
if (!watch) await writeLicences(metafiles, "dist");
