// One grading by the bundles that ship, in a process of its own: prints how it ended, the longest block of the event
// loop in milliseconds (as it passed, and as its thread worked in it), and by how much memory grew. As in the extension
// host, the check is made beforehand and its questions are known.
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , dist, baseUrl, questionsJson, answer] = process.argv;
const require = createRequire(import.meta.url);
const { modelGrader } = require(join(dist, "modelGrader.js"));
const { newChecker } = require(join(dist, "checker.js"));
const [question, ...others] = JSON.parse(questionsJson);
const checker = newChecker([question, ...others], "en");
let streaming = false;
const never = new AbortController().signal;
const grade = (url) =>
  modelGrader({ baseUrl: url, model: "m", timeout: 30_000 }, { checker }).grade(
    { question, answer },
    never,
    () => (streaming = true),
  );
// Where Node tells it, the work of this thread alone: others collect garbage and compile beside it.
const ownThread = /** @type {{ threadCpuUsage?: () => NodeJS.CpuUsage }} */ (process);
const worked = () => {
  const { user, system } = ownThread.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) / 1000;
};

const origin = new URL(baseUrl).origin;
// What is loaded and compiled at the first gradings is not what is measured here.
for (let left = Number(process.env["BENCH_WARM"] ?? 0); left > 0; left -= 1) await grade(`${origin}/honest/v1`);
globalThis.gc?.();
const before = process.memoryUsage().rss;
streaming = false;
const most = { block: 0, work: 0, streamed: 0, memory: 0 };
let at = performance.now();
let done = worked();
const every = 2;
const look = setInterval(() => {
  const [now, sofar] = [performance.now(), worked()];
  most.block = Math.max(most.block, now - at - every);
  most.work = Math.max(most.work, sofar - done);
  if (streaming) most.streamed = Math.max(most.streamed, sofar - done);
  most.memory = Math.max(most.memory, process.memoryUsage().rss - before);
  [at, done] = [now, sofar];
}, every);
const started = performance.now();
const outcome = await grade(baseUrl);
clearInterval(look);
const { kind, reason = "" } = outcome;
console.log(JSON.stringify({ kind, reason, ms: performance.now() - started, ...most }));
process.exit(0);
