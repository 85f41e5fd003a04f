// The table of README: what scripted models come to in a trial, and real ones from the files that `qualify --json`
// wrote. `node scripts/modelTable.mjs [RESULT.json…]`
import { readFile } from "node:fs/promises";
import { scriptedModels } from "./bench/scripted.mjs";

const all = await scriptedModels();
const { newChecker, llmGrader, tryModel, oracleOf, scriptedClient, roadmap, questions } = all;
const scripted = [
  ["scripted: honest", oracleOf(questions)],
  ["scripted: met to everything", all.saysMetToAll],
  ["scripted: met to the first half", all.saysMetToFirstHalf],
  ["scripted: missed to everything", all.saysMissedToAll],
];
const rows = [];
for (const [name, says] of scripted) {
  const client = scriptedClient(({ user }) => JSON.stringify(says(user)), 10_000);
  const grader = llmGrader(client, { checker: newChecker(questions), roadmap });
  const signal = new AbortController().signal;
  const outcome = await tryModel({ grader, questions, run: "full", signal, now: () => new Date() });
  rows.push(row(name, outcome.qualification));
}
const plain = [];
for (const file of process.argv.slice(2)) {
  const result = JSON.parse(await readFile(file, "utf8"));
  rows.push(row(`${result.model} (${result.run})`, result));
  const { baseline } = result;
  if (baseline) plain.push(...["ours", "plain"].map((which) => marks(`${result.model}, ${which}`, baseline[which])));
}

console.log(
  "| model | answers | agreement | inflated | omitted | decoys met | result |\n|---|---|---|---|---|---|---|",
);
console.log(rows.join("\n"));
if (plain.length > 0) {
  console.log("\n| marks of whole answers | graded | agree | too high |\n|---|---|---|---|");
  console.log(plain.join("\n"));
}

function row(name, { answers, agreement, inflated, omitted, decoysMet, decoysAsked, result }) {
  const shares = [agreement, inflated, omitted].map(percent).join(" | ");
  return `| ${name} | ${answers} | ${shares} | ${decoysMet} of ${decoysAsked} | ${result} |`;
}

function marks(name, { graded, answers, agreement, inflated }) {
  return `| ${name} | ${graded} of ${answers} | ${percent(agreement)} | ${percent(inflated)} |`;
}

function percent(share) {
  return `${Math.round(100 * share)} %`;
}
