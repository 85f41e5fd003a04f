// Finds instructions to a grader inside an answer: sentence by sentence in plain sight, and in the hidden places as a whole.
// The answer is data: what is found is left out of the matching, never obeyed.
import type { TextRange } from "../../core/textRange";
import { normalise, toOriginal } from "../../core/text/normalise";
import { sentences } from "../../core/text/sentences";
import { withLineBreaksAt } from "./answerText";
import { isForeignOrder, orders } from "./instructionOrders";
import { dialogues, hiddenPlaces } from "./instructionPlaces";
import type { Place } from "./instructionPlaces";

/** Words that only talk of grading makes sense of; once an order was found, sentences with one of these are part of it. */
const aboutGrading = new RegExp(
  `^\\W*(?:new |system |grading )?(?:instructions?|system|message|prompt|notes?|override|output)\\W*$|\\b(?:grader|examiner|marker|rubric|criterion|criteria|full marks|full credit|verdicts?|this (?:answer|submission|response)|my (?:answer|grade|marks?|score)|the (?:student|learner)'?s?|these instructions|official result|awarded|above is covered|covered above|do not change|final and binding)\\b`,
  "u",
);

/** A sentence that reports such a text rather than says it: about attacks and examples, or about those who judge models. */
const reported =
  /\b(?:attack(?:er|ers|s)?|inject(?:s|ed|ion|ions|ing)?|malicious|adversar\w*|jailbreak\w*|guardrails?|such as|e\.? ?g\.?|for (?:example|instance)|untrusted|hackers?|exfiltrat\w*|(?:llm|model|ai)s?[- ]as[- ](?:a |an )?(?:judge|grader|evaluator)s?|judge (?:models?|llms?|prompts?)|(?:the|a|another|second|stronger|strong) (?:judge|llm|language model|reward model)|reward models?|rlhf|annotators?|raters?|labell?ers?|human (?:graders?|raters?|evaluators?|judges?|reviewers?)|preferences?)\b/u;

/** Somebody is told, tricked or asked by somebody else: an account of an order, not an order. */
const accountOf =
  /\b(?:tells?|told|telling|asks?|asked|asking|instructs?|instructed|tricks?|tricking|makes?|making|convinces?|persuades?|gets?|getting|orders?|commands?|causes?|causing|prompts?|prompted|lead(?:s|ing)?|forces?) (?:the|a|an|another|any|your|this|that|its?|them)(?: \w+){0,3}? (?:to|into|that|ignore|forget|disregard|give|award)\b/u;

/** Who speaks of this very answer or says please speaks to the grader, whatever else the sentence is about. */
const addressed =
  /\b(?:this|my) (?:answer|submission|response|essay|work)\b|\bfull (?:marks?|credit)\b|\bgraders?\b|\brubric\b|\bplease\b|^\W*(?:ignore|disregard|forget|award)\b/u;

/** Words with which a text is announced that is then shown: "an injected document might say:", "the judge's prompt:". */
const announcing =
  /\b(?:attack\w*|inject\w*|malicious|jailbreak\w*|adversar\w*|judges?|evaluators?|prompts?|templates?|examples?|instance|e\.g|such as|returns?|output format|schema|like this|looks? like)\b[^\n]*[:,]?\s*$/iu;

/** A demand that no shown text of an honest answer makes of its own grader. */
const demanding =
  /\b(?:full|maximum|max|perfect) (?:marks?|credits?|points?|scores?)\b|\b(?:all|every|each) (?:of the )?criteri\w* (?:is|are|as|has|have|:) ?\w*\b|\b(?:ignore|disregard|override|skip)\w*[_ ](?:the )?(?:rubric|criteri|grading|marking)|\b(?:this|my) (?:answer|submission|response)\b|\b(?:marks?|verdicts?)\b["']?\s*[:=]\s*["']?(?:met|\d)/iu;

/**
 * The ranges of an answer that speak to its grader instead of answering: sorted, not overlapping, possibly empty.
 * Hidden places (comments, role tags, fences, dialogues, tables, data with a verdict) count as a whole once anything in them reads so.
 */
export function findInstructions(answer: string): TextRange[] {
  const hidden = hiddenPlaces(answer).filter((place) => reads(answer, place));
  const visible = withLineBreaksAt(answer, hidden);
  const parts = sentences(visible);
  const found = parts.flatMap((part) => {
    const order = orderIn(visible.slice(part.start, part.end));
    return order === undefined || isShown(visible, part) ? [] : [{ start: part.start + order, end: part.end }];
  });
  found.push(...dialogues(visible).filter((d) => found.some((f) => f.start < d.end && d.start < f.end)));
  if (hidden.length + found.length > 0) {
    for (const part of parts) {
      if (found.some((f) => f.start < part.end && part.start < f.end)) continue;
      const text = normalise(visible.slice(part.start, part.end)).text;
      if (aboutGrading.test(text) && !isReported(text)) found.push(part);
    }
  }
  return merge([...hidden, ...found]);
}

/** Whether a hidden place reads as an order or a made-up verdict. */
function reads(answer: string, { start, end, inner, verdict }: Place): boolean {
  if (
    !demanding.test(inner) &&
    announcing.test(
      answer
        .slice(Math.max(0, start - 200), start)
        .split(/\n\s*\n(?=[^]*\S)/)
        .at(-1) ?? "",
    )
  )
    return false;
  return (
    verdict ||
    sentences(inner).some((s) => {
      const said = inner.slice(s.start, s.end);
      if (orderIn(said) !== undefined) return true;
      return answer.startsWith("<", start) && end > start && aboutGrading.test(normalise(said).text);
    })
  );
}

/** Whether a sentence stands right under a line that announces a text and is not addressed to the grader of this answer. */
function isShown(text: string, part: TextRange): boolean {
  const line =
    text
      .slice(Math.max(0, part.start - 300), part.start)
      .replace(/[\s>*#•"'“-]+$/, "")
      .split("\n")
      .at(-1) ?? "";
  return line.endsWith(":") && announcing.test(line) && !demanding.test(text.slice(part.start, part.end));
}

/** Where in a sentence an order begins (an offset into it), leaving what stands before a comma, dash or conjunction; undefined where there is none. */
function orderIn(sentence: string): number | undefined {
  const folded = normalise(sentence);
  if (isReported(folded.text)) return undefined;
  let first = Infinity;
  for (const order of orders) {
    const match = order.exec(folded.text);
    if (match && !isQuoted(folded.text, match.index, match.index + match[0].length))
      first = Math.min(first, match.index);
  }
  if (
    first === Infinity &&
    isForeignOrder(folded.text, sentence) &&
    !isQuoted(folded.text, folded.text.length / 2, folded.text.length / 2)
  )
    return 0;
  if (first === Infinity) return undefined;
  const before = folded.text.slice(0, first);
  if (
    (/:\W*$/.test(before) || folded.text.charAt(first) === ":") &&
    announcing.test(before) &&
    !demanding.test(folded.text)
  )
    return undefined;
  // Fewer than five words before it belong to the order ("Dear grader, …"), and so does talk of the grading.
  if ((before.match(/[\p{L}\p{N}]+/gu) ?? []).length < 5 || aboutGrading.test(before)) return 0;
  return toOriginal(folded, first, first + 1).start;
}

function isReported(text: string): boolean {
  const plain = text.replace(/"[^"]*"|(?<![\p{L}\p{N}])'[^']{8,}'/gu, " ");
  if (accountOf.test(plain) && !/\b(?:please|this answer|my answer|you)\b/u.test(plain)) return true;
  return reported.test(text) && !addressed.test(plain);
}

/** Whether a range stands inside quotation marks with words of the sentence around them. */
function isQuoted(text: string, start: number, end: number): boolean {
  for (const match of text.matchAll(/"[^"]+"|(?<![\p{L}\p{N}])'[^']+'(?![\p{L}\p{N}])/gu)) {
    const around = text.length - match[0].length;
    if (match.index <= start + 1 && end <= match.index + match[0].length + 1 && around >= 12) return true;
  }
  return false;
}

function merge(ranges: readonly TextRange[]): TextRange[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
