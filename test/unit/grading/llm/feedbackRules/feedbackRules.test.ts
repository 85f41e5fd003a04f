// The feedback rules: each remark says something, gives nothing away, and holds no marks.
import { describe, expect, it } from "vitest";
import {
  feedbackRules as rulesIn,
  longestRemark,
  type FeedbackRules,
  type RuleContext,
} from "../../../../../src/grading/llm/feedbackRules/feedbackRules";
import {
  isEmptyPraise as isEmptyPraiseIn,
  plainText,
  withoutMarks as withoutMarksIn,
} from "../../../../../src/grading/llm/feedbackRules/feedbackSentences";
import { english } from "../../../../../src/grading/language/english";
import { fullAnswer, sampleQuestion as question } from "../../../../support/sampleQuestion";

const { isNit } = english.feedback;
const feedbackRules = (context: Omit<RuleContext, "language">): FeedbackRules =>
  rulesIn({ ...context, language: english });
const isEmptyPraise = (sentence: string): boolean => isEmptyPraiseIn(sentence, english);
const withoutMarks = (sentence: string, answer: string): string => withoutMarksIn(sentence, answer, english);

const [few, why] = question.criteria;
if (!few || !why) throw new Error("the sample has criteria");
const rules = feedbackRules({ question, answer: fullAnswer, mayReveal: false });
const quote = { start: 0, end: 16, text: "In mode collapse" };

describe("praise", () => {
  it.each([
    "Great answer!",
    "Well done!",
    "Excellent work, keep it up.",
    "Good job 👍",
    "Perfect!",
    "This is a very good and thorough answer.",
    "You have demonstrated a solid understanding of the topic.",
    "Correct.",
  ])("%s is empty", (sentence) => {
    expect(isEmptyPraise(sentence)).toBe(true);
  });

  it.each([
    "Good point about the discriminator.",
    "You correctly explain why gradients vanish.",
    "The answer misses the loss.",
    "Nice example with faces.",
  ])("%s says something", (sentence) => {
    expect(isEmptyPraise(sentence)).toBe(false);
  });

  it("is replaced by what was found", () => {
    expect(rules.remark(few, "met", "Great answer! Well done!", [quote])).toBe(
      "Covers what mode collapse looks like: “In mode collapse”.",
    );
    expect(rules.remark(few, "missed", "Good try!", [])).toBe(
      "Does not say anything about what mode collapse looks like yet.",
    );
    expect(
      rules.summary(
        "Great answer!",
        [
          { criterion: few, verdict: "met" },
          { criterion: why, verdict: "missed" },
        ],
        false,
      ),
    ).toBe("Covered: what mode collapse looks like. To work on: why it happens.");
  });

  it("goes, and the rest stays", () => {
    expect(rules.remark(few, "met", "Well done! The generator repeats a few samples, as you say.", [quote])).toBe(
      "The generator repeats a few samples, as you say.",
    );
  });
});

describe("marks that a model names", () => {
  it.each([
    ["The loss is explained (4/5).", "The loss is explained."],
    ["4/5: the loss is explained.", "the loss is explained."],
    ["The loss is explained, 3 out of 4 marks.", "The loss is explained."],
    ["The generator part is fine, 2 of 3 points.", "The generator part is fine."],
    ["Score: 4", ""],
    ["You earn full marks for the loss.", ""],
    ["I award 2 marks here.", ""],
    ["This loses one mark.", ""],
    ["3.5/4", ""],
  ])("%s → %s", (sentence, left) => {
    expect(withoutMarks(sentence, "")).toBe(left);
  });

  it.each([
    "The critic is trained 5 times per step.",
    "About 95 % of the data is ignored.",
    "GPT-4 and word2vec differ.",
    "Use TCP/IP and I/O.",
    "Released in 2014 with two networks.",
    "It names one of two networks.",
  ])("%s is no mark", (sentence) => {
    expect(withoutMarks(sentence, "")).toBe(sentence);
  });

  it("stay where the answer itself says so", () => {
    expect(withoutMarks("You say 1/2 of the data is dropped.", "because 1/2 of the data")).toBe(
      "You say 1/2 of the data is dropped.",
    );
    expect(withoutMarks("The answer says 1/2 of the data is dropped.", "")).not.toContain("1/2");
  });
});

describe("a remark", () => {
  it("names the criterion where the words name nothing", () => {
    expect(rules.remark(why, "missed", "Nothing was found for this item.", [])).toBe(
      "Why it happens: Nothing was found for this item.",
    );
    expect(rules.remark(few, "met", "The generator repeats itself.", [])).toBe("The generator repeats itself.");
  });

  it("is one line of plain text, cut at a word", () => {
    expect(plainText("**Bold** and `code`,\n- [link](javascript:alert(1)) <img src=x onerror=y> \u202e\u0007end")).toBe(
      "Bold and code, - link) end".replace(" -", ""),
    );
    const long = rules.remark(few, "partly", `The generator ${"repeats itself again and again ".repeat(20)}`, []);
    expect(long.length).toBeLessThanOrEqual(longestRemark);
    expect(long).toMatch(/ (?:repeats|itself|again|and)…$/);
    expect(rules.remark(few, "partly", `generator ${"😀".repeat(200)}`, []).length).toBeLessThanOrEqual(longestRemark);
  });

  it("has no nit once the criterion is met", () => {
    expect(isNit("You could also mention the critic.")).toBe(true);
    expect(
      rules.remark(few, "met", "The generator repeats samples. However, you could add more detail.", [quote]),
    ).toBe("The generator repeats samples.");
    expect(
      rules.remark(few, "partly", "The generator repeats samples. However, you could say what is lost.", [quote]),
    ).toContain("However");
  });
});

describe("the reference", () => {
  const secret = "because fooling the present discriminator is all that it is paid for";

  it("does not leak before the learner may see it", () => {
    expect(rules.remark(why, "missed", `It happens ${secret}.`, [])).toBe(
      "Does not say anything about why it happens yet.",
    );
    expect(rules.remark(why, "missed", `It happens ${secret.toUpperCase().replace(/ /g, "\u00a0")}.`, [])).not.toMatch(
      /present/i,
    );
    expect(rules.summary(`Say that it happens ${secret}.`, [{ criterion: why, verdict: "missed" }], false)).toBe(
      "To work on: why it happens.",
    );
    expect(rules.error(`Wrong, ${secret}.`, false)).toBeUndefined();
    expect(
      rules.remark(
        few,
        "missed",
        "Say that the generator produces only a few kinds of output and ignores the rest.",
        [],
      ),
    ).not.toContain("only a few kinds");
  });

  it("may be told afterwards", () => {
    const open = feedbackRules({ question, answer: fullAnswer, mayReveal: true });
    expect(open.remark(why, "missed", `It happens ${secret}.`, [])).toContain(secret);
  });

  it("is no secret where the learner wrote it, and seven words are few", () => {
    expect(
      rules.remark(why, "met", "You say it is rewarded for any sample that fools the current discriminator.", []),
    ).toContain("rewarded for any sample that fools the current discriminator");
    expect(rules.remark(why, "missed", "Think of fooling the present discriminator is all that.", [])).toContain(
      "present discriminator",
    );
  });
});

describe("the reference", () => {
  const secret = "The generator is rewarded for any sample that fools the current discriminator";
  it.each([
    ["plainly", `${secret}.`],
    ["with a stop after each word", `${secret.split(" ").join(". ")}.`],
    ["with entities between the words", secret.split(" ").join("&nbsp;&#8203;")],
    ["in emphasis", `**${secret.split(" ").join("** **")}**`],
    ["with invisible characters", secret.split(" ").join(" \u200b")],
  ])("is not given away %s", (_, words) => {
    const remark = feedbackRules({ question, answer: "It repeats.", mayReveal: false }).remark(
      why,
      "missed",
      words,
      [],
    );
    expect(remark).not.toMatch(/rewarded|fools/);
  });
});
