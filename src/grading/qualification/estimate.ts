// What trying a model will take, said before it begins: answers, calls, tokens and time. Asks nobody.
import { gradingPrompt } from "../llm/prompt";
import type { TrialAnswer } from "./answers";

/** What a run is expected to take. */
export interface TrialEstimate {
  readonly answers: number;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Undefined where nothing is known of the model's speed. */
  readonly seconds?: number;
}

/** What is known of a model's speed, from the test call or from earlier gradings. */
export interface MeasuredSpeed {
  /** Of one call with a reply of usual length. */
  readonly secondsPerCall: number;
}

/** Characters a token of English prose and JSON. */
const charactersPerToken = 4;
/**
 * Tokens of a reply about one criterion, and about the answer as a whole; measured on replies to the built-in goldens.
 */
const replyTokens = { criterion: 65, whole: 60 };
/** Decoys a call, and their share of the prompt in tokens. */
const decoys = { count: 2, tokens: 60 };
/** Of the answers, the share that is looked at twice. */
const secondLooks = 0.25;

/** What a run over these answers takes; of an injection the answer without its orders is asked about, too. */
export function estimateTrial(answers: readonly TrialAnswer[], speed?: MeasuredSpeed): TrialEstimate {
  const asked = answers.flatMap(({ question, answer, clean }) =>
    [answer, ...(clean === undefined ? [] : [clean])].map((text) => ({ question, text })),
  );
  let [tokensIn, tokensOut] = [0, 0];
  for (const { question, text } of asked) {
    const { system, user } = gradingPrompt(question, question.criteria, text, "");
    tokensIn += (system.length + user.length) / charactersPerToken + decoys.tokens;
    tokensOut += (question.criteria.length + decoys.count) * replyTokens.criterion + replyTokens.whole;
  }
  const again = 1 + secondLooks;
  const calls = Math.ceil(asked.length * again);
  return {
    answers: answers.length,
    calls,
    tokensIn: Math.round(tokensIn * again),
    tokensOut: Math.round(tokensOut * again),
    ...(speed === undefined ? {} : { seconds: Math.ceil(calls * speed.secondsPerCall) }),
  };
}
