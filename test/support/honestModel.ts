// A scripted model that does what it is asked: reads the criteria and the fenced answer from the prompt and judges by
// shared words. Deterministic, for tests and demonstrations; it knows nothing of the product's own matching.
import type { Reply } from "../../src/grading/llm/replyReader";
import type { VerdictKind } from "../../src/core/roadmap/question";

/** The reply in the shape that the prompt asks for. */
export type HonestReply = Omit<Reply, "confidence"> & { readonly confidence: "low" | "medium" | "high" };

/** Judges what stands in a grading prompt's user message. */
export function honestReply(user: string): HonestReply {
  const answer = /<answer-([^>\s]+)>\n([\s\S]*?)\n<\/answer-\1>/.exec(user)?.[2] ?? "";
  const asked = /(?:this criterion|these \d+ criteria): ([^\n]*?)\.(?:\n|$)/.exec(user)?.[1]?.split(", ") ?? [];
  const sentences = answer.split(/(?<=[.!?])\s+|\n+/).filter((s) => /\p{L}/u.test(s));
  const criteria = asked.map((id) => {
    const block = new RegExp(`- id: ${id}\\n((?:  .*\\n?)*)`).exec(user)?.[1] ?? "";
    const says = [
      / {2}must say: (.*)/.exec(block)?.[1] ?? "",
      ...(/ {2}also fine: (.*)/.exec(block)?.[1]?.split(" | ") ?? []),
    ];
    const wrong = / {2}contradicted by: (.*)/.exec(block)?.[1]?.split(" | ") ?? [];
    const best = closest(sentences, says);
    const worst = closest(sentences, wrong);
    const verdict: VerdictKind =
      worst.share > 0.6 && worst.share > best.share
        ? "contradicted"
        : best.share >= 0.5
          ? "met"
          : best.share >= 0.45
            ? "partly"
            : "missed";
    const quote = verdict === "contradicted" ? worst.sentence : verdict === "missed" ? undefined : best.sentence;
    return {
      id,
      quotes: quote === undefined ? [] : [quote],
      reason:
        quote === undefined
          ? `Nothing in the answer speaks of ${id.replaceAll("-", " ")}.`
          : `The answer says so in its own words: ${quote.slice(0, 60)}`,
      verdict,
    };
  });
  return { criteria, errors: [], feedback: "", confidence: "medium", answerContainsInstructions: false };
}

/** The sentence that shares most words with one of the wordings, and their share of that wording. */
export function closest(
  sentences: readonly string[],
  wordings: readonly string[],
): { readonly sentence: string | undefined; readonly share: number } {
  let sentence: string | undefined;
  let share = 0;
  for (const candidate of sentences) {
    const here = new Set(words(candidate));
    for (const wording of wordings) {
      const wanted = words(wording);
      const shared = wanted.filter((w) => here.has(w)).length / Math.max(1, wanted.length);
      if (shared > share) [sentence, share] = [candidate, shared];
    }
  }
  return { sentence, share };
}

/** Words that bind sentences; who shares only these shares nothing. */
const binding = new Set(
  (
    "the and for with that this from into which what when where why how are was were has have had can may must will " +
    "its their they them than then not but also more most such each every all any some one two use used using make " +
    "makes made only very much many other another same while because whether between"
  ).split(" "),
);

function words(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return found.filter((word) => !binding.has(word)).map((word) => word.slice(0, 6));
}
