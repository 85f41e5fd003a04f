// What replies do to the extension host: memory and the longest block under each reply that never ends, and the longest
// block while an honest reply streams. Needs no VS Code but its Node: the shipped bundles run in it, the service
// elsewhere.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ensureVscode } from "../realVscode.mjs";
import { root } from "../vscode/versions.mjs";
import { answerOf, builtInQuestions } from "./answers.mjs";

const kinds = [
  "white space",
  "one object",
  "a line of a stream",
  "words",
  "thinking",
  "a refusal",
  "empty events",
  "comments",
  "an error",
  "100 MB in gzip",
];

/** Prints one row a kind. Floors: memory at most + 50 MB, no block over 50 ms, and over 16 ms while a reply streams. */
export async function measureReplies() {
  console.log("\nReplies without an end, and one that streams (block: as it passed / as its thread worked in it)");
  const server = spawn(process.execPath, [join(root, "scripts", "bench", "endlessServer.mjs")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [port] = await once(server.stdout, "data");
    const origin = `http://127.0.0.1:${String(port).trim()}`;
    const questions = await builtInQuestions();
    const answer = answerOf(questions[0], 2_000);
    const { node } = await ensureVscode();
    const gradedAt = (kind) => graded(node, `${origin}/${encodeURIComponent(kind)}/v1`, questions, answer);
    for (const kind of kinds) print(kind, await gradedAt(kind), "too-long-reply", 50);
    const honest = await gradedAt("honest");
    print("an honest stream", honest, "", 16);
    console.log(`  … after its first verdict: ${honest.streamed.toFixed(0)} ms worked at a stretch (floor 16)`);
  } finally {
    server.kill();
  }
}

/** One grading in a process of its own. */
async function graded(node, url, questions, answer) {
  const script = join(root, "scripts", "bench", "grading.mjs");
  const child = spawn(node, ["--expose-gc", script, join(root, "dist"), url, JSON.stringify(questions), answer], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, BENCH_WARM: "3" },
  });
  let out = "";
  child.stdout.on("data", (data) => (out += data));
  await once(child, "close");
  return JSON.parse(out);
}

function print(kind, { reason, ms, block, work, memory }, expected, most) {
  const wrong = reason === expected ? "" : `  ended in “${reason}”`;
  const over = work > most || memory > 50 << 20 ? "  over" : "";
  const figures = `block ${block.toFixed(0)} / ${work.toFixed(0)} ms (floor ${most}), + ${(memory / 1e6).toFixed(0)} MB`;
  console.log(`  ${kind.padEnd(20)} ${figures}, ${ms.toFixed(0)} ms in all${over}${wrong}`);
}
