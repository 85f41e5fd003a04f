// What trying a model will take, said before it begins: answers, calls, tokens, time and price. Asks nobody.
import { gradingPrompt } from "../llm/prompt";
import { costOf, type ModelPrice } from "../models/prices";
import { charactersPerToken, type ModelSpeed } from "../models/speed";
import type { TrialAnswer } from "./answers";

/** What a run is expected to take. */
export interface TrialEstimate {
  readonly answers: number;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Undefined where nothing is known of the model's speed. */
  readonly seconds?: number;
  /** Undefined where no price is known. */
  readonly cost?: { readonly amount: number; readonly currency: string };
}

/** What is known of a model beforehand. */
export interface KnownOfModel {
  /** From an earlier trial, second looks included, or from the test call. */
  readonly speed?: { readonly secondsPerAnswer: number } | ModelSpeed;
  readonly price?: ModelPrice;
}

/**
 * Tokens of a reply about one criterion, and about the answer as a whole; measured on replies to the built-in goldens.
 */
const replyTokens = { criterion: 65, whole: 60 };
/** Decoys a call, and their share of the prompt in tokens. */
const decoys = { count: 2, tokens: 60 };
/** Of the answers, the share that is looked at twice. */
const secondLooks = 0.25;

/** What a run over these answers takes; of an injection the answer without its orders is asked about, too. */
export function estimateTrial(answers: readonly TrialAnswer[], known: KnownOfModel = {}): TrialEstimate {
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
  const tokens = { tokensIn: Math.round(tokensIn * again), tokensOut: Math.round(tokensOut * again) };
  const calls = Math.ceil(asked.length * again);
  return { answers: answers.length, calls, ...tokens, ...timeAndPrice(tokens, asked.length, known) };
}

/** How long `asked` answers take and what they cost, as far as it is known. */
export function timeAndPrice(
  tokens: Pick<TrialEstimate, "tokensIn" | "tokensOut">,
  asked: number,
  { speed, price }: KnownOfModel,
): Pick<TrialEstimate, "seconds" | "cost"> {
  return {
    ...(speed && { seconds: Math.ceil(secondsOf(speed, asked, tokens)) }),
    ...(price && { cost: { amount: costOf(price, tokens.tokensIn, tokens.tokensOut), currency: price.currency } }),
  };
}

/** Seconds of `asked` answers. */
function secondsOf(
  speed: NonNullable<KnownOfModel["speed"]>,
  asked: number,
  { tokensIn, tokensOut }: Pick<TrialEstimate, "tokensIn" | "tokensOut">,
): number {
  if ("secondsPerAnswer" in speed) return asked * speed.secondsPerAnswer;
  return tokensIn * speed.secondsPerTokenIn + tokensOut * speed.secondsPerTokenOut;
}
