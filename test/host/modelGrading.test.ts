// The installed extension graded by a scripted service over a real socket: streaming, cancelling, superseding,
// replaying, and every way in which a service fails. Answers and attempts lie in a study folder of the test's own.
import * as assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { join } from "node:path";
import * as vscode from "vscode";
import { answerPath } from "../../src/host/storage/paths";
import { parseAnswerDocument } from "../../src/core/answer/answer";
import { honestReply } from "../support/honestModel";
import {
  honestScript,
  httpError,
  startModelServer,
  streamed,
  type ModelServer,
  type Script,
  type SeenRequest,
} from "../support/modelServer";
import { builtInQuestions, extensionStorage, keepQualified } from "../support/qualifiedModel";
import { newFolder, nextEvent, removeFolders } from "./support/folders";

const collapse = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.\n";
const balance = "Generator and discriminator must be kept in balance, or one overpowers the other.\n";

/** The reply of the honest model; then, after some criteria, two decoys among them at most, whatever `then` is. */
const someCriteriaThen = (then: { readonly stall: true } | { readonly hangUp: true }) => (request: SeenRequest) => {
  const whole = JSON.stringify(honestReply(request.chat?.messages.at(-1)?.content ?? ""));
  const [, , , fourth] = [...whole.matchAll(/"id"/g)];
  const first = streamed(whole.slice(0, fourth?.index), { finish: null, usage: null });
  return { kind: "stream", steps: [...(first.kind === "stream" ? first.steps : []).slice(0, -1), then] } as const;
};

describe("grading with a model", () => {
  let server: ModelServer;
  let folder: vscode.Uri;
  const set = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);

  before(async () => {
    // Another suite may have loaded it for itself.
    for (const path of loadedModelGrader()) Reflect.deleteProperty(require.cache, path);
    server = await startModelServer();
    const extension = vscode.extensions.getExtension("roadmap-tutor.roadmap-tutor");
    assert.ok(extension);
    folder = await newFolder();
    await set("tutor.studyFolder", folder.fsPath);
    await keepQualified(
      extensionStorage(process.env["ROADMAP_TUTOR_HOST_USER_DATA"] ?? ""),
      await builtInQuestions(join(extension.extensionPath, "dist")),
      { endpoint: server.url, model: "honest-model" },
    );
    await set("tutor.model.baseUrl", server.url);
    await set("tutor.model.name", "honest-model");
  });
  beforeEach(() => {
    server.clear();
    server.script(honestScript());
  });
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
  after(async () => {
    for (const name of ["studyFolder", "model.baseUrl", "model.name", "model.timeout", "gradeOnSave", "grader"])
      await set(`tutor.${name}`, undefined);
    await set("files.autoSave", undefined);
    await server.close();
    await removeFolders();
  });

  /** A question's document with this answer, saved. */
  async function answered(question: string, answer: string): Promise<vscode.TextDocument> {
    await vscode.commands.executeCommand("tutor.openQuestion", { roadmap: "generative-ai", question });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.path.endsWith(`/${question}.md`), true);
    assert.ok(document);
    await write(document, answer);
    assert.ok(await document.save());
    return document;
  }
  /** Replaces the answer; leaves the document unsaved. */
  async function write(document: vscode.TextDocument, answer: string): Promise<void> {
    const parsed = parseAnswerDocument(document.getText());
    assert.equal(parsed.kind, "answer");
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(parsed.answerStart), document.positionAt(document.getText().length)),
      answer,
    );
    await vscode.workspace.applyEdit(edit);
  }
  const grade = async (document: vscode.TextDocument): Promise<void> =>
    vscode.commands.executeCommand("tutor.gradeAnswer", document.uri);
  const cancel = async (document: vscode.TextDocument): Promise<void> =>
    vscode.commands.executeCommand("tutor.cancelGrading", document.uri);
  const attempts = async (question: string): Promise<string[]> =>
    readdir(join(folder.fsPath, "attempts", "generative-ai", question)).catch(() => []);
  const lenses = async (document: vscode.TextDocument): Promise<string> => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      20,
    );
    return all.map((lens) => (lens.command?.title ?? "").replace(/\u00a0/g, " ")).join(" | ");
  };
  /** Asks again until `holds`; what another process or the extension does meanwhile has no event here. */
  async function eventually<T>(ask: () => T | Promise<T>, holds: (value: T) => boolean): Promise<T> {
    for (;;) {
      const value = await ask();
      if (holds(value)) return value;
      await delay(10);
    }
  }
  const graded = (script: Script, question: string, answer = collapse): Promise<vscode.TextDocument> => {
    server.script(script);
    return answered(question, answer).then(async (document) => {
      await grade(document);
      return document;
    });
  };

  it("loads the model's bundle at the first grading with one, not before", async () => {
    await set("tutor.grader", "built-in");
    await answered("gan-training", balance).then(grade);
    assert.equal((await attempts("gan-training")).length, 1);
    await set("tutor.grader", undefined);
    assert.deepEqual(loadedModelGrader(), []);
    const document = await graded(honestScript(), "gan-training", collapse + balance);
    assert.equal(loadedModelGrader().length, 1);
    assert.match(await lenses(document), /\(star-full\) .*\/ 4/);
    const file = (await attempts("gan-training")).sort().at(-1);
    const attempt = JSON.parse(
      await readFile(join(folder.fsPath, "attempts", "generative-ai", "gan-training", file ?? ""), "utf8"),
    ) as { readonly answer: string; readonly receipt: { readonly model?: string } };
    assert.equal(attempt.answer, collapse + balance);
    assert.equal(attempt.receipt.model, "honest-model");
  });

  it("replays the same text without a call, and asks again about another", async () => {
    const document = await answered("gan-training", collapse + balance);
    await grade(document);
    assert.equal(server.chats().length, 0);
    assert.match(await lenses(document), /replayed/);
    await write(document, collapse);
    await grade(document);
    assert.ok(server.chats().length > 0);
    assert.equal((await attempts("gan-training")).length, 3);
    await write(document, collapse + balance);
    server.clear();
    await grade(document);
    assert.equal(server.chats().length, 0, "back to the first text");
    assert.equal((await attempts("gan-training")).length, 3);
  });

  it("asks nothing about a blank answer, and keeps no attempt", async () => {
    await graded(honestScript(), "ethics", "\n  \n");
    assert.equal(server.chats().length, 0);
    assert.deepEqual(await attempts("ethics"), []);
  });

  it("shows verdicts while they stream; cancelled, it scores nothing and the grade of before is back", async () => {
    const document = await graded(honestScript(), "mode-collapse", collapse);
    const marks = /[\d½ ]+\/ 4/.exec(await lenses(document))?.[0] ?? "none";
    await write(document, `${collapse}Anew.\n`);
    server.clear();
    server.script(someCriteriaThen({ stall: true }));
    const run = grade(document);
    await eventually(
      () => lenses(document),
      (row) => /Grading \d of \d/.test(row),
    );
    assert.match(await lenses(document), /Stop/);
    await cancel(document);
    await run;
    await eventually(() => server.requests[0]?.gone(), Boolean);
    assert.equal((await attempts("mode-collapse")).length, 1);
    const row = await lenses(document);
    assert.ok(row.includes(marks) && row.includes("of an earlier text"), row);
  });

  it("lets a newer grading take the place of an older one", async () => {
    server.script((request, index) =>
      index === 0 ? someCriteriaThen({ stall: true })(request) : honestScript()(request, index),
    );
    const document = await answered("healthcare", collapse);
    const older = grade(document);
    await eventually(
      () => lenses(document),
      (row) => /Grading \d of/.test(row),
    );
    await write(document, balance);
    await grade(document);
    await older;
    await eventually(() => server.requests[0]?.gone(), Boolean);
    assert.equal((await attempts("healthcare")).length, 1);
    assert.ok(server.chats()[1]?.messages.at(-1)?.content.includes(balance.trim()));
    assert.match(await lenses(document), /\(star-full\)/);
  });

  it("starts again when another text is saved by hand meanwhile, and goes on when the same one is", async () => {
    server.script((request, index) =>
      index === 0 ? someCriteriaThen({ stall: true })(request) : honestScript()(request, index),
    );
    const document = await answered("creativity", collapse);
    const older = grade(document);
    await eventually(
      () => lenses(document),
      (row) => /Grading \d of/.test(row),
    );
    await vscode.commands.executeCommand("workbench.action.files.save");
    assert.equal(server.requests[0]?.gone(), false);
    await write(document, balance);
    assert.ok(await document.save());
    await older;
    await eventually(
      () => attempts("creativity"),
      (files) => files.length > 0,
    );
    assert.equal(server.chats().filter((chat) => chat.messages.at(-1)?.content.includes(collapse.trim())).length, 1);
    assert.ok(server.chats()[1]?.messages.at(-1)?.content.includes(balance.trim()));
  });

  it("grades on a save by hand where that is wished, never on an auto-save", async () => {
    await set("tutor.gradeOnSave", true);
    try {
      await set("files.autoSave", "afterDelay");
      const document = await answered("latent-space", "\n");
      server.clear();
      const saved = nextEvent(vscode.workspace.onDidSaveTextDocument, (d) => d === document);
      await write(document, collapse);
      await saved;
      await set("files.autoSave", "off");
      // Another question's whole grading, long enough for one of this to have asked.
      const other = await answered("loss-functions", balance);
      await eventually(
        () => attempts("loss-functions"),
        (files) => files.length === 1,
      );
      assert.deepEqual(await attempts("latent-space"), []);
      assert.equal(
        server.chats().some((chat) => chat.messages.at(-1)?.content.includes(collapse.trim())),
        false,
      );
      assert.equal(other.isDirty, false);
    } finally {
      await set("tutor.gradeOnSave", undefined);
      await set("files.autoSave", undefined);
    }
  });

  const failures: readonly { readonly name: string; readonly script: Script; readonly calls: number }[] = [
    { name: "refuses the key (401)", script: () => httpError(401, "Incorrect API key provided"), calls: 1 },
    { name: "answers with no JSON, twice", script: () => streamed("I would give this 4 out of 4."), calls: 2 },
    { name: "hangs up in the middle, twice", script: someCriteriaThen({ hangUp: true }), calls: 2 },
    { name: "falls silent in the middle", script: someCriteriaThen({ stall: true }), calls: 1 },
  ];
  for (const { name, script, calls } of failures) {
    it(`keeps text and marks where the service ${name}`, async () => {
      await set("tutor.model.timeout", 0.5);
      try {
        const document = await graded(script, "uncertainty");
        assert.equal(server.chats().length, calls);
        assert.deepEqual(await attempts("uncertainty"), []);
        assert.match(await lenses(document), /^\$\(warning\) Not graded: .*Retry/);
        assert.ok(
          (
            await readFile(
              join(folder.fsPath, answerPath({ roadmap: "generative-ai", question: "uncertainty" })),
              "utf8",
            )
          ).endsWith(collapse),
        );
      } finally {
        await set("tutor.model.timeout", undefined);
      }
    });
  }
});

/** The model grader's bundle, where this extension host has loaded it. */
function loadedModelGrader(): string[] {
  return Object.keys(require.cache).filter((path) => path.replaceAll("\\", "/").endsWith("/dist/modelGrader.js"));
}
