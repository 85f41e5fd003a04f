// What the product adds to a model: last byte of the first verdict → drawn, and a whole grading against the same
// stream read by fetch.
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../vscode/versions.mjs";
import { answerOf, builtInQuestions, openQuestion, writeAnswer } from "./answers.mjs";
import { median, row } from "./stopwatch.mjs";
import { openWindow } from "./window.mjs";

const rounds = 5;
/** Between two pieces of the stream, ms: about 25 pieces a second, a brisk local model. */
const pace = 40;

/** Grades over a scripted server on this machine that streams an honest reply in pieces. */
export async function measureModel({ tutor }) {
  console.log("\nModel grader, over a scripted server that streams");
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-model-"));
  const outfile = join(folder, "modelServer.mjs");
  const contents = 'export { startModelServer } from "./modelServer"; export { honestReply } from "./honestModel";';
  await build({
    stdin: { contents, resolveDir: join(root, "test", "support") },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
  });
  const { startModelServer, honestReply } = await import(pathToFileURL(outfile).href);
  let firstVerdictAt;
  const server = await startModelServer({
    script: (request) => {
      const text = JSON.stringify(honestReply(request.chat.messages.at(-1).content));
      const end = firstVerdictEnd(text);
      const pieces = [
        text.slice(0, end - 20),
        text.slice(end - 20, end),
        ...(text.slice(end).match(/[\s\S]{1,80}/g) ?? []),
      ];
      const steps = pieces.flatMap((piece) => [{ text: piece }, { wait: pace }]);
      // Read at the moment when the server writes the piece that ends the first verdict.
      steps[2] = {
        get text() {
          firstVerdictAt = performance.timeOrigin + performance.now();
          return pieces[1];
        },
      };
      return { kind: "stream", steps };
    },
  });
  const window = await openWindow(tutor, {
    machineSettings: { "tutor.model.baseUrl": server.url, "tutor.model.name": "honest-model" },
  });
  try {
    await window.load("Roadmap Tutor");
    await window.clickIcon("Roadmap Tutor");
    const questions = await builtInQuestions();
    const [shown, whole, raw, calls] = /** @type {number[][]} */ ([[], [], [], []]);
    for (let round = 0; round <= rounds; round++) {
      await openQuestion(window, questions[round]);
      await writeAnswer(window, answerOf(questions[round], 800));
      const { timed } = window;
      timed.reset();
      server.clear();
      await timed.page.keyboard.press("Control+Alt+Enter");
      const [pressed] = await timed.until(() =>
        timed.times("command").length > 0 ? timed.times("command") : undefined,
      );
      // Once, it is asked whether the model shall be tried first.
      if (round === 0)
        await timed.page.locator(".quick-input-list .monaco-list-row", { hasText: "Remarks without marks" }).click();
      await timed.until(async () =>
        /honest-model/.test(
          (await timed.page.locator(".monaco-editor .codelens-decoration").allTextContents()).join("|"),
        ),
      );
      await timed.page.waitForTimeout(300);
      const verdictAt = firstVerdictAt ?? Infinity;
      const first = timed.times("drawn").find((t) => t.at > verdictAt && !t.what.endsWith(":0"));
      // The marks in the status bar: before it shows them in the CodeLens, VS Code itself waits half a second.
      const last = timed.times("marks").at(-1);
      // A second look is a request of its own: the floor reads whatever the grading asked for.
      const bodies = server.requests.filter((r) => r.chat).map((r) => r.raw);
      const began = performance.now();
      for (const body of bodies)
        await (
          await fetch(`${server.url}/chat/completions`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body,
          })
        ).text();
      if (round === 0) continue;
      raw.push(performance.now() - began);
      calls.push(bodies.length);
      whole.push(last.at - pressed.at);
      shown.push(first.at - verdictAt);
    }
    row("last byte of the first verdict → drawn", "ms", median(shown), 0);
    row(
      "whole grading, against the raw stream read by fetch",
      "ms",
      median(whole),
      median(raw),
      `+ ${(median(whole) - median(raw)).toFixed(0)} ms; calls a grading: ${median(calls)}`,
    );
  } finally {
    await window.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Offset behind the brace that closes the first verdict of a reply. */
function firstVerdictEnd(text) {
  const verdict = text.indexOf('"verdict"');
  return text.indexOf("}", verdict) + 1;
}
