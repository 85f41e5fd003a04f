// What instructions to a grader look like, in English and in the commoner other languages. Patterns only; where they
// are
// looked for, and what is done about a find, is not said here.
import { isForeignOrder } from "../foreignOrders";
import type { OrderWords } from "../language";
import { claims } from "./claims";
import { asOrder } from "./requests";
import { wishes } from "./wishes";

const rules =
  "(?:instruction|prompt|rule|rubric|guideline|criteri|direction|directive|command|system message|" +
  "reference answer|marking scheme|constraint|context|told)";
const marks = "(?:marks?|points?|credits?|scores?|grades?|ratings?)";
const top =
  "(?:full|maximum|maximal|max|perfect|all(?: the| of the)?|top|highest(?: possible)?|best(?: possible)?|100 ?%?|a\\+)";
const outOf = "(?:\\d+(?:\\.\\d+)? ?(?:/|out of) ?\\d+)";
const work =
  "(?:this|my|the (?:following|above|student'?s?|learner'?s?)|the) (?:answer|response|submission|solution|work|" +
  "text|essay)";
const start =
  "(?:^|[,;:.!?(\\[{>*#\"'-] ?|\\b(?:please|bitte|por favor|per favore|now|just|and|then|kindly|instead|also|immediately|always|must|" +
  "should|shall|so|therefore|you (?:will|have to|need to|are to)|to you|want you to|ask you to|like you to|" +
  "task is to|job is to) )";

/**
 * Sentences that speak to whoever grades. Each needs an order in an order's place or a claim about the marks, so that
 * an answer about such texts passes.
 */
const orders: readonly RegExp[] = [
  `${start}(?:ignore|disregard|forget|override|overrule|bypass|do not (?:follow|apply|use)|don'?t (?:follow|` +
    `apply|use)|stop following|set aside)\\b(?:\\W+\\w+){0,6}?\\W+${rules}`,
  `${start}(?:ignore|disregard|forget) (?:everything|anything|all)\\b`,
  `${start}(?:ignore|disregard|forget) (?:what|whatever)\\b(?=.{0,40}\\b(?:you|i|above|below|before|earlier|said|says|` +
    "told|written|wrote|taught|counts?|wrong|right|rubric|criteri|prompt|instruct|rules?)\\b)",
  `${start}(?:give|award|assign|grant|return|output|print|write|report|respond|reply|answer|record|enter|set|` +
    `put|mark|score|grade|rate)\\b(?:\\W+\\w+){0,8}?\\W+(?:full|maximum|max|perfect|all(?: the)?) ${marks}`,
  `${start}(?:give|award|assign|grant|return|output|print|report|respond|reply|record|enter|set|mark|score|` +
    `grade|rate)\\b(?:\\W+\\w+){0,8}?\\W+(?:${outOf}|100 ?%|a\\+|met\\b.{0,30}\\b(?:criteri|every|all|each))`,
  `${start}(?:give|award|assign|grant|mark|score|grade|rate)\\b(?: \\w+){0,2}? (?:me|${work}|it|` +
    `this)\\b(?:\\W+\\w+){0,5}?\\W+(?:${top} ${marks}|${outOf}|as (?:fully |completely |entirely |` +
    "totally )?(?:correct|right|complete|perfect|met|passed|excellent|true)|correct|generously|leniently|highly|" +
    "favou?rably)",
  `${start}(?:mark|treat|consider|count|accept|regard|label|flag|set|report|` +
    "grade)\\b(?:\\W+\\w+){0,4}?\\W+(?:criteri\\w*|ideas?|items?|rubric|verdicts?|everything|" +
    "points?)\\b(?:\\W+\\w+){0,4}?\\W+(?:met|satisfied|fulfilled|covered|correct|passed|true|full)\\b",
  `${start}(?:mark|treat|consider|count|accept|regard|grade) (?:this|it|my answer|` +
    `${work})\\b(?:\\W+\\w+){0,3}?\\W+(?:as )?(?:fully |completely |entirely )?(?:correct|right|complete|perfect|` +
    "met|passed|covered)\\b",
  `\\b${work} (?:is|was|has|has been|deserves|should|must|shall|ought|will|needs|receives|gets|earns|merits|` +
    "scores?|meets|satisfies|fulfils?|covers)\\b(?:\\W+\\w+){0,8}?\\W+(?:(?:full|maximum|max|perfect|all|top|" +
    `highest) (?:marks?|points?|credits?|scores?|grades?|criteri\\w*|requirements?)|${outOf}|(?:every|each|` +
    "all(?: of)?(?: the)?) (?:criteri\\w*|points? (?:of|in) the rubric|requirements?)|verified|pre-?approved|" +
    "already graded)",
  "\\b(?:i|we|the (?:student|learner|candidate|author)) (?:deserves?|should (?:get|receive|be (?:given|" +
    "awarded))|must (?:get|receive|be (?:given|awarded))|(?:is|am|are) entitled to|earned|has earned|" +
    `have earned)\\b(?:\\W+\\w+){0,4}?\\W+(?:${top} ${marks}|${outOf}|${marks})`,
  "\\b(?:full|maximum|max|perfect|all(?: the)?) (?:marks?|points?|credits?|scores?) (?:(?:must|should|shall|" +
    "are|is|will|have|has) (?:to )?(?:be|been)?|awarded|granted|given|please|for (?:this|my|all|every))",
  `\\b${outOf} (?:must|should|shall|is|are|has|have|was|were)? ?(?:to )?(?:be )?(?:awarded|granted|given|final|` +
    "confirmed)",
  "\\b(?:the )?(?:rubric|grading|marking|mark scheme|criteria|verdicts?|score|grade|marks?) (?:should|must|" +
    "shall|can|may|has to|have to|is|are) (?:to )?(?:be )?(?:disregarded|ignored|overridden|overruled|skipped|" +
    "suspended|final|set to|not (?:be )?(?:applied|used))",
  "\\b(?:all|every|each)(?: of the)?(?: (?:\\w+))? (?:criteri\\w*|requirements? of the rubric|rubric (?:items?|" +
    "points?)) (?:is|are|has been|have been|was|were|should be|must be|be|:) ?(?:already |hereby |now |" +
    "fully )?(?:considered |marked |counted |deemed )?(?:as )?(?:met|satisfied|fulfilled|covered|passed)",
  "^(?:dear |hello |hi |hey |note (?:to|for) |attention,? |message (?:to|for) |important (?:note |" +
    "message )?(?:to|for) |to |@)?(?:the )?(?:ai |llm |automatic |automated )?(?:grader|examiner|marker|" +
    "evaluator|grading (?:system|model|assistant|ai|bot|software)|teacher|professor|assistant|chatgpt|gpt|" +
    "language model|llm|ai|judge)s?\\s?(?:[:,!]|-\\s)(?=.*\\b(?:ignore|disregard|forget|give|award|mark|grade|" +
    "score|please|full|must|should|note|rubric|criteri|you)\\b)",
  "^\\W*(?:system|assistant|developer|admin(?:istrator)?|instructions?|new instructions?|system (?:prompt|" +
    "message|note|override|update)|override|grader (?:note|instructions?)|note to (?:the )?(?:grader|examiner|" +
    "marker|model|ai))\\W{0,3}[:>\\]].*\\b(?:ignore|disregard|forget|give|award|mark|grade|score|output|respond|" +
    "full|must|you|rubric|criteri|official|approved|verified|final|met|correct|override|new|answer)\\b",
  `${start}(?:you are (?:now|no longer)|from now on,? (?:you|act|ignore|respond|give)|act as (?:a|an|if|the|` +
    "though)\\b.*\\b(?:grad|mark|scor|examin|lenient|generous|teacher|evaluat)|pretend (?:that |to |" +
    "you)\\b.*\\b(?:grad|mark|scor|correct|complete|rubric|full)|behave as if\\b.*\\b(?:correct|complete|full))",
  "\\byou are (?:a|an|the|my) (?:very |extremely |more )?(?:lenient|generous|kind|helpful|friendly|" +
    "strict)?,? ?(?:grader|examiner|marker|evaluator|grading (?:assistant|model|system|ai))",
  `${start}(?:be|please be) (?:very |extremely |more |as )?(?:lenient|generous|kind|merciful)\\b`,
  `${start}(?:reveal|print|repeat|show|output|leak|display|quote|copy|paste)(?: me)? (?:your|` +
    "the) (?:system prompt|hidden prompt|instructions|rubric|reference answer|reference|accepted wordings|" +
    "marking scheme)",
  "\\b(?:end|beginning|start) of (?:the )?(?:student'?s? |learner'?s? )?(?:answer|submission|response|" +
    "untrusted (?:text|data|input))\\b(?=.*(?:instruction|grad|mark|system|new|begin|-{2,}|={2,}|#{2,}|\\]|$))",
  "^\\W*(?:verdicts?|scores?|marks?|marks awarded|grades?|final (?:score|mark|grade|verdict)|credits?|total|" +
    `result|awarded)\\W{1,4}(?:met\\b|full\\b|maximum\\b|perfect\\b|correct\\b|pass(?:ed)?\\b|${outOf}|100\\b|` +
    "a\\+)",
  "\\b(?:the )?(?:correct|right|final|official|agreed|true) (?:score|mark|marks|grade|verdict|" +
    "result) (?:for .{0,40} )?(?:is|are|was|should be|must be)\\b",
  "\\b(?:examiner|grader|professor|teacher|lecturer|marker|evaluator)s? (?:has |have |had |already )?(?:said|" +
    "says|confirmed|confirms|agreed|approved|verified|told|decided|stated|promised|allowed)\\b.*\\b(?:full|" +
    "marks?|graded?|score|credit|correct|approved|rubric|criteri)",
  "\\b(?:do not|don'?t|never|without|no) (?:deduct\\w*|(?:subtract|take off|remove)(?: (?:any|a single|" +
    `some))? ${marks})\\b`,
  "^this is (?:a|an|the) (?:perfect|excellent|complete|flawless|(?:fully |completely )?correct|ideal|model|" +
    "full-?marks?) (?:answer|response|submission|solution)",
  "\\bthe (?:student|learner|candidate)(?:'s (?:answer|response|work))? (?:has |clearly |" +
    "fully )*(?:demonstrat\\w+|show\\w*|display\\w*|exhibit\\w*) .*(?:mastery|understanding|knowledge|command|" +
    "grasp)\\b",
  // Wishes and bargains for a mark, whoever is asked.
  "\\bgive me (?:the )?(?:full|maximum|maximal|top|best|highest)(?: possible)? (?:marks?|points?|credits?|" +
    "scores?|grades?)\\b",
  `${start}(?:choose|pick|select|return|output|set|give|award|enter)(?: \\w+){0,3}? (?:the )?(?:top|highest|` +
    "best)(?: possible)? " +
    "(?:marks?|grades?|points|credits?)\\b",
  `${start}set (?:the |your |its )?(?:score|mark|grade|verdict|result)s? to\\b`,
  "\\b(?:this|it|mine|my work) (?:surely |clearly |really )?(?:deserves?|merits?) (?:the |a )?" +
    "(?:best|top|highest|full|perfect|good|maximum)(?: possible)? (?:marks?|grades?|scores?|points|credits?)\\b",
  "\\b(?:graded|marked|scored|rated|assessed) with (?:the )?(?:full|maximum|top|highest|best|perfect) (?:marks?|" +
    "scores?|grades?|points)\\b",
  "\\b(?:for|award|give|get|return|me) (?:a |an |the )?(?:marks?|grades?|score) of (?:100 ?%|a\\+)",
  "\\b(?:points?|items?|ideas?|criteria|aspects?|parts?|everything)\\b(?: \\w+){0,6}? (?:should|must|is to|are " +
    "to|shall|has to|have to) " +
    "(?:still |also |be )?(?:count|counted)\\b(?=.*(?:please|favour|favor|anyway|all the same|student|mentioned))",
  "\\b(?:in|to) (?:the |my )(?:student'?s?|learner'?s?|candidate'?s?|author'?s?) (?:favou?r|advantage)\\b",
  "\\b(?:round|mark|grade) (?:it |this |me |everything )?up(?:wards)?\\b(?=.*(?:please|kindly|here))|\\bkindly " +
    "round up\\b",
  "\\b(?:from (?:now|here) on|henceforth|as of now)\\b.{0,20}\\byou (?:no longer|merely|only|just|simply|always|" +
    "never|do not|don'?t)\\b",
  `${start}(?:repeat|keep|confirm|copy|take over|adopt)(?: \\w+){0,2}? (?:your|the|this) (?:\\w+ )?` +
    "(?:verdict|result|number|value|column|grade|mark|score)s?\\b(?=.*(?:before|above|right|left|into|over|full|" +
    "\\W*$))",
  "\\b(?:whoever|anyone who|the one who|those who|person) (?:corrects|grades|marks|checks|reads|evaluates|" +
    "assesses) (?:this|it|my)\\b",
  "\\b(?:automatic|automated|human) (?:correction|corrector|grading|grader|marking|marker)\\b.*\\b(?:count|award|" +
    "full|skip|treat|must|should|are to|is to)",
  "\\b(?:correctors?|evaluators?|examiners?|graders?|markers?) (?:should|must|shall|is to|are to|has to|will) " +
    "(?:\\w+ ){0,2}?(?:treat|take over|count|award|give|accept|ignore|mark|agree|consider|skip|adopt)\\b",
  "\\b(?:use|apply|call|run) this (?:function|code|script|rule|table|result) (?:for|on|to grade|when " +
    "grading)\\b.{0,30}" +
    "\\b(?:submission|answer|grading|grade|response)",
  "\\b(?:rubric|criteria) (?:coverage|fulfil\\w+|check)\\W+(?:is )?(?:100|complete|passed|full)",
  "\\b(?:say|state|write|confirm|conclude) that (?:all|every|each|both)(?: of)?(?: the)? (?:aspects?|points?|" +
    "criteri\\w*|ideas?|items?) " +
    "(?:were|was|are|is|have been|has been) (?:named|met|mentioned|covered|fulfilled|present|given)\\b",
  // Made-up verdicts, calls and rules.
  "^\\W*(?:\\d+|criteri\\w+|all|every|each)\\W*\\|\\W*met\\b",
  "\\b(?:set|assign|submit|record|give)_(?:score|marks?|grade|verdict)s?\\b\\s*\\(",
  `${start}(?:return|output|print|reply with|respond with) (?:exactly |only )?(?:this|the following) (?:object|` +
    "json|text|line|result)\\b",
  "\\b(?:answers?|submissions?|criteri\\w+|tasks?)\\b(?: \\w+){0,3}? (?:is|are|must|should|shall|has|have)\\b(?: " +
    "\\w+){0,2}? " +
    "(?:counted|treated|regarded|marked|scored|rated) as (?:complete|correct|passed|full|met|fulfilled|right)\\b",
  "\\b(?:assume|tick|check off)\\b(?: \\w+){0,3}? (?:every|each|all|them all)\\b(?=.*(?:criteri|points?|items?|" +
    "list|fulfilled|met))",
  "\\brubric (?:for|of) this (?:question|task|exam)\\b.{0,30}\\b(?:changed|updated|replaced|suspended|withdrawn)\\b",
  "\\b(?:report|say|state|confirm|write) that nothing is missing\\b",
  "\\byou are \\w+, (?:a|an|the) (?:\\w+ )?(?:grader|examiner|marker|corrector|evaluator)\\b",
  // Claims of a policy, an office or an approval.
  "\\b(?:marking|grading|assessment|scoring|exam|course) (?:policy|policies|rules?|scheme|criteria|guidelines?|" +
    "rubric)\\b.{0,50}\\b(?:changed|updated|revised|suspended|waived|replaced|relaxed|abolished|" +
    "no longer)\\b.{0,40}(?:\\btoday\\b|\\bnow\\b|\\bas of\\b|\\bthis (?:question|exam|course|task|assignment|" +
    "term)\\b|$)",
  "\\b(?:all|every|each|any)(?: of the)? (?:submissions?|students?|candidates?|learners?|answers?|" +
    "responses?)\\b(?: \\w+){0,3}? (?:receives?|gets?|earns?|scores?|is awarded|are awarded|is given|are given|" +
    "given|awarded)\\b(?: \\w+){0,3}? (?:(?:the )?maximum|full (?:marks?|credits?|points?)|top (?:marks?|" +
    `grades?)|100 ?%|${outOf})(?= *[.!;,]|$| (?:marks?|points?|credits?|scores?|grades?)\\b)`,
  "^\\W*(?:official |urgent |important )?(?:notice|announcement|memo|message|communication|update|" +
    "statement) (?:from|by|of|on behalf of|to|for) (?:the )?(?:course|exam\\w*|teaching|grading|university|" +
    "department|faculty|staff|instructors?|professor|admin\\w*|graders?|markers?|system|question author|" +
    "developers?)\\b",
  `${start}(?:do not|don'?t|never|no need to|there is no need to|skip|stop) (?:compar|check|match|evaluat|` +
    "assess|judg|verify|apply|consult|grad|us)\\w*\\b(?:\\W+\\w+){0,6}?\\W+(?:rubric|criteri|marking scheme|" +
    "mark scheme|reference answer)",
  "\\bi am (?:the|your|an?|one of the) (?:course |chief |head |senior |lead )?(?:examiner|instructor|professor|" +
    "lecturer|administrator|grader|marker|author of this (?:question|rubric|course)|teacher of this)\\b",
  "\\b(?:answer|response|submission|work|text) (?:was|has been|is|were) (?:already )?(?:been )?(?:graded|" +
    "marked|reviewed|approved|checked|verified|accepted) (?:already )?(?:by|as) (?:an?|the|my|our|your|two|" +
    "correct|complete|perfect)\\b",
  "(?:^.{0,80})?\\b(?:i|we) (?:will|would|might|could|may|am going to|shall) (?:lose|fail|be (?:fired|expelled|" +
    "deported)|get (?:fired|expelled))\\b.{0,60}\\b(?:scholarship|course|exam|class|degree|visa|job|studies|this|" +
    "it)\\b",
  "\\b(?:repeat|confirm|restate|finali[sz]e|record|keep|copy) (?:that|the|this|your|my) (?:full |same |final |" +
    "perfect )?(?:grades?|marks?|scores?|verdicts?)\\b(?: (?:now|again|please)|\\W*$)",
  "^\\W*(?:admin(?:istrator)?|developer|debug|maintenance|god|test|lenient|grading) ?mode\\b\\W*(?:on|enabled|" +
    "activated|active|true|engaged)",
  ...wishes,
  ...claims,
].map((source) => new RegExp(source, "u"));

/**
 * Words that only talk of grading makes sense of; once an order was found, sentences with one of these are part of it.
 */
const aboutGrading = new RegExp(
  [
    "^\\W*(?:new |system |grading )?(?:instructions?|system|message|prompt|notes?|override|output)\\W*$",
    "\\b(?:grader|examiner|marker|rubric|criterion|criteria|full marks|full credit|verdicts?)\\b",
    "\\b(?:this (?:answer|submission|response)|my (?:answer|grade|marks?|score)|the (?:student|learner)'?s?)\\b",
    "\\b(?:these instructions|official result|awarded|above is covered|covered above|do not change|final and " +
      "binding)\\b",
  ].join("|"),
  "u",
);

/** About attacks and examples, or about those who judge models. */
const reported = new RegExp(
  `\\b(?:${[
    "attack(?:er|ers|s)?|inject(?:s|ed|ion|ions|ing)?|malicious|adversar\\w*|jailbreak\\w*|guardrails?|such as|" +
      "e\\.? ?g\\.?",
    "for (?:example|instance)|untrusted|hackers?|exfiltrat\\w*",
    "(?:llm|model|ai)s?[- ]as[- ](?:a |an )?(?:judge|grader|evaluator)s?|judge (?:models?|llms?|prompts?)",
    "(?:the|a|another|second|stronger|strong) (?:judge|llm|language model|reward model)|reward models?|rlhf",
    "annotators?|raters?|labell?ers?|human (?:graders?|raters?|evaluators?|judges?|reviewers?)|preferences?",
  ].join("|")})\\b`,
  "u",
);

/** An account of an order, not an order. */
const accountOf = new RegExp(
  `\\b(?:${[
    "tells?|told|telling|asks?|asked|asking|instructs?|instructed|tricks?|tricking|makes?|making|convinces?|persuades?",
    "gets?|getting|orders?|commands?|causes?|causing|prompts?|prompted|lead(?:s|ing)?|forces?",
  ].join("|")}) (?:the|a|an|another|any|your|this|that|its?|them)(?: \\w+){0,3}? ` +
    "(?:to|into|that|ignore|forget|disregard|give|award)\\b",
  "u",
);

/** Who speaks of this very answer or says please speaks to the grader, whatever else the sentence is about. */
const addressed = new RegExp(
  "\\b(?:this|my) (?:answer|submission|response|essay|work)\\b|\\bfull (?:marks?|credit)\\b|\\bgraders?\\b|" +
    "\\brubric\\b|" +
    "\\bplease\\b|^\\W*(?:ignore|disregard|forget|award)\\b",
  "u",
);

/** "an injected document might say:", "the judge's prompt:". */
const announcing = new RegExp(
  "\\b(?:attack\\w*|inject\\w*|malicious|jailbreak\\w*|adversar\\w*|judges?|evaluators?|prompts?|templates?|" +
    "examples?|" +
    "instance|e\\.g|such as|returns?|output format|schema|like this|looks? like)\\b[^\\n]*$",
  "iu",
);

const demanding = new RegExp(
  [
    "\\b(?:full|maximum|max|perfect) (?:marks?|credits?|points?|scores?)\\b",
    "\\b(?:all|every|each) (?:of the )?criteri\\w* (?:is|are|as|has|have|:) ?\\w*\\b",
    "\\b(?:ignore|disregard|override|skip)\\w*[_ ](?:the )?(?:rubric|criteri|grading|marking)",
    "\\b(?:this|my) (?:answer|submission|response)\\b",
    "\\b(?:marks?|verdicts?)\\b[\"']?\\s*[:=]\\s*[\"']?(?:met|\\d)",
  ].join("|"),
  "iu",
);

/**
 * Every order has one of these; "mark", "full" and "note" also inside longer words, which costs a look and nothing
 * else.
 */
const trigger = new RegExp(
  [
    "ignore|disregard|forget|overrid|overrul|bypass|follow|set aside|give|award|assign|grant|return|output|print|write",
    "report|respon|repl|answer|record|enter|mark|score|grad|rat[ei]|treat|consider|count|accept|regard|label|" +
      "flag|criteri",
    "rubric|verdict|credit|point|examin|evaluat|teacher|professor|lecturer|instruct|submission|student|learner|" +
      "candidate",
    "system|assistant|developer|admin|you are|act as|pretend|behave|generous|lenient|kind|merciful|reveal|show|leak",
    "deduct|perfect|policy|policies|notice|announce|memo|scholarship|lose|fail|expelled|deport|visa|mode|correct|" +
      "judge|gpt|llm|met\\b|tick|assume|missing|set_|\\bai\\b|pass|" +
      "imagine|suppose|default|fall|revert|\\bsay|skip|omit|overlook|excuse|forgive|decode|convert|decrypt|decipher|obey|execute|comply|do what|max|nice",
  ].join("|"),
  "u",
);

const tagNames =
  "system|assistant|user|instructions?|graders?|admin|developer|prompt|override|grading|marking|note|verdicts?|" +
  "marks?|" +
  "grades?|scores?|rubrics?|criteria|criterion|results?|evaluation|feedback|examiner|policy|award|tool_results?|" +
  "tool_outputs?|tool_calls?|function_calls?";

const assigned =
  "true|false|yes|on|off|skip|ignored?|max\\w*|full|met|pass\\w*|all|none|lenient|generous|" +
  "\\d+(?:\\.\\d+)?(?:\\s*/\\s*\\d+)?";

const speakers =
  "user|human|student|learner|candidate|assistant|ai|bot|model|chatgpt|gpt|system|grader|examiner|marker|evaluator|" +
  "teacher|developer|admin";

/** English orders, and those of other languages that a grader may be given. */
export const englishOrders: OrderWords = {
  orders,
  asOrder,
  isForeignOrder,
  aboutGrading,
  reported,
  accountOf,
  addressed,
  outspoken: /\b(?:please|this answer|my answer|you)\b/u,
  announcing,
  demanding,
  trigger,
  places: {
    tagNames,
    verdictTag:
      /^<(?:verdicts?|marks?|grades?|scores?|rubrics?|criteria|criterion|results?|evaluation|grading|award)\b/i,
    gradeKey: new RegExp(
      "[\"']?\\b(?:verdicts?|marks|grades?|credits?|criteri(?:on|a)|score|full_?marks|awarded|confidence|" +
        "answerContainsInstructions)\\b[\"']?\\s*:\\s*(?:[\"'[{]|true|\\d)",
      "i",
    ),
    assignment: new RegExp(
      "^[\\s#/*\"'{-]{0,20}[\\w.-]{0,40}?(?:rubric|grading|grader|checker|verdict|criteri|marks?(?![a-z])|" +
        "award)[\\w.-]{0,40}[\"']?" +
        `\\s?[:=]\\s?["']?(?:${assigned})["']?\\s*[,;}]*\\s*$`,
      "im",
    ),
    value: /^\s*(?:(?:met|pass(?:ed)?|full|maximum|correct|true|yes|100 ?%|a\+|[\d./]+|out of|of)[\s.,;]*){1,8}$/i,
    tableHead: /^\W*(?:verdicts?|criteri(?:on|a)|marks?|grades?|credit)\W*(?:\(.{0,20}\))?\W*$/i,
    role: new RegExp(`^[ \\t>*_]*(?:${speakers})[*_]*[ \\t]*(?:\\(.{0,30}\\))?:`, "i"),
    markObject: /^\{\s*["']?(?:score|grade|marks?|credit|rating)["']?\s*:\s*["']?[\w./ %+]+["']?\s*\}$/i,
    gradingObject: new RegExp(
      'verdict|criteri|answerContains|full_?marks|awarded|"marks"|"grade"|' +
        '"score"\\s*:\\s*(?:\\d|")[^]*(?:"max|feedback|reason|comment)',
      "i",
    ),
  },
};
