// Whatever `check` finds in a folder stands in the Problems panel too, and the other way round: one folder for each
// code, read by both. What is found while a file is being written is what is found when it is saved.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as vscode from "vscode";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { check } from "../../../../src/cli/check";
import { namesOnDisk } from "../../../../src/cli/roadmapFolder";
import { findingCodes, type FindingCode } from "../../../../src/core/reading/findingCodes";
import { placedQuestions, type Finding, type Roadmap } from "../../../../src/core/roadmap/roadmap";
import type { AuthoredFile, AuthoredFiles } from "../../../../src/host/authoring/authoredFiles";
import type { LoadModule } from "../../../../src/host/lazyModules";
import * as rubricTools from "../../../../src/grading/authoring/rubricTools";
import { newChecker } from "../../../../src/grading/check/checker";
import * as roadmapReader from "../../../../src/core/reading/roadmapReader";
import { LaterFindings } from "../../../../src/host/diagnostics/laterFindings";
import { RoadmapDiagnostics } from "../../../../src/host/diagnostics/roadmapDiagnostics";
import { folderReader } from "../../../../src/host/roadmaps/workspaceRoadmaps";
import { sampleFolder } from "../../core/reading/sampleRoadmap";
import { faultyFolders, notOfFolders, ofFolders, type Changes } from "./faultyFolders";

interface ShownDiagnostic {
  readonly range: { readonly line: number };
  readonly code: unknown;
  readonly severity: number;
  readonly message: string;
}

const editor = vi.hoisted(() => ({ shown: new Map<string, readonly ShownDiagnostic[]>() }));

vi.mock("vscode", async () => {
  const { readdir: list, readFile: read, stat } = await import("node:fs/promises");
  class Uri {
    readonly scheme = "file";
    readonly authority = "";
    constructor(readonly path: string) {}
    static file = (path: string) => new Uri(path);
    static joinPath = (uri: Uri, ...names: string[]) => new Uri([uri.path, ...names].join("/"));
    toString = () => this.path;
  }
  class EventEmitter {
    private readonly listeners: ((value: unknown) => void)[] = [];
    readonly event = (listener: (value: unknown) => void) => {
      this.listeners.push(listener);
      return { dispose: () => undefined };
    };
    fire(value: unknown): void {
      for (const listener of this.listeners) listener(value);
    }
    dispose = () => undefined;
  }
  const nothing = () => ({ dispose: () => undefined });
  return {
    Uri,
    EventEmitter,
    Disposable: { from: nothing },
    FileType: { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 },
    DiagnosticSeverity: { Error: 0, Warning: 1 },
    Range: class {
      constructor(readonly line: number) {}
    },
    Diagnostic: class {
      constructor(
        readonly range: unknown,
        readonly message: string,
        readonly severity: number,
      ) {}
    },
    CodeActionKind: { QuickFix: {} },
    languages: {
      createDiagnosticCollection: () => ({
        set: (files: readonly (readonly [Uri, readonly ShownDiagnostic[]])[]) => {
          for (const [{ path }, found] of files) editor.shown.set(path, found);
        },
        dispose: () => undefined,
      }),
      registerCodeActionsProvider: nothing,
    },
    workspace: {
      textDocuments: [],
      onDidChangeTextDocument: nothing,
      onDidSaveTextDocument: nothing,
      onDidCloseTextDocument: nothing,
      fs: {
        readFile: ({ path }: Uri) => read(path),
        readDirectory: async ({ path }: Uri) =>
          Promise.all((await list(path)).map(async (n) => [n, (await stat(join(path, n))).isDirectory() ? 2 : 1])),
        stat: async ({ path }: Uri) => ({ type: (await stat(path)).isDirectory() ? 2 : 1 }),
      },
    },
  };
});

type Listed = readonly [file: string, line: number, code: string, severity: string, message: string];

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tutor-same-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function write(name: string, changes: Changes): Promise<string> {
  const folder = join(root, name);
  const files = new Map<string, string | Uint8Array | null>(sampleFolder().map(({ path, text }) => [path, text]));
  for (const [path, content] of Object.entries(changes)) files.set(path, content);
  for (const [path, content] of files) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** What `check --format json` prints. */
async function checked(folder: string): Promise<Listed[]> {
  const lines: string[] = [];
  await check(
    [folder],
    {
      stdin: process.stdin,
      print: (line) => Promise.resolve(void lines.push(line)),
      complain: () => undefined,
      progress: () => undefined,
      signal: new AbortController().signal,
    },
    { format: "json", table: false },
  );
  const found = JSON.parse(lines.join("")) as (Finding & { line: number })[];
  return inOrder(found.map((f) => [f.file.slice(folder.length + 1), f.line, f.code, f.severity, f.message]));
}

/** A folder as the editor has it open: read by its own code, with what is found a moment later. */
async function opened(folder: string) {
  const uri = vscode.Uri.file(folder);
  const { roadmap, problems, paths } = await new roadmapReader.RoadmapFolder(folderReader(uri)).read();
  const unread: Roadmap = { id: "unread", title: "Unread", description: "", topics: [] };
  const shelved = { roadmap: roadmap ?? unread, builtIn: false, folder: uri, paths, problems, findings: problems };
  const files = {
    roadmaps: [shelved],
    find: () => undefined,
    whenRead: (listener: () => void) => {
      listener();
      return { dispose: () => undefined };
    },
  } as unknown as AuthoredFiles;
  let isHeld = (): void => undefined;
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const tools: typeof rubricTools = {
    ...rubricTools,
    goldenFindings: (...args) => rubricTools.goldenFindings(...args).finally(() => setTimeout(isHeld)),
  };
  const load = ((name: string) => Promise.resolve(name === "rubricTools" ? tools : roadmapReader)) as LoadModule;
  const checkOf = (of: Roadmap) =>
    Promise.resolve({ checker: newChecker(placedQuestions(of).map(({ question }) => question)) });
  const log = { error: (_: string, error: unknown) => expect.fail(String(error)) };
  const later = new LaterFindings(files, { check: checkOf }, load, log);
  const panel = new RoadmapDiagnostics(files, load, later);
  await held;
  return { shelved, later, panel };
}

/** What the Problems panel shows of a folder. */
function shownOf(folder: string): Listed[] {
  const own = [...editor.shown].filter(([path]) => path.startsWith(`${folder}/`));
  return inOrder(
    own.flatMap(([path, diagnostics]) =>
      diagnostics.map(({ range, code, severity, message }): Listed => [
        ...([path.slice(folder.length + 1), range.line + 1, String(code)] as const),
        ...([severity === 0 ? "error" : "warning", message] as const),
      ]),
    ),
  );
}

const inOrder = (found: readonly Listed[]): Listed[] => found.toSorted((a, b) => (String(a) < String(b) ? -1 : 1));

it("has a folder for every code", () => {
  const all = Object.keys(findingCodes);
  expect([...Object.keys(faultyFolders), ...notOfFolders].toSorted()).toEqual(all.toSorted());
});

describe("of a folder with a fault, the Problems panel and check say the same", () => {
  const folders = new Map<string, string>();
  const editors = new Map<string, Awaited<ReturnType<typeof opened>>>();

  beforeAll(async () => {
    const open = async ([code, changes]: [string, Changes]): Promise<void> => {
      const folder = await write(code, changes);
      folders.set(code, folder);
      editors.set(code, await opened(folder));
    };
    await Promise.all(Object.entries(faultyFolders).map(open));
  }, 60_000);

  it.each(Object.keys(faultyFolders) as FindingCode[])("%s", async (code) => {
    const folder = folders.get(code) ?? "";
    const found = await checked(folder);
    expect(shownOf(folder)).toEqual(found);
    expect(found.map(([, , one]) => one)).toContain(code);
    expect(found.find(([, , one]) => one === code)?.[3]).toBe(findingCodes[code]);
  });

  it.each(Object.entries(faultyFolders))("%s, while its file is being written", async (code, changes) => {
    const folder = folders.get(code) ?? "";
    const editor = editors.get(code);
    const found = await checked(folder);
    for (const path of Object.keys(changes).filter((one) => changes[one] !== null && one.split("/").length < 3)) {
      const text = await readFile(join(folder, path), "utf8");
      const role = path.includes("/") ? "question" : "roadmap";
      const file = editor && { role, path, shelved: editor.shelved };
      const alone = [
        ...(await roadmapReader.findingsAlone(path, text, (inside) => namesOnDisk(folder, inside))),
        ...(file?.role === "question" ? ((await editor?.later.written(file as AuthoredFile, text)) ?? []) : []),
      ];
      const listed = alone.map((one): Listed => [
        ...([one.file, one.range.start.line + 1, one.code, one.severity, one.message] as const),
      ]);
      const own = found.filter(([name, , one]) => name === path && !ofFolders.has(one as FindingCode));
      // What tells of the folder takes the place of all else, as of a copy.
      if (found.some(([name, , one]) => name === path && ofFolders.has(one as FindingCode))) continue;
      expect(inOrder(listed), path).toEqual(own);
    }
  });
});
