// The feedback rules, in code and not by hope: each remark names what earned or lost the marks, in plain text, and
// gives nothing away.
// Decides texts only; no verdict, mark or quote is changed here.
import { t } from "@vscode/l10n";
import type { Quote } from "../../../core/text/textRange";
import type { Criterion, Question, VerdictKind } from "../../../core/roadmap/question";
import type { Language } from "../../language/language";
import { tokenise } from "../../text/tokens";
import { leaks, leakGuard, type LeakGuard } from "./leaks";
import { isEmptyPraise, isNit, plainText, splitSentences, withoutMarks } from "./feedbackSentences";
import { shorten } from "../../../core/feedback/shorten";

/** Longest remark or summary, in UTF-16 units. */
export const longestRemark = 240;

/** What the rules need to know of one grading. */
export interface RuleContext {
  readonly question: Question;
  readonly language: Language;
  readonly answer: string;
  /** True once the learner has tried or asked for the reference. */
  readonly mayReveal: boolean;
}

/** Checks remarks of one grading. */
export interface FeedbackRules {
  /**
   * The remark on one criterion: the grader's own words where the rules let them pass, else words of ours. Never
   * empty.
   */
  remark(criterion: Criterion, verdict: VerdictKind, words: string, quotes: readonly Quote[]): string;
  /**
   * The remark on an error outside the rubric, or undefined where nothing of it may stand. `full`: the answer has all
   * marks.
   */
  error(words: string, full: boolean): string | undefined;
  /** The summary; says what was found and what not where the grader's own words do not pass. */
  summary(
    words: string,
    found: readonly { readonly criterion: Criterion; readonly verdict: VerdictKind }[],
    full: boolean,
  ): string;
}

/** The rules for one grading. */
export function feedbackRules(context: RuleContext): FeedbackRules {
  const { question, language, answer, mayReveal } = context;
  let guard: LeakGuard | undefined;
  const givesAway = (text: string): boolean =>
    !mayReveal && leaks((guard ??= leakGuard(question, answer, language)), text);
  const about = new Map(question.criteria.map((c) => [c.id, new Set(content(`${c.idea}. ${c.statement}`, language))]));
  /** Whether a text shares a content word with the criterion or with a quote. */
  const names = (text: string, criterion: Criterion, quotes: readonly Quote[]): boolean => {
    const known = about.get(criterion.id);
    const said = content(text, language);
    return (
      said.some((stem) => known?.has(stem)) ||
      quotes.some((q) => content(q.text, language).some((stem) => said.includes(stem)))
    );
  };
  const stands = (sentence: string, nits: boolean): boolean =>
    /\p{L}/u.test(sentence) &&
    !isEmptyPraise(sentence, language) &&
    !givesAway(sentence) &&
    (nits || !isNit(sentence, language));
  const clean = (words: string, nits: boolean): string => {
    const kept = splitSentences(plainText(words), language)
      .map((sentence) => withoutMarks(sentence, answer, language))
      .filter((sentence) => stands(sentence, nits))
      .join(" ");
    // A stop after each word makes sentences of one word; what they say together counts.
    return givesAway(kept) ? "" : kept;
  };
  return {
    remark(criterion, verdict, words, quotes) {
      const kept = clean(words, verdict !== "met");
      if (kept === "") return cut(standIn(criterion, verdict, quotes));
      return cut(names(kept, criterion, quotes) ? kept : `${capital(criterion.idea)}: ${kept}`);
    },
    error(words, full) {
      const kept = clean(words, !full);
      return kept === "" ? undefined : cut(kept);
    },
    summary(words, found, full) {
      const kept = clean(words, !full);
      if (kept !== "" && found.some(({ criterion }) => names(kept, criterion, []))) return cut(kept);
      return cut(account(found));
    },
  };
}

/** At most `longestRemark` UTF-16 units, cut at a word; `shorten` counts characters, of which some take two. */
function cut(text: string): string {
  let max = longestRemark;
  let short = shorten(text, max);
  while (short.length > longestRemark) short = shorten(text, (max -= short.length - longestRemark));
  return short;
}

/** A remark of ours that names the criterion's idea or the quote. */
function standIn(criterion: Criterion, verdict: VerdictKind, quotes: readonly Quote[]): string {
  const { idea } = criterion;
  const quote = quotes[0] && shorten(quotes[0].text.replace(/\s+/g, " "), 80);
  switch (verdict) {
    case "met":
      return quote === undefined ? t("Covers {0}.", idea) : t("Covers {0}: “{1}”.", idea, quote);
    case "partly":
      return t("Covers {0} in part; say it more fully.", idea);
    case "missed":
      return t("Does not say anything about {0} yet.", idea);
    case "contradicted":
      return quote === undefined
        ? t("Says the opposite about {0}.", idea)
        : t("“{1}” goes against {0}; think it through again.", idea, quote);
    case "unclear":
      return t("Could not be decided: {0}.", idea);
  }
}

/** What was found and what not, by the ideas of the criteria. */
function account(found: readonly { readonly criterion: Criterion; readonly verdict: VerdictKind }[]): string {
  const ideas = (kinds: readonly VerdictKind[]): string =>
    found
      .filter((f) => kinds.includes(f.verdict))
      .map((f) => f.criterion.idea)
      .join(", ");
  const covered = ideas(["met"]);
  const open = ideas(["partly", "missed", "contradicted"]);
  const parts: string[] = [];
  if (covered !== "") parts.push(t("Covered: {0}.", covered));
  if (open !== "") parts.push(t("To work on: {0}.", open));
  return parts.join(" ");
}

function content(text: string, language: Language): string[] {
  return tokenise(text, language)
    .filter((w) => !w.grammar)
    .map((w) => w.stem);
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("en") + text.slice(1);
}
