// "Answer it blind": a model answers a question from its prompt alone, several times, as people who know the subject
// would; then the rubric is held against what it wrote, as `check --answers` does. No criterion, idea, hint, reference
// or title is in what is sent.
import type { Question } from "../../core/roadmap/question";
import { fairAsk, type BlindAnswer, type Produced } from "../check/fairAsk";
import type { Checker } from "../check/checker";
import { callText } from "../llm/callText";
import type { ModelClient, ModelRequest } from "../llm/modelClient";
import { notGraded, type NotGraded } from "../llm/notGraded";
import { objectOf, unquoted, withoutThinking } from "../llm/replyObjects";
import { charactersPerToken } from "../models/speed";
import { timeAndPrice, type KnownOfModel, type TrialEstimate } from "../qualification/estimate";

/** How often a question is answered: the finding is of fewer than 8 in 10. */
export const blindAnswers = 10;

/** Tokens of one answer as people give it in an exam. */
const answerTokens = 250;

export interface BlindRun {
  readonly client: ModelClient;
  readonly question: Question;
  /** Of all questions of its roadmap. */
  readonly checker: Checker;
  readonly signal: AbortSignal;
  /** After each answer: how many are done. */
  readonly onProgress?: (done: number, of: number) => void;
}

export type BlindOutcome =
  | { readonly kind: "done"; readonly answers: readonly BlindAnswer[]; readonly rows: readonly Produced[] }
  /** The service failed, or it was stopped: too few answers say nothing of a prompt. */
  | { readonly kind: "not-done"; readonly failure: NotGraded };

const system = `You answer questions in writing as a person who knows the subject well would: you were given the \
question and nothing else. Answer all that it asks and nothing that it does not ask, in the language of the question, \
in a few plain sentences. Reply with a JSON object {"answer": "<your answer>"}.`;

const schema = {
  name: "answer",
  schema: {
    type: "object",
    properties: { answer: { type: "string" } },
    required: ["answer"],
    additionalProperties: false,
  },
} as const;

/** The request for one of the answers; `n` from 1, so that no two requests are the same. */
export function blindRequest({ prompt }: Pick<Question, "prompt">, n: number): ModelRequest {
  const who = `You are person ${String(n)} of ${String(blindAnswers)}; each answers in words of their own.`;
  return { system, user: `${prompt.trim()}\n\n(${who})`, schema };
}

/** The answer in a reply: the object's, or all of a reply that is no object. */
export function answerIn(reply: string): string {
  const read = objectOf(reply);
  const answer = read !== undefined && "answer" in read ? read["answer"] : unquoted(withoutThinking(reply));
  return typeof answer === "string" ? answer.trim() : "";
}

/** What it takes, said before it begins. */
export function blindEstimate(question: Pick<Question, "prompt">, known: KnownOfModel = {}): TrialEstimate {
  const { system: told, user } = blindRequest(question, 1);
  const tokensIn = Math.round((blindAnswers * (told.length + user.length)) / charactersPerToken);
  const tokens = { tokensIn, tokensOut: blindAnswers * answerTokens };
  return { answers: blindAnswers, calls: blindAnswers, ...tokens, ...timeAndPrice(tokens, blindAnswers, known) };
}

/** Has a question answered, and the rubric held against the answers. Never rejects. */
export async function askBlind({ client, question, checker, signal, onProgress }: BlindRun): Promise<BlindOutcome> {
  const answers: BlindAnswer[] = [];
  while (answers.length < blindAnswers) {
    const request = blindRequest(question, answers.length + 1);
    const call = callText(await client.complete(request, signal), client.model, signal);
    if (call.kind === "not-done") return call;
    const answer = answerIn(call.text);
    if (answer === "") return { kind: "not-done", failure: notGraded("malformed", client.model) };
    answers.push({ question: question.id, answer });
    onProgress?.(answers.length, blindAnswers);
  }
  return { kind: "done", answers, rows: await fairAsk([question], answers, checker) };
}
