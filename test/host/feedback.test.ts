// Feedback in the text inside a real extension host: drawn, stepped through edits, hovered, listed, gone through, cleared.
import * as assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Attempt } from "../../src/core/attempt";
import type { Verdict } from "../../src/core/grade";
import { sumMarks } from "../../src/core/marks";
import { parseAnswerDocument } from "../../src/core/answer";
import { promptHash } from "../../src/core/hash";
import type { Question } from "../../src/core/question";
import type { PlacedQuestion } from "../../src/core/roadmap";
import { Feedback } from "../../src/host/feedback/feedback";

const answer = "GANs train two networks.\n\nThe generator reads labels.\n";
const question: Question = {
  id: "q",
  title: "GAN training",
  marks: 3,
  prompt: "How?",
  reference: "",
  hints: [],
  goldens: [],
  groups: [],
  criteria: ["networks", "signal", "collapse"].map((id) => ({
    id,
    marks: 1,
    statement: id,
    accepted: [],
    misconceptions: [],
    idea: `the idea of ${id}`,
  })),
};
const placed: PlacedQuestion = {
  question,
  topic: { id: "t", title: "T", subtopics: [], prerequisites: [], notes: "", questions: [question] },
  roadmap: { id: "feedback-test", title: "R", description: "", topics: [] },
};

function verdict(criterion: string, kind: Verdict["verdict"], words: string | undefined, remark: string): Verdict {
  const start = words === undefined ? -1 : answer.indexOf(words);
  return {
    criterion,
    verdict: kind,
    credit: kind === "met" ? 1 : 0,
    quotes: words === undefined ? [] : [{ start, end: start + words.length, text: words }],
    remark,
  };
}

const verdicts = [
  verdict("networks", "met", "two networks", "Names both."),
  verdict("signal", "contradicted", "reads labels", "It reads [no](command:x) labels."),
  verdict("collapse", "missed", undefined, ""),
];

const attempt: Attempt = {
  version: 1,
  id: "20260102T030405.000Z-abcd1234",
  key: { roadmap: "feedback-test", question: "q" },
  at: "2026-01-02T03:04:05.000Z",
  answer,
  asked: { title: question.title, prompt: question.prompt },
  grade: { verdicts, errors: [], summary: "", flags: [], marks: sumMarks(question, verdicts), estimate: true },
  receipt: { answerHash: "a", rubricHash: "b", promptVersion: "1", grader: "built-in", ms: 1 },
};

function content(body: string): string {
  return `# GAN training\n<!-- roadmap-tutor:question feedback-test/q ${promptHash(question)} -->\n\nHow?\n\n<!-- roadmap-tutor:answer · Write. -->\n${body}`;
}

describe("feedback in the text", () => {
  let feedback: Feedback;
  let folder: string;
  let files = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-feedback-"));
    const extension = vscode.extensions.getExtension("roadmap-tutor.roadmap-tutor");
    assert.ok(extension);
    feedback = new Feedback(extension.extensionUri, {
      find: (key) => Promise.resolve(key.question === "q" ? placed : undefined),
      parse: (document) => parseAnswerDocument(document.getText()),
      onDidChange: new vscode.EventEmitter<void>().event,
    });
  });
  after(async () => {
    feedback.dispose();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  /** A Markdown file of its own each time: VS Code gives the names of untitled documents away again at once. */
  async function openText(text: string): Promise<vscode.TextDocument> {
    files += 1;
    const path = join(folder, `answer${files}.md`);
    await writeFile(path, text);
    return vscode.workspace.openTextDocument(path);
  }
  const openAnswer = async (body = answer): Promise<vscode.TextEditor> =>
    vscode.window.showTextDocument(await openText(content(body)));
  /** Shows the attempt and waits until its question was looked up. */
  async function show(document: vscode.TextDocument): Promise<void> {
    feedback.show(document, attempt, { replayed: false });
    await new Promise<void>((resolve) => {
      const watch = feedback.onDidChange(() => {
        watch.dispose();
        resolve();
      });
    });
  }
  const positionOf = (document: vscode.TextDocument, words: string): vscode.Position =>
    document.positionAt(document.getText().indexOf(words));
  /** Highlights as `kind words`. */
  const highlights = (document: vscode.TextDocument): string[] =>
    feedback.layout(document).highlights.map((h) => `${h.kind} ${document.getText().slice(h.start, h.end)}`);
  const lenses = async (document: vscode.TextDocument): Promise<string[]> => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      20,
    );
    return all.map((lens) => (lens.command?.title ?? "").replace(/\u00a0/g, " "));
  };

  it("draws what the grade says and steps it through edits and undo", async () => {
    const { document } = await openAnswer();
    await show(document);
    assert.deepEqual(highlights(document), ["met two networks", "contradicted reads labels"]);
    assert.deepEqual(
      feedback.layout(document).verdictLines.map((v) => v.text),
      [
        "↳ ✓ Covered: the idea of networks",
        "↳ ✗ Worth checking: the idea of signal",
        "↳ ○ Could not match: the idea of collapse",
      ],
    );

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, "networks"), "neural ");
    edit.insert(document.uri, positionOf(document, "# GAN"), "\n");
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(highlights(document), ["stale two neural networks", "contradicted reads labels"]);
    assert.equal(feedback.layout(document).verdictLines.at(-1)?.kind, "stale");
    assert.ok((await lenses(document)).some((l) => l.includes("of an earlier text")));

    await vscode.commands.executeCommand("undo");
    assert.deepEqual(highlights(document), ["met two networks", "contradicted reads labels"]);
    assert.ok((await lenses(document)).includes("$(star-full) ≈ 1 / 3 · estimate"));
  });

  it("shows verdicts as they arrive, of the text that is being graded, and brings the grade back when the run ends without one", async () => {
    const editor = await openAnswer();
    const { document } = editor;
    feedback.show(document, attempt, { replayed: true });
    feedback.begin(document, question, answer);
    assert.equal(highlights(document).length, 2, "the old feedback stays until the first verdict");
    await editor.edit((edit) => edit.insert(positionOf(document, "GANs"), "Well, "));
    feedback.verdict(document, verdict("networks", "partly", "two networks", ""));
    assert.deepEqual(highlights(document), ["partly two networks"]);
    assert.ok((await lenses(document)).includes("$(sync~spin) Grading 1 of 3…"));
    feedback.end(document);
    assert.deepEqual(highlights(document), ["met two networks", "contradicted reads labels"]);
  });

  it("anchors an earlier grade only where its words still stand", async () => {
    const { document } = await openAnswer("First: GANs train two networks. The generator learns.\n");
    feedback.show(document, attempt, { replayed: false });
    assert.deepEqual(highlights(document), ["met two networks"]);
    assert.ok((await lenses(document)).includes("$(history) ≈ 1 / 3 · estimate · of an earlier text"));
  });

  it("tells the whole remark in a hover whose only live links are ours", async () => {
    const { document } = await openAnswer();
    await show(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      positionOf(document, "labels"),
    );
    const text = hovers
      .flatMap((h) => h.contents)
      .map((c) => (typeof c === "string" ? c : c.value))
      .join("\n");
    assert.match(text, /\*\*Worth checking · the idea of signal\*\*/);
    assert.match(text, /0 of 1 mark/);
    assert.doesNotMatch(text, /\[no\]\(command/);
    assert.match(text, /command:tutor\.showFeedbackList/);
  });

  it("lists every remark in a document beside, and keeps it true", async () => {
    const { document } = await openAnswer();
    feedback.show(document, attempt, { replayed: false });
    await feedback.showList(document);
    const list = vscode.window.activeTextEditor?.document;
    assert.equal(list?.uri.scheme, "tutor-feedback");
    assert.equal(list.languageId, "markdown");
    for (const said of ["≈ 1 / 3 · estimate", "Covered", "Worth checking", "Could not match", "Line 7: “two networks”"])
      assert.ok(list.getText().includes(said), `${said} is not in\n${list.getText()}`);
    const changed = new Promise<void>((resolve) => {
      const watch = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== list) return;
        watch.dispose();
        resolve();
      });
    });
    feedback.show(document, attempt, { replayed: true });
    await changed;
    assert.match(list.getText(), /replayed/);
  });

  it("goes through the remarks and round", async () => {
    const editor = await openAnswer();
    const { document } = editor;
    feedback.show(document, attempt, { replayed: false });
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const stops: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      await feedback.goToRemark(1);
      stops.push(document.getText(editor.selection));
    }
    assert.deepEqual(stops, ["two networks", "reads labels", "", "two networks"]);
    await feedback.goToRemark(-1);
    assert.equal(document.getText(editor.selection), "");
  });

  it("clears, and says what to do when there is nothing", async () => {
    const { document } = await openAnswer();
    feedback.show(document, attempt, { replayed: false });
    feedback.clear(document);
    assert.deepEqual(feedback.layout(document), { highlights: [], gutter: [], verdictLines: [] });
    assert.equal(feedback.hasFeedback(document), false);
    assert.ok((await lenses(document)).includes("$(pass) Grade my answer"));
  });

  it("says when the question changed or vanished, and when the answer line is gone", async () => {
    const text = content(answer);
    const row = async (changed: string): Promise<string> => {
      const document = await openText(changed);
      return (await lenses(document)).join(" | ");
    };
    assert.match(await row(text.replace(promptHash(question), "0123456789ab")), /Question changed: update it here/);
    assert.match(await row(text.replace("feedback-test/q", "feedback-test/gone")), /no longer in its roadmap/);
    assert.match(await row(text.replace(/<!-- roadmap-tutor:answer.*-->/, "")), /restore it/);
    assert.equal(await row("# Notes\n"), "");
  });
});
