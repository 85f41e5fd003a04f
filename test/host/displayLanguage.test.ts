// Texts of the lazily loaded bundles come in the display language, whichever way the bundles are loaded. The language
// is made up.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { lazyModules, type LoadModule } from "../../src/host/lazyModules";

/** A language that has every text: the English one between brackets. */
const words = new Proxy<Record<string, string>>({}, { get: (_, english) => `⟦${String(english)}⟧` });
const key = { roadmap: "r", question: "q" };

/** A text of each bundle. */
async function textsOf(load: LoadModule): Promise<readonly string[]> {
  const [{ readRoadmap }, { modelGrader }, { reportMarkdown }] = await Promise.all([
    load("roadmapReader"),
    load("modelGrader"),
    load("report"),
  ]);
  const topic = { id: "t", title: "T", subtopics: [], prerequisites: [], notes: "", questions: [] };
  const question = {
    id: key.question,
    title: "Q",
    marks: 1,
    prompt: "Why?",
    reference: "",
    hints: [],
    goldens: [],
    groups: [],
    criteria: [{ id: "c", marks: 1, statement: "It is so.", accepted: [], misconceptions: [], idea: "why" }],
  };
  // Nothing listens there.
  const outcome = await modelGrader({ baseUrl: "http://127.0.0.1:9/v1", model: "none" }).grade(
    { question, answer: "Since somebody wanted it to be." },
    new AbortController().signal,
  );
  return [
    readRoadmap([]).problems[0]?.message ?? "",
    outcome.kind === "not-graded" ? outcome.message : "",
    reportMarkdown({
      roadmap: { id: key.roadmap, title: "R", description: "", topics: [topic] },
      entries: [{ topic, question, stale: false }],
      at: "2026-01-01T00:00:00.000Z",
      lang: "en",
    }),
  ];
}

/** A file system that has `dist` but no path on disk, as an extension in a browser has. */
class BrowserFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(private readonly extensionUri: vscode.Uri) {}
  readFile = ({ path }: vscode.Uri): Thenable<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, path));
  stat = ({ path }: vscode.Uri): Thenable<vscode.FileStat> =>
    vscode.workspace.fs.stat(vscode.Uri.joinPath(this.extensionUri, path));
  watch = (): vscode.Disposable => new vscode.Disposable(() => undefined);
  readDirectory = (): [] => [];
  createDirectory = (): void => undefined;
  writeFile = (): void => undefined;
  delete = (): void => undefined;
  rename = (): void => undefined;
}

describe("display language", () => {
  let extensionUri: vscode.Uri;
  let files: vscode.Disposable;

  before(() => {
    const extension = vscode.extensions.getExtension("roadmap-tutor.roadmap-tutor");
    assert.ok(extension);
    ({ extensionUri } = extension);
    files = vscode.workspace.registerFileSystemProvider("browser-files", new BrowserFiles(extensionUri), {
      isReadonly: true,
    });
  });

  // The extension itself runs in this host and shares the bundles that Node keeps.
  after(async () => {
    await lazyModules(extensionUri, {})("checker");
    files.dispose();
  });

  for (const [host, base] of [
    ["Node", () => extensionUri],
    ["a browser", () => vscode.Uri.from({ scheme: "browser-files", path: "/" })],
  ] as const) {
    it(`reaches every lazy bundle in ${host}`, async () => {
      for (const text of await textsOf(lazyModules(base(), words))) assert.match(text, /⟦.+⟧/);
    });

    it(`leaves the texts English without one in ${host}`, async () => {
      for (const text of await textsOf(lazyModules(base(), {}))) assert.match(text, /^[^⟦]+$/);
    });
  }
});
