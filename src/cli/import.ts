// `import`: makes questions of a roadmap from what people have on disk. Writes new files only, and adds topics at the
// end of roadmap.yaml; what is in no question is said.
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isMarkdownFile, isPassedOver } from "../core/reading/fileNames";
import { importFormat, type ImportFile, type LeftOut } from "../core/importing/foundQuestion";
import type { ImportPlan } from "../core/importing/importPlan";
import { readRoadmap } from "../core/reading/roadmapReader";
import { findQuestions, planFor } from "../grading/importing/importer";
import { exitCodes, UsageError, type Console } from "./console";
import { readRoadmapFolder } from "./roadmapFolder";

/** What to import, and where to. */
export interface ImportOptions {
  readonly sources: readonly string[];
  readonly into: string;
  readonly topic?: string;
  /** Prints what would be written, and writes nothing. */
  readonly dryRun: boolean;
}

/**
 * Imports, and returns the exit code: 1 where something was left out. Throws UsageError where a source cannot be read
 * or the folder cannot be imported into.
 */
export async function importQuestions(options: ImportOptions, console: Console): Promise<number> {
  const files: ImportFile[] = [];
  for (const source of options.sources) files.push(...(await readSource(source)));
  const found = await findQuestions(files);
  const existing = await stat(options.into).catch(() => undefined);
  const target = {
    name: basename(resolve(options.into)),
    files: existing ? await readRoadmapFolder(options.into) : [],
    ...(options.topic === undefined ? {} : { topic: options.topic }),
  };
  const plan = await planFor(found.questions, target, readRoadmap(target.files).roadmap?.language);
  if ("why" in plan) throw new UsageError(plan.why);
  if (!options.dryRun) await write(plan, options.into);
  for (const { path, found: from, toDecide } of plan.questions)
    await console.print(
      `${join(options.into, path)}: from ${from.file}:${String(from.line)}, ${String(toDecide)} to decide`,
    );
  if (plan.roadmapFile)
    await console.print(
      `${join(options.into, plan.roadmapFile.path)}: ${plan.roadmapFile.isNew ? "new" : "topics added"}`,
    );
  const leftOut = [...found.leftOut, ...plan.leftOut];
  for (const line of leftOutLines(leftOut)) console.complain(line);
  const made = plan.questions.length;
  console.complain(
    `${String(made)} question${made === 1 ? "" : "s"} ${options.dryRun ? "would be " : ""}imported, ${String(leftOut.length)} left out or to look at`,
  );
  return leftOut.length === 0 && made > 0 ? exitCodes.ok : exitCodes.findings;
}

/** `file:line: why`, in the order of files and lines. */
function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  return leftOut.map(({ file, line, why }) => `${file}:${String(line)}: ${why}`);
}

/** A file, or the notes and tables of a folder and those below it. */
async function readSource(source: string): Promise<ImportFile[]> {
  const found = await stat(source).catch(() => undefined);
  if (!found) throw new UsageError(`${source} cannot be read`);
  const paths = found.isDirectory() ? await walk(source) : [source];
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isPassedOver(entry.name)) continue;
    if (entry.isDirectory()) paths.push(...(await walk(path)));
    else if (isMarkdownFile(entry.name) || ["table", "gift"].includes(importFormat(entry.name) ?? "")) paths.push(path);
  }
  return paths;
}

/** New files only: one that is there by now is an error, and stays as it is. */
async function write({ questions, roadmapFile }: ImportPlan, into: string): Promise<void> {
  for (const { path, text } of questions) {
    const file = join(into, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" });
  }
  if (roadmapFile)
    await writeFile(join(into, roadmapFile.path), roadmapFile.text, { flag: roadmapFile.isNew ? "wx" : "w" });
}
