// Places of an answer where instructions hide: comments, role and verdict tags, chat tokens, fences, tables, data, dialogues.
// Finds the places and says whether their shape alone is a verdict; what their sentences say is judged elsewhere.
import type { TextRange } from "../../core/textRange";

/** A place that counts as a whole. */
export interface Place extends TextRange {
  /** Its text without tags and comment marks, sentences apart. */
  readonly inner: string;
  /** Whether it assigns a verdict or marks by its shape. */
  readonly verdict: boolean;
}

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const names =
  "system|assistant|user|instructions?|graders?|admin|developer|prompt|override|grading|marking|note|verdicts?|marks?|grades?|scores?|rubrics?|criteria|criterion|results?|evaluation|feedback|examiner|policy|award";
const tagged = new RegExp(
  `<(${names})\\b[^<>]{0,200}>[\\s\\S]*?(?:<\\/\\1\\s*>|$)|<\\|[a-z_]{2,30}\\|>[\\s\\S]*?(?:<\\|(?:im_end|end|eot_id|endoftext)\\|>|$)|\\[INST\\][\\s\\S]*?(?:\\[\\/INST\\]|$)|<<SYS>>[\\s\\S]*?(?:<<\\/SYS>>|$)`,
  "gi",
);
const verdictTag =
  /^<(?:verdicts?|marks?|grades?|scores?|rubrics?|criteria|criterion|results?|evaluation|grading|award)\b/i;
const markup = /<!--|-->|<\/?[a-z|_]+[^<>]{0,200}>|<\|[a-z_]+\|>|\[\/?INST\]|<<\/?SYS>>/gi;
const fence = /^([ \t]*)(```+|~~~+)[^\n]*\n[\s\S]*?(?:^[ \t]*\2[ \t]*$|$(?![\s\S]))/gm;
const table = /(?:^[ \t]*\|.*\|?[ \t]*(?:\n|$)){2,}/gm;

const gradeKey =
  /["']?\b(?:verdicts?|marks|grades?|credits?|criteri(?:on|a)|score|full_?marks|awarded|confidence|answerContainsInstructions)\b["']?\s*:\s*(?:["'[{]|true|\d)/i;

/** A line that sets something of the grading, in YAML, INI, code or a call: "rubric_override: true", "set_marks = 4". */
const assignment =
  /^[\s#/*"'{-]*[\w.-]*(?:rubric|grading|grader|verdict|criteri|marks?(?![a-z])|award)[\w.-]*["']?\s*[:=]\s*["']?(?:true|false|yes|on|off|skip|ignored?|max\w*|full|met|pass\w*|all|none|lenient|generous|\d+(?:\.\d+)?(?:\s*\/\s*\d+)?)["']?\s*[,;}]*\s*$/im;
const value =
  /^\s*(?:(?:met|pass(?:ed)?|full|maximum|correct|true|yes|100 ?%|a\+|\d+(?:\.\d+)?(?:\s*(?:\/|out of|of)\s*\d+)?)\b[\s.,;]*)+$/i;

/** The places of an answer in which instructions hide. They may overlap. */
export function hiddenPlaces(answer: string): readonly Place[] {
  const found: Place[] = [];
  const add = (start: number, text: string, verdict: (inner: string) => boolean): void => {
    const inner = text.replace(markup, "\n");
    found.push({ start, end: start + text.length, inner, verdict: verdict(inner) });
  };
  for (const pattern of [comment, tagged]) {
    for (const { index, 0: text } of answer.matchAll(pattern))
      add(
        index,
        text,
        (inner) => gradeKey.test(inner) || assignment.test(inner) || (verdictTag.test(text) && value.test(inner)),
      );
  }
  if (/```|~~~/.test(answer))
    for (const { index, 0: text } of answer.matchAll(fence)) add(index, text, (inner) => assignment.test(inner));
  if (answer.includes("|")) for (const { index, 0: text } of answer.matchAll(table)) add(index, text, () => false);
  for (const { start, end } of objects(answer)) add(start, answer.slice(start, end), isVerdictObject);
  return found;
}

const role =
  /^[ \t>*_]*(?:user|human|student|learner|candidate|assistant|ai|bot|model|chatgpt|gpt|system|grader|examiner|marker|evaluator|teacher|developer|admin)[*_]*[ \t]*(?:\(.{0,30}\))?:/i;

/** Runs of two or more lines in one paragraph that are labelled with who speaks. */
export function dialogues(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  let open: { start: number; end: number; turns: number } | undefined;
  let at = 0;
  const close = (): void => {
    if (open && open.turns > 1) found.push({ start: open.start, end: open.end });
    open = undefined;
  };
  for (const line of text.split("\n")) {
    const end = at + line.length;
    if (line.trim() === "") close();
    else if (role.test(line)) open = { start: open?.start ?? at, end, turns: (open?.turns ?? 0) + 1 };
    else if (open) open.end = end;
    at = end + 1;
  }
  close();
  return found;
}

/** Objects in braces that name a verdict or marks, with a short lead-in on the same line ("Output: {"). */
function* objects(answer: string): Generator<TextRange> {
  let depth = 0;
  let start = 0;
  for (let i = answer.indexOf("{"); i >= 0 && i < answer.length; i++) {
    const c = answer.charCodeAt(i);
    if (c === 123 && depth++ === 0) start = i;
    else if (c === 125 && depth > 0 && --depth === 0) {
      if (gradeKey.test(answer.slice(start, i + 1))) yield { start: leadIn(answer, start), end: i + 1 };
    }
  }
  if (depth > 0 && gradeKey.test(answer.slice(start))) yield { start: leadIn(answer, start), end: answer.length };
}

/** Where a short lead-in on the same line begins, else the object's own start. */
function leadIn(answer: string, start: number): number {
  const line = answer.lastIndexOf("\n", start - 1) + 1;
  return /^[^\n]{1,30}:\s*$/.test(answer.slice(line, start)) ? line : start;
}

function isVerdictObject(text: string): boolean {
  const object = text.slice(Math.max(0, text.indexOf("{")));
  return (
    /^\{\s*["']?(?:score|grade|marks?|credit|rating)["']?\s*:\s*["']?[\w./ %+]+["']?\s*\}$/i.test(object) ||
    /verdict|criteri|answerContains|full_?marks|awarded|"marks"|"grade"|"score"\s*:\s*(?:\d|")[^]*(?:"max|feedback|reason|comment)/i.test(
      object,
    )
  );
}
