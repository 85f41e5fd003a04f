// Finds instructions to a grader inside an answer, in plain sight or in comments, tags and made-up JSON.
// The answer is data: what is found is left out of the matching, never obeyed.
import type { TextRange } from "../../core/evidence";
import { normalise, toOriginal } from "../../core/text/normalise";
import { sentences } from "../../core/text/sentences";
import { withoutRanges } from "./answerText";

const rules = "(?:instruction|prompt|rule|rubric|guideline|criteri|direction|directive|command|system message|reference answer|marking scheme|constraint|context|told)";
const marks = "(?:marks?|points?|credits?|scores?|grades?|ratings?)";
const top = "(?:full|maximum|maximal|max|perfect|all(?: the| of the)?|top|highest(?: possible)?|best(?: possible)?|100 ?%?|a\\+)";
const outOf = "(?:\\d+(?:\\.\\d+)? ?(?:/|out of) ?\\d+)";
const work = "(?:this|my|the (?:following|above|student'?s?|learner'?s?)|the) (?:answer|response|submission|solution|work|text|essay)";
const start = "(?:^|[,;:.!?(\\[{>*#\"'-] ?|\\b(?:please|now|just|and|then|kindly|instead|also|immediately|always|must|should|shall|so|therefore|you (?:will|have to|need to|are to)|to you|want you to|ask you to|like you to|task is to|job is to) )";

/** Sentences that speak to whoever grades. Each needs an order in an order's place or a claim about the marks, so that an answer about such texts passes. */
const orders: readonly RegExp[] = [
  `${start}(?:ignore|disregard|forget|override|overrule|bypass|do not (?:follow|apply|use)|don'?t (?:follow|apply|use)|stop following|set aside)\\b(?:\\W+\\w+){0,6}?\\W+${rules}`,
  `${start}(?:ignore|disregard|forget) (?:everything|anything|all|what|whatever)\\b`,
  `${start}(?:give|award|assign|grant|return|output|print|write|report|respond|reply|answer|record|enter|set|put|mark|score|grade|rate)\\b(?:\\W+\\w+){0,8}?\\W+(?:full|maximum|max|perfect|all(?: the)?) ${marks}`,
  `${start}(?:give|award|assign|grant|return|output|print|report|respond|reply|record|enter|set|mark|score|grade|rate)\\b(?:\\W+\\w+){0,8}?\\W+(?:${outOf}|100 ?%|a\\+|met\\b.{0,30}\\b(?:criteri|every|all|each))`,
  `${start}(?:give|award|assign|grant|mark|score|grade|rate)\\b(?: \\w+){0,2}? (?:me|${work}|it|this)\\b(?:\\W+\\w+){0,5}?\\W+(?:${top} ${marks}|${outOf}|as (?:fully |completely |entirely |totally )?(?:correct|right|complete|perfect|met|passed|excellent|true)|correct|generously|leniently|highly|favou?rably)`,
  `${start}(?:mark|treat|consider|count|accept|regard|label|flag|set|report|grade)\\b(?:\\W+\\w+){0,4}?\\W+(?:criteri\\w*|ideas?|items?|rubric|verdicts?|everything|points?)\\b(?:\\W+\\w+){0,4}?\\W+(?:met|satisfied|fulfilled|covered|correct|passed|true|full)\\b`,
  `${start}(?:mark|treat|consider|count|accept|regard|grade) (?:this|it|my answer|${work})\\b(?:\\W+\\w+){0,3}?\\W+(?:as )?(?:fully |completely |entirely )?(?:correct|right|complete|perfect|met|passed|covered)\\b`,
  `\\b${work} (?:is|was|has|has been|deserves|should|must|shall|ought|will|needs|receives|gets|earns|merits|scores?|meets|satisfies|fulfils?|covers)\\b(?:\\W+\\w+){0,8}?\\W+(?:(?:full|maximum|max|perfect|all|top|highest) (?:marks?|points?|credits?|scores?|grades?|criteri\\w*|requirements?)|${outOf}|(?:every|each|all(?: of)?(?: the)?) (?:criteri\\w*|points? (?:of|in) the rubric|requirements?)|verified|pre-?approved|already graded)`,
  `\\b(?:i|we|the (?:student|learner|candidate|author)) (?:deserves?|should (?:get|receive|be (?:given|awarded))|must (?:get|receive|be (?:given|awarded))|(?:is|am|are) entitled to|earned|has earned|have earned)\\b(?:\\W+\\w+){0,4}?\\W+(?:${top} ${marks}|${outOf}|${marks})`,
  `\\b(?:full|maximum|max|perfect|all(?: the)?) (?:marks?|points?|credits?|scores?) (?:(?:must|should|shall|are|is|will|have|has) (?:to )?(?:be|been)?|awarded|granted|given|please|for (?:this|my|all|every))`,
  `\\b${outOf} (?:must|should|shall|is|are|has|have|was|were)? ?(?:to )?(?:be )?(?:awarded|granted|given|final|confirmed)`,
  `\\b(?:the )?(?:rubric|grading|marking|mark scheme|criteria|verdicts?|score|grade|marks?) (?:should|must|shall|can|may|has to|have to|is|are) (?:to )?(?:be )?(?:disregarded|ignored|overridden|overruled|skipped|suspended|final|set to|not (?:be )?(?:applied|used))`,
  `\\b(?:all|every|each)(?: of the)?(?: (?:\\w+))? (?:criteri\\w*|requirements? of the rubric|rubric (?:items?|points?)) (?:is|are|has been|have been|was|were|should be|must be|be|:) ?(?:already |hereby |now |fully )?(?:considered |marked |counted |deemed )?(?:as )?(?:met|satisfied|fulfilled|covered|passed)`,
  `^(?:dear |hello |hi |hey |note (?:to|for) |attention,? |message (?:to|for) |important (?:note |message )?(?:to|for) |to |@)?(?:the )?(?:ai |llm |automatic |automated )?(?:grader|examiner|marker|evaluator|grading (?:system|model|assistant|ai|bot|software)|teacher|professor|assistant|chatgpt|gpt|language model|llm|ai|judge)s?\\s?(?:[:,!]|-\\s)(?=.*\\b(?:ignore|disregard|forget|give|award|mark|grade|score|please|full|must|should|note|rubric|criteri|you)\\b)`,
  `^\\W*(?:system|assistant|developer|admin(?:istrator)?|instructions?|new instructions?|system (?:prompt|message|note|override|update)|override|grader (?:note|instructions?)|note to (?:the )?(?:grader|examiner|marker|model|ai))\\W{0,3}[:>\\]].*\\b(?:ignore|disregard|forget|give|award|mark|grade|score|output|respond|full|must|you|rubric|criteri|official|approved|verified|final|met|correct|override|new|answer)\\b`,
  `${start}(?:you are (?:now|no longer)|from now on,? (?:you|act|ignore|respond|give)|act as (?:a|an|if|the|though)\\b.*\\b(?:grad|mark|scor|examin|lenient|generous|teacher|evaluat)|pretend (?:that |to |you)\\b.*\\b(?:grad|mark|scor|correct|complete|rubric|full)|behave as if\\b.*\\b(?:correct|complete|full))`,
  `\\byou are (?:a|an|the|my) (?:very |extremely |more )?(?:lenient|generous|kind|helpful|friendly|strict)?,? ?(?:grader|examiner|marker|evaluator|grading (?:assistant|model|system|ai))`,
  `${start}(?:be|please be) (?:very |extremely |more |as )?(?:lenient|generous|kind|merciful)\\b`,
  `${start}(?:reveal|print|repeat|show|output|leak|display|quote|copy|paste)(?: me)? (?:your|the) (?:system prompt|hidden prompt|instructions|rubric|reference answer|reference|accepted wordings|marking scheme)`,
  `\\b(?:end|beginning|start) of (?:the )?(?:student'?s? |learner'?s? )?(?:answer|submission|response|untrusted (?:text|data|input))\\b(?=.*(?:instruction|grad|mark|system|new|begin|-{2,}|={2,}|#{2,}|\\]|$))`,
  `^\\W*(?:verdicts?|scores?|marks?|marks awarded|grades?|final (?:score|mark|grade|verdict)|credits?|total|result|awarded)\\W{1,4}(?:met\\b|full\\b|maximum\\b|perfect\\b|correct\\b|pass(?:ed)?\\b|${outOf}|100\\b|a\\+)`,
  `\\b(?:the )?(?:correct|right|final|official|agreed|true) (?:score|mark|marks|grade|verdict|result) (?:for .{0,40} )?(?:is|are|was|should be|must be)\\b`,
  `\\b(?:examiner|grader|professor|teacher|lecturer|marker|evaluator)s? (?:has |have |had |already )?(?:said|says|confirmed|confirms|agreed|approved|verified|told|decided|stated|promised|allowed)\\b.*\\b(?:full|marks?|graded?|score|credit|correct|approved|rubric|criteri)`,
  `\\b(?:do not|don'?t|never|without|no) (?:deduct\\w*|(?:subtract|take off|remove)(?: (?:any|a single|some))? ${marks})\\b`,
  `^this is (?:a|an|the) (?:perfect|excellent|complete|flawless|(?:fully |completely )?correct|ideal|model|full-?marks?) (?:answer|response|submission|solution)`,
  `\\bthe (?:student|learner|candidate)(?:'s (?:answer|response|work))? (?:has |clearly |fully )*(?:demonstrat\\w+|show\\w*|display\\w*|exhibit\\w*) .*(?:mastery|understanding|knowledge|command|grasp)\\b`,
].map((source) => new RegExp(source, "u"));

/** Words that only talk of grading makes sense of; once an order was found, sentences with one of these are part of it. */
const aboutGrading = new RegExp(`^\\W*(?:new |system |grading )?(?:instructions?|system|message|prompt|notes?|override|output)\\W*$|\\b(?:grader|examiner|marker|rubric|criterion|criteria|full marks|full credit|verdicts?|this (?:answer|submission|response)|my (?:answer|grade|marks?|score)|the (?:student|learner)'?s?|these instructions|official result|awarded|above is covered|covered above|do not change|final and binding)\\b`, "u");

/** A sentence that reports such a text rather than says it: quoted, or about attacks. */
const reported = /\b(?:attack(?:er|ers|s)?|inject(?:ion|ions|ed)?|malicious|adversar\w*|jailbreak\w*|guardrails?|such as|e\.? ?g\.?|for (?:example|instance)|untrusted|hackers?|prompt injections?|exfiltrat\w*)\b/u;

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const tagged = /<(system|assistant|user|instructions?|grader|admin|developer|prompt|override|grading|marking|note)\b[^<>]{0,200}>[\s\S]*?(?:<\/\1\s*>|$)|<\|[a-z_]{2,30}\|>[\s\S]*?(?:<\|(?:im_end|end|eot_id|endoftext)\|>|$)|\[INST\][\s\S]*?(?:\[\/INST\]|$)|<<SYS>>[\s\S]*?(?:<<\/SYS>>|$)/gi;
const gradeKey = /["']?\b(?:verdicts?|marks|grades?|credits?|criteri(?:on|a)|score|full_?marks|awarded|confidence|answerContainsInstructions)\b["']?\s*:\s*(?:["'[{]|true|\d)/i;

/**
 * The ranges of an answer that speak to its grader instead of answering: sorted, not overlapping, possibly empty.
 * Hidden places (HTML comments, role tags, chat tokens, JSON with a verdict) count as a whole once anything in them reads so.
 */
export function findInstructions(answer: string): TextRange[] {
  const hidden = [...blocksOf(answer)].filter((b) => reads(answer.slice(b.start, b.end)));
  const visible = withoutRanges(answer, hidden);
  const parts = sentences(visible);
  const found = parts.flatMap((part) => {
    const order = orderIn(visible.slice(part.start, part.end));
    return order === undefined ? [] : [{ start: part.start + order, end: part.end }];
  });
  if (hidden.length + found.length > 0) {
    for (const part of parts) {
      if (found.some((f) => f.start < part.end && part.start < f.end)) continue;
      const text = normalise(visible.slice(part.start, part.end)).text;
      if (aboutGrading.test(text) && !isReported(text)) found.push(part);
    }
  }
  return merge([...hidden, ...found]);
}

/** JSON objects, comments and role tags of the answer. */
function* blocksOf(answer: string): Generator<TextRange> {
  for (const pattern of [comment, tagged]) {
    for (const match of answer.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length };
  }
  let depth = 0;
  let start = 0;
  for (let i = 0; i < answer.length; i++) {
    const c = answer.charCodeAt(i);
    if (c === 123 && depth++ === 0) start = i;
    else if (c === 125 && depth > 0 && --depth === 0) {
      if (gradeKey.test(answer.slice(start, i + 1))) yield { start: leadIn(answer, start), end: i + 1 };
    }
  }
  if (depth > 0 && gradeKey.test(answer.slice(start))) yield { start: leadIn(answer, start), end: answer.length };
}

/** Where a short lead-in on the same line begins ("Output: {"), else the object's own start. */
function leadIn(answer: string, start: number): number {
  const line = answer.lastIndexOf("\n", start - 1) + 1;
  return /^[^\n]{1,30}:\s*$/.test(answer.slice(line, start)) ? line : start;
}

/** Whether a hidden block reads as an order or a made-up verdict. */
function reads(block: string): boolean {
  const object = block.slice(Math.max(0, block.indexOf("{")));
  if (!/^<|^\[/.test(block)) return /^\{\s*["']?(?:score|grade|marks?|credit|rating)["']?\s*:\s*["']?[\w./ %+]+["']?\s*\}$/i.test(object) || /verdict|criteri|answerContains|full_?marks|awarded|"marks"|"grade"|"score"\s*:\s*(?:\d|")[^]*(?:"max|feedback|reason|comment)/i.test(object);
  const inner = block.replace(/<!--|-->|<\/?[a-z|_]+[^<>]{0,200}>|<\|[a-z_]+\|>|\[\/?INST\]|<<\/?SYS>>/gi, "\n");
  return gradeKey.test(inner) || sentences(inner).some((s) => {
    const text = normalise(inner.slice(s.start, s.end)).text;
    return orders.some((o) => o.test(text)) || aboutGrading.test(text);
  });
}

/** Where in a sentence an order begins (an offset into it), leaving what stands before a comma, dash or conjunction; undefined where there is none. */
function orderIn(sentence: string): number | undefined {
  const folded = normalise(sentence);
  if (isReported(folded.text)) return undefined;
  let first = Infinity;
  for (const order of orders) {
    const match = order.exec(folded.text);
    if (match && !isQuoted(folded.text, match.index, match.index + match[0].length)) first = Math.min(first, match.index);
  }
  if (first === Infinity) return undefined;
  const before = folded.text.slice(0, first);
  // Fewer than five words before it belong to the order ("Dear grader, …"), and so does talk of the grading.
  if ((before.match(/[\p{L}\p{N}]+/gu) ?? []).length < 5 || aboutGrading.test(before)) return 0;
  return toOriginal(folded, first, first + 1).start;
}

function isReported(text: string): boolean {
  return reported.test(text) && !/\b(?:this|my) (?:answer|submission|response)\b|\bfull marks\b|\bgrader\b|\brubric\b/u.test(text.replace(/"[^"]*"|'[^']{8,}'/g, " "));
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
