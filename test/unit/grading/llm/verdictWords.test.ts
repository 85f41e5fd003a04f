// Verdicts as models word them: case, punctuation, adverbs, other languages; and phrases that are no verdict.
import { describe, expect, it } from "vitest";
import { verdictKinds } from "../../../../src/core/roadmap/question";
import { verdictWord } from "../../../../src/grading/llm/verdictWords";

const said = {
  met: [
    "met",
    "Met.",
    "**MET**",
    "✅ met",
    "fully met",
    "Clearly satisfied",
    "ｍｅｔ",
    "verdict: met",
    "vollständig erfüllt",
  ]
    .concat(["Satisfait", "sí", "cumplido", "atendido", "soddisfatto", "voldaan", "spełnione", "uppfyllt"])
    .concat(["met (see the quote)", "完全满足"])
    .concat(["выполнено", "満たしている", "已满足", "충족", "karşılandı"]),
  partly: ["partially_met", "Partly met!", "partial", "not fully met", "mostly incomplete", "teilweise erfüllt"]
    .concat(["partiellement satisfait", "parcialmente cumplido", "nicht vollständig erfüllt"])
    .concat(["częściowo spełnione", "mostly met", "largely met", "weitgehend erfüllt", "only partly met"])
    .concat(["未完全满足", "基本满足"])
    .concat(["частично выполнено", "部分满足", "부분적으로 충족"]),
  missed: [
    "missed",
    "NOT MET",
    "not_met",
    "unmet",
    "not mentioned",
    "completely missed",
    "no",
    "nicht erfüllt",
    "fehlt",
  ]
    .concat(["non satisfait", "no cumple", "não atendido", "non soddisfatto", "nie spełnione"])
    .concat(["notMet", "isn’t met", "isn't satisfied", "没有满足"])
    .concat(["не выполнено", "未满足", "満たされていない", "미충족"]),
  contradicted: ["Contradicted", "incorrect", "widersprochen", "contredit", "falso", "矛盾", "противоречит"],
  unclear: ["unclear", "ambiguous", "unklar", "ambigu", "不明確"],
} as const;

describe("a verdict's word", () => {
  it.each(verdictKinds.flatMap((kind) => said[kind].map((word) => [word, kind] as const)))("%s is %s", (word, kind) => {
    expect(verdictWord(word)).toBe(kind);
  });

  it.each([
    "",
    "met or missed",
    "met|partly",
    "met/partly/missed",
    "erfüllt oder teilweise erfüllt",
    "mostly missed",
    "false",
    "met, but only the first half of it",
    "mentioned",
    "not contradicted",
    "perfect",
    "constructor",
    "5",
    "the answer has met every expectation that one could have of it",
    7,
    null,
    true,
    ["met"],
  ])("%j is none", (word) => {
    expect(verdictWord(word)).toBeUndefined();
  });
});
