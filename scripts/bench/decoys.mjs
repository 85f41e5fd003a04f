// What decoys cost: the tokens of a call and the processor's time of a grading, against the same without them. Over all
// sample answers and a scripted model that answers at once, so that only our own work is measured. Needs no VS Code.
import { median } from "./stopwatch.mjs";
import { scriptedModels } from "./scripted.mjs";

/** Characters a token of English prose and JSON. */
const charactersPerToken = 4;

/** Prints two rows: tokens a call, and milliseconds of processor time a grading. */
export async function measureDecoys() {
  console.log("\nDecoys, over a scripted model that answers at once");
  const { newChecker, llmGrader, trialAnswers, oracleOf, scriptedClient, roadmap, questions } = await scriptedModels();
  const says = oracleOf(questions);
  const checker = newChecker(questions);
  const signal = new AbortController().signal;
  const measured = {};
  for (const withoutDecoys of [true, false, true, false]) {
    let replies = 0;
    const client = scriptedClient(({ user }) => {
      const reply = JSON.stringify(says(user));
      replies += reply.length;
      return reply;
    }, 10_000);
    const grader = llmGrader(client, { checker, roadmap, withoutDecoys });
    const times = [];
    let [first, asked] = [0, 0];
    for (const { question, answer } of trialAnswers(questions, "full")) {
      const before = process.cpuUsage();
      const outcome = await grader.grade({ question, answer }, signal);
      const { user, system } = process.cpuUsage(before);
      if (outcome.facts?.calls === 0) continue;
      times.push((user + system) / 1000);
      asked += outcome.facts.decoys.asked;
      first++;
    }
    const prompts = client.requests.reduce((sum, { system, user }) => sum + system.length + user.length, 0);
    const calls = client.requests.length;
    measured[withoutDecoys] = {
      calls,
      first,
      asked,
      tokensIn: prompts / calls / charactersPerToken,
      tokensOut: replies / calls / charactersPerToken,
      ms: median(times),
    };
  }
  const [without, withThem] = [measured.true, measured.false];
  const more = (what) => `${withThem[what].toFixed(0)} (+${(withThem[what] - without[what]).toFixed(0)})`;
  console.log(`  decoys a grading          ${(withThem.asked / withThem.first).toFixed(2)}`);
  console.log(`  tokens in, a call         ${more("tokensIn")}`);
  console.log(`  tokens out, a call        ${more("tokensOut")}`);
  console.log(
    `  calls, ${String(withThem.first)} gradings      ${String(withThem.calls)} (${String(without.calls)} without)`,
  );
  console.log(`  our own time, ms median   ${withThem.ms.toFixed(1)} (${without.ms.toFixed(1)} without)`);
}
