// Scripted models that are tried on the sample answers: one that knows what is expected of each and says so, and three
// that answer by habit. They read the request as any model does; what they say is put together from it.
import type { Question, VerdictKind } from "../../src/core/roadmap/question";
import { closest, type HonestReply } from "./honestModel";

/** What a model reads in a request. */
export interface SeenRequest {
  /** Ids of the criteria asked about, decoys among them, in order. */
  readonly asked: readonly string[];
  /** The answer between its fences. */
  readonly answer: string;
  /** Its sentences. */
  readonly sentences: readonly string[];
  readonly user: string;
}

/** Reads the user message of a grading prompt. */
export function readRequest(user: string): SeenRequest {
  const answer = /<answer-([^>\s]+)>\n([\s\S]*?)\n<\/answer-\1>/.exec(user)?.[2] ?? "";
  const asked = /(?:this criterion|these \d+ criteria): ([^\n]*?)\.(?:\n|$)/.exec(user)?.[1]?.split(", ") ?? [];
  const sentences = answer.split(/(?<=[.!?。])\s*|\n+/).filter((s) => /\p{L}.*\p{L}/u.test(s));
  return { asked, answer, sentences, user };
}

/** A reply that says `verdictOf` of each criterion, with a real sentence as quote wherever it says yes. */
function replyOf(
  seen: SeenRequest,
  verdictOf: (id: string, index: number) => VerdictKind,
  quoteOf: (id: string, index: number) => string | undefined = () => seen.sentences[0],
): HonestReply {
  const criteria = seen.asked.map((id, index) => {
    const verdict = verdictOf(id, index);
    const quote = verdict === "missed" || verdict === "unclear" ? undefined : quoteOf(id, index);
    const reason = quote === undefined ? "The answer does not speak of it." : `The answer says: ${quote.slice(0, 60)}`;
    return { id, quotes: quote === undefined ? [] : [quote], reason, verdict };
  });
  return { criteria, errors: [], feedback: "", confidence: "high", answerContainsInstructions: false };
}

/** Says met to everything, each time with another real sentence of the answer where it has so many. */
export function saysMetToAll(user: string): HonestReply {
  const seen = readRequest(user);
  return replyOf(
    seen,
    () => "met",
    (_, i) => seen.sentences[i % Math.max(1, seen.sentences.length)],
  );
}

/** Says met to the first half of what it is asked. */
export function saysMetToFirstHalf(user: string): HonestReply {
  const seen = readRequest(user);
  return replyOf(seen, (_, i) => (i < seen.asked.length / 2 ? "met" : "missed"));
}

/** Says missed to everything. */
export function saysMissedToAll(user: string): HonestReply {
  return replyOf(readRequest(user), () => "missed");
}

/** Says of each sample answer what its author expects, and missed of all else that it is asked. */
export function oracleOf(questions: readonly Question[]): (user: string) => HonestReply {
  const byWords = new Map<string, Readonly<Record<string, VerdictKind>>>();
  for (const question of questions)
    for (const golden of question.goldens)
      for (const text of [golden.answer, golden.withoutInstructions ?? golden.answer])
        byWords.set(`${question.id} ${wordsOf(text)}`, golden.expect);
  return (user) => {
    const seen = readRequest(user);
    const question = questions.find(({ prompt }) => user.includes(prompt.trim()));
    const expect = question && (byWords.get(`${question.id} ${wordsOf(seen.answer)}`) ?? {});
    return replyOf(
      seen,
      (id) => (question?.criteria.some((c) => c.id === id) === true ? (expect?.[id] ?? "missed") : "missed"),
      (id) => {
        const criterion = question?.criteria.find((c) => c.id === id);
        const wordings = [
          criterion?.statement ?? "",
          ...(criterion?.accepted ?? []),
          ...(criterion?.misconceptions ?? []),
        ];
        return closest(seen.sentences, wordings).sentence ?? seen.sentences[0];
      },
    );
  };
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
