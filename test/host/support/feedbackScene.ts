// A Feedback over documents of its own inside a real extension host, with a model's attempt and a check's to show.
import * as assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import type { Amendment, Amends } from "../../../src/core/attempts/amendment";
import { parseAnswerDocument } from "../../../src/core/answer/answer";
import type { CheckedAttempt, GradedAttempt } from "../../../src/core/attempts/attempt";
import type { Verdict } from "../../../src/core/marks/grade";
import { promptHash } from "../../../src/core/text/hash";
import type { Question } from "../../../src/core/roadmap/question";
import type { PlacedQuestion } from "../../../src/core/roadmap/roadmap";
import { Feedback } from "../../../src/host/feedback/feedback";

export const answer = "GANs train two networks.\n\nThe generator reads labels.\n";
export const question: Question = {
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

function quotesOf(words: string | undefined): Verdict["quotes"] {
  if (words === undefined) return [];
  const start = answer.indexOf(words);
  return [{ start, end: start + words.length, text: words }];
}

export function verdict(
  criterion: string,
  kind: Verdict["verdict"],
  words: string | undefined,
  remark: string,
): Verdict {
  return { criterion, verdict: kind, quotes: quotesOf(words), remark };
}

export const base = {
  version: 2,
  id: "20260102T030405000Z-abcd1234",
  key: { roadmap: "feedback-test", question: "q" },
  at: "2026-01-02T03:04:05.000Z",
  answer,
  asked: { title: question.title, prompt: question.prompt },
} as const;
const receipt = { answerHash: "a", rubricHash: "b", promptVersion: "1", ms: 1 } as const;

export const graded: GradedAttempt = {
  ...base,
  kind: "graded",
  grade: {
    verdicts: [
      verdict("networks", "met", "two networks", "Names both."),
      verdict("signal", "contradicted", "reads labels", "It reads [no](command:x) labels."),
      verdict("collapse", "missed", undefined, ""),
    ],
    errors: [],
    summary: "",
    flags: [],
  },
  receipt: { ...receipt, grader: "model", model: "gpt-x", qualification: "qualified" },
};

export const checked: CheckedAttempt = {
  ...base,
  kind: "checked",
  check: {
    criteria: [
      { criterion: "networks", found: true, quotes: quotesOf("GANs train two networks.") },
      { criterion: "signal", found: true, quotes: quotesOf("The generator reads labels.") },
      { criterion: "collapse", found: false, quotes: [] },
    ],
    observations: [
      { id: "list-of-terms" },
      { id: "common-misconception", criterion: "signal", misconception: "GANs need [labels](command:x)" },
    ],
  },
  receipt: { ...receipt, grader: "check" },
};

export function amendment(n: number, amends: Amends): Amendment {
  return { version: 1, id: `2026010203050${n}000Z-abcd1234`, key: base.key, at: base.at, attempt: base.id, amends };
}

export function content(body: string): string {
  const comment = `<!-- roadmap-tutor:question feedback-test/q ${promptHash(question)} -->`;
  return `# GAN training\n${comment}\n\nHow?\n\n<!-- roadmap-tutor:answer · Write. -->\n${body}`;
}

/** A Feedback of its own over Markdown files of its own; registers what sets it up and takes it down. */
export class Scene {
  private made: Feedback | undefined;
  private folder = "";
  private files = 0;

  constructor() {
    before(async () => {
      this.folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-feedback-"));
      const extension = vscode.extensions.getExtension("roadmap-tutor.roadmap-tutor");
      assert.ok(extension);
      this.made = new Feedback(extension.extensionUri, {
        find: (key) => Promise.resolve(key.question === "q" ? placed : undefined),
        parse: (document) => parseAnswerDocument(document.getText()),
        onDidChange: new vscode.EventEmitter<void>().event,
      });
    });
    after(async () => {
      this.feedback.dispose();
      await rm(this.folder, { recursive: true, force: true });
    });
    afterEach(async () => {
      for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    });
  }

  get feedback(): Feedback {
    assert.ok(this.made);
    return this.made;
  }

  /** A Markdown file of its own each time: VS Code gives the names of untitled documents away again at once. */
  async openText(text: string): Promise<vscode.TextDocument> {
    this.files += 1;
    const path = join(this.folder, `answer${this.files}.md`);
    await writeFile(path, text);
    return vscode.workspace.openTextDocument(path);
  }

  async openAnswer(body = answer): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await this.openText(content(body)));
  }

  /** Shows the attempt and waits until its question was looked up and everybody was told. */
  async show(
    document: vscode.TextDocument,
    attempt: GradedAttempt | CheckedAttempt,
    ...amendments: readonly Amendment[]
  ): Promise<void> {
    const told = new Promise<void>((resolve) => {
      const watch = this.feedback.onDidChange(() => {
        watch.dispose();
        resolve();
      });
    });
    this.feedback.show(document, attempt, { replayed: false, amendments });
    await told;
  }

  /** Highlights as `look words`. */
  highlights(document: vscode.TextDocument): string[] {
    const { highlights } = this.feedback.layout(document);
    return highlights.map((h) => `${h.look} ${document.getText().slice(h.start, h.end)}`);
  }

  verdictLines(document: vscode.TextDocument): string[] {
    return this.feedback.layout(document).verdictLines.map((v) => v.text);
  }
}

export function positionOf(document: vscode.TextDocument, words: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(words));
}

export function allLenses(document: vscode.TextDocument): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 20);
}

/** Titles of the rows. The extension's own provider serves the document too; it knows nothing of what is shown here. */
export async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const all = await allLenses(document);
  return all.map((lens) => (lens.command?.title ?? "").replace(/\u00a0/g, " "));
}

export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const { uri } = document;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : "")).join("\n");
}
