// Feedback in the text inside a real extension host: drawn, stepped through edits, marked, hovered, gone through,
// cleared.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { promptHash } from "../../src/core/text/hash";
import {
  allLenses,
  amendment,
  answer,
  base,
  checked,
  content,
  graded,
  hoverAt,
  lenses,
  positionOf,
  question,
  Scene,
  verdict,
} from "./support/feedbackScene";

/** Any sign or word of a verdict. */
const judging = /[✓✗✔✘◐○]|covered|correct|wrong|missed|good/i;

describe("feedback of a model", () => {
  const scene = new Scene();

  it("draws what the grade says and steps it through edits and undo", async () => {
    const { document } = await scene.openAnswer();
    await scene.show(document, graded);
    assert.deepEqual(scene.highlights(document), ["met two networks", "contradicted reads labels"]);
    assert.deepEqual(scene.verdictLines(document), [
      "↳ ✓ the idea of networks",
      "↳ ✗ the idea of signal",
      "↳ ○ the idea of collapse",
    ]);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, "networks"), "neural ");
    edit.insert(document.uri, positionOf(document, "# GAN"), "\n");
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(scene.highlights(document), ["stale two neural networks", "contradicted reads labels"]);
    assert.equal(scene.feedback.layout(document).verdictLines.at(-1)?.look, "stale");
    assert.ok((await lenses(document)).includes("$(history) 1 / 3 · gpt-x · of an earlier text"));

    await vscode.commands.executeCommand("undo");
    assert.deepEqual(scene.highlights(document), ["met two networks", "contradicted reads labels"]);
    assert.ok((await lenses(document)).includes("$(star-full) 1 / 3 · gpt-x"));
  });

  it("shows verdicts as they arrive, and brings the grade back when the run ends without one", async () => {
    const editor = await scene.openAnswer();
    const { document } = editor;
    scene.feedback.show(document, graded, { replayed: true });
    scene.feedback.begin(document, question, answer);
    assert.equal(scene.highlights(document).length, 2, "the old feedback stays until the first verdict");
    await editor.edit((edit) => {
      edit.insert(positionOf(document, "GANs"), "Well, ");
    });
    scene.feedback.verdict(document, verdict("networks", "partly", "two networks", ""));
    assert.deepEqual(scene.highlights(document), ["partly two networks"]);
    assert.deepEqual(scene.feedback.progressOf(document), { done: 1, of: 3 });
    assert.ok((await lenses(document)).includes("$(sync~spin) Grading 1 of 3…"));
    scene.feedback.end(document);
    assert.deepEqual(scene.highlights(document), ["met two networks", "contradicted reads labels"]);
  });

  it("anchors an earlier grade only where its words still stand", async () => {
    const { document } = await scene.openAnswer("First: GANs train two networks. The generator learns.\n");
    await scene.show(document, graded);
    assert.deepEqual(scene.highlights(document), ["met two networks"]);
    assert.ok((await lenses(document)).includes("$(history) 1 / 3 · gpt-x · of an earlier text"));
  });

  it("is of this text where only the line ends differ", async () => {
    const { document } = await scene.openAnswer();
    await scene.show(document, { ...graded, answer: answer.trimEnd() });
    assert.ok((await lenses(document)).includes("$(star-full) 1 / 3 · gpt-x"));
  });
});

describe("feedback of a model, beside the text", () => {
  const scene = new Scene();

  it("tells the whole remark in a hover whose only live links are ours", async () => {
    const { document } = await scene.openAnswer();
    await scene.show(document, graded);
    const text = await hoverAt(document, positionOf(document, "labels"));
    assert.match(text, /\*\*Not correct · the idea of signal\*\*/);
    assert.match(text, /0 of 1 mark/);
    assert.doesNotMatch(text, /\[no\]\(command/);
    for (const command of ["markYes", "markPartly", "markNo", "disputeRemark", "dismissRemark"]) {
      const argument = encodeURIComponent(JSON.stringify([document.uri, "signal"]));
      assert.ok(text.includes(`command:tutor.${command}?${argument}`), `${command} is not in\n${text}`);
    }
    assert.match(text, /command:tutor\.showFeedback\?/);
  });

  it("keeps why an answer was not graded beside it until the next grading", async () => {
    const { document } = await scene.openAnswer();
    scene.feedback.notGraded(document, { kind: "not-graded", reason: "no-key", message: "the model asks for a key." });
    const row = await lenses(document);
    assert.ok(row.includes("$(warning) Not graded: asks for a key"), row.join(" | "));
    assert.ok(row.includes("Retry"), row.join(" | "));
    assert.equal(scene.feedback.notGradedOf(document)?.reason, "no-key");
    scene.feedback.begin(document, question, answer);
    scene.feedback.end(document);
    assert.equal(scene.feedback.notGradedOf(document), undefined);
    assert.ok((await lenses(document)).includes("$(pass) Grade my answer"));
  });
});

describe("feedback of a check", () => {
  const scene = new Scene();

  it("says what is spoken of and judges nothing", async () => {
    const { document } = await scene.openAnswer();
    await scene.show(document, checked);
    assert.deepEqual(scene.highlights(document), [
      "found GANs train two networks.",
      "found The generator reads labels.",
    ]);
    assert.deepEqual(scene.verdictLines(document), [
      "↳ speaks of: the idea of networks",
      "↳ speaks of: the idea of signal",
      "↳ not found: the idea of collapse",
    ]);
    const row = await lenses(document);
    for (const said of ["$(search) 2 of 3 ideas spoken of · not judged", "reads like a list of terms"])
      assert.ok(row.includes(said), `${said} is not in ${row.join(" | ")}`);
    const all = await allLenses(document);
    const lineOf = (title: string): number | undefined =>
      all.find(({ command }) => command?.title.replaceAll("\u00a0", " ") === title)?.range.start.line;
    const [told, action] = [lineOf("reads like a list of terms"), lineOf("$(checklist) Mark it yourself")];
    assert.ok(told !== undefined && action !== undefined);
    assert.ok(told < action, "what is told has a row of its own above the actions");
    assert.doesNotMatch([...scene.verdictLines(document), ...row].join("\n"), judging);
    const hover = await hoverAt(document, positionOf(document, "labels"));
    assert.match(hover, /Did you mean/);
    assert.doesNotMatch(hover, /\[labels\]\(command/);
    assert.doesNotMatch(hover, judging);
    assert.doesNotMatch(hover, /disputeRemark/);
  });

  it("becomes marks by what the learner says, and follows when that is taken back", async () => {
    const { document } = await scene.openAnswer();
    await scene.show(document, checked);
    const marks = (["networks", "signal", "collapse"] as const).map((criterion, n) =>
      amendment(n, { kind: "mark", criterion, verdict: n === 0 ? "met" : n === 1 ? "partly" : "missed" }),
    );
    scene.feedback.amend(base.key, marks.slice(0, 1));
    assert.ok((await lenses(document)).includes("$(star-full) 1 so far · 1 of 3 marked by you"));
    scene.feedback.amend(base.key, marks);
    assert.deepEqual(scene.highlights(document), [
      "own-met GANs train two networks.",
      "own-partly The generator reads labels.",
    ]);
    const row = await lenses(document);
    assert.ok(row.includes("$(star-full) 1½ / 3 · marked by you"), row.join(" | "));
    assert.ok(!row.includes("$(checklist) Mark it yourself"));
    assert.equal(scene.feedback.standingOf(document)?.tally?.own, 1.5);
    scene.feedback.amend(base.key, []);
    assert.deepEqual(scene.highlights(document), [
      "found GANs train two networks.",
      "found The generator reads labels.",
    ]);
  });

  it("draws nothing of a remark that was dismissed", async () => {
    const { document } = await scene.openAnswer();
    await scene.show(document, checked, amendment(0, { kind: "dismiss", criterion: "networks" }));
    assert.deepEqual(scene.highlights(document), ["found The generator reads labels."]);
    assert.equal(scene.feedback.remarksOf(document)[0]?.dismissed, true);
  });
});

describe("going through feedback", () => {
  const scene = new Scene();

  it("goes through the remarks and round, and selects nothing", async () => {
    const editor = await scene.openAnswer();
    const { document } = editor;
    await scene.show(document, graded);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const stops: string[] = [];
    const step = async (direction: 1 | -1): Promise<void> => {
      await scene.feedback.goToRemark(direction);
      assert.ok(editor.selection.isEmpty);
      const rest = document.getText().slice(document.offsetAt(editor.selection.active));
      stops.push(rest.split(/[.\n]/)[0] ?? "");
    };
    for (const direction of [1, 1, 1, 1, -1] as const) await step(direction);
    assert.deepEqual(stops, ["two networks", "reads labels", "", "two networks", ""]);
  });

  it("keeps a hint above the answer until it is hidden", async () => {
    const { document } = await scene.openAnswer();
    scene.feedback.hint(document, { number: 1, of: 2, text: "Think of the batch." });
    const all = await allLenses(document);
    const hint = all.find((lens) => lens.command?.title.includes("Hint 1 of 2: Think of the batch."));
    const grade = all.find((lens) => lens.command?.title === "$(pass)\u00a0Grade my answer");
    assert.ok(hint && grade);
    assert.ok(grade.range.start.line < hint.range.start.line, "the hint stands below the row");
    assert.ok((await lenses(document)).includes("Hide"));
    scene.feedback.hint(document, undefined);
    assert.ok(!(await lenses(document)).some((title) => title.includes("Hint 1")));
  });

  it("clears, and says what to do when there is nothing", async () => {
    const { document } = await scene.openAnswer();
    await scene.show(document, graded);
    scene.feedback.clear(document);
    assert.deepEqual(scene.feedback.layout(document), { highlights: [], gutter: [], verdictLines: [] });
    assert.equal(scene.feedback.hasFeedback(document), false);
    assert.ok((await lenses(document)).includes("$(pass) Grade my answer"));
  });

  it("says when the question changed or vanished, and when the answer line is gone", async () => {
    const text = content(answer);
    const row = async (changed: string): Promise<string> => {
      const document = await scene.openText(changed);
      return (await lenses(document)).join(" | ");
    };
    assert.match(await row(text.replace(promptHash(question), "0123456789ab")), /Question changed: update it here/);
    assert.match(await row(text.replace("feedback-test/q", "feedback-test/gone")), /no longer in its roadmap/);
    assert.match(await row(text.replace(/<!-- roadmap-tutor:answer.*-->/, "")), /restore it/);
    assert.equal(await row("# Notes\n"), "");
  });
});
