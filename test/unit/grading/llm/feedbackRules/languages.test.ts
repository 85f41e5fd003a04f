// The feedback rules in the languages that we ship beside English: remarks come in the language of the answer.
import { describe, expect, it } from "vitest";
import { feedbackRules } from "../../../../../src/grading/llm/feedbackRules/feedbackRules";
import { isEmptyPraise, isNit, withoutMarks } from "../../../../../src/grading/llm/feedbackRules/feedbackSentences";
import { english } from "../../../../../src/grading/language/english";
import { sampleQuestion as question } from "../../../../support/sampleQuestion";

const [few] = question.criteria;
if (!few) throw new Error("the sample has criteria");

describe("praise", () => {
  it.each([
    "Sehr gut gemacht!",
    "Das ist eine hervorragende Antwort.",
    "Klasse, weiter so!",
    "Richtig.",
    "Du hast ein sehr gutes Verständnis.",
    "做得很好！",
    "非常好，继续加油！",
    "你的回答很全面，也很清晰。",
    "完全正确。",
  ])("%s is empty", (sentence) => {
    expect(isEmptyPraise(sentence, english)).toBe(true);
  });

  it.each([
    "Richtig, der Generator wiederholt wenige Beispiele.",
    "Gut ist das Beispiel mit den Gesichtern.",
    "Die Antwort lässt die Verlustfunktion aus.",
    "你正确地说明了生成器只产生少数样本。",
    "回答没有提到判别器。",
  ])("%s says something", (sentence) => {
    expect(isEmptyPraise(sentence, english)).toBe(false);
  });
});

describe("marks that a model names", () => {
  it.each([
    ["Dafür bekommst du 1 von 1 Punkten.", ""],
    ["Volle Punktzahl!", ""],
    ["Der Verlust ist erklärt (2 von 3 Punkten).", "Der Verlust ist erklärt."],
    ["Der Verlust ist erklärt: 2/3 Punkte.", "Der Verlust ist erklärt."],
    ["满分！", ""],
    ["这里得2分。", ""],
    ["损失函数解释清楚了（2分）。", "损失函数解释清楚了。"],
    ["损失函数解释清楚了，2/3分。", "损失函数解释清楚了。"],
  ])("%s becomes %j", (sentence, kept) => {
    expect(withoutMarks(sentence, "", english)).toBe(kept);
  });

  it.each([
    "Zwei von drei Schichten werden eingefroren.",
    "Der wichtigste Punkt fehlt noch.",
    "训练需要三十分钟。",
    "三分之一的样本来自其他分布。",
    "这两部分需要分析。",
    "生成器重复少数样本，评分函数没有被提到。",
  ])("%s names none", (sentence) => {
    expect(withoutMarks(sentence, "", english)).toBe(sentence);
  });

  it("stay where the answer itself says them", () => {
    expect(withoutMarks("Die Skala reicht von 0 bis 5 Punkten.", "eine Skala bis 5 Punkten", english)).toBe(
      "Die Skala reicht von 0 bis 5 Punkten.",
    );
  });
});

describe("nits", () => {
  it.each([
    "Das könntest du genauer sagen.",
    "Außerdem fehlt ein Beispiel.",
    "还可以补充一个例子。",
    "建议写得更详细。",
  ])("%s is one", (sentence) => {
    expect(isNit(sentence, english)).toBe(true);
  });

  it.each(["Der Generator wiederholt wenige Beispiele.", "生成器只产生少数样本。"])("%s is none", (sentence) => {
    expect(isNit(sentence, english)).toBe(false);
  });

  it("do not stand beside full marks, in whatever language the answer is", () => {
    const answer = "Der Generator erzeugt immer wieder dieselben wenigen Bilder.";
    const quotes = [{ start: 0, end: answer.length, text: answer }];
    const rules = feedbackRules({ question, language: english, answer, mayReveal: true });
    const said = "Sehr gut! Der Generator wiederholt sich. Du könntest noch ein Beispiel nennen.";
    expect(rules.remark(few, "met", said, quotes)).toBe("Der Generator wiederholt sich.");
    expect(rules.remark(few, "met", "Sehr gut gemacht! Dafür bekommst du 1 von 1 Punkten.", quotes)).not.toMatch(
      /gut|Punkt/,
    );
  });
});

describe("the reference before the first attempt", () => {
  const reference = "生成器只学会少数几种输出，因为它只要骗过当前的判别器就会得到奖励，而样本是否多样并不重要。";
  const chinese = { ...question, prompt: "什么是模式崩溃？", reference };
  const rules = feedbackRules({ question: chinese, language: english, answer: "模型坏了。", mayReveal: false });

  it.each([
    "生成器只学会少数几种输出，因为它只要骗过当前的判别器就会得到奖励。",
    "生成器。只学会。少数几种。输出。因为它只要。骗过当前的。判别器。",
    "生成器&#21482;学会少数几种输出，因为它只要骗过当前的判别器。",
  ])("is not given away: %s", (words) => {
    expect(rules.remark(few, "missed", words, [])).not.toContain("判别器");
  });

  it("lets shared words pass", () => {
    expect(rules.remark(few, "missed", "没有说到生成器的输出有几种。", [])).toContain("没有说到生成器");
  });

  it("is caught with stops and entities between the words", () => {
    const plain = feedbackRules({ question, language: english, answer: "It breaks.", mayReveal: false });
    const secret = "fooling the present discriminator is all that it is paid for";
    for (const between of [" ", ". ", "&nbsp;", " &amp; ", "&#46; ", "\u200b ", " - "])
      expect(plain.remark(few, "missed", secret.split(" ").join(between), [])).not.toContain("paid");
  });
});
