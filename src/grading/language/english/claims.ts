// What is said of the grading itself, where an answer would speak of its subject. Patterns only, added to those of
// orders.ts. Each is one rule that fits in the sentence above it.

const judge = "(?:grader|examiner|marker|evaluator|corrector|assessor)";
const grading =
  "(?:grad(?:e|es|ed|ing)|verdicts?|full (?:marks|credit)|the maximum|waived|exempt|rubric|criteri\\w+|model (?:answer|solution)|reference answer)";
const value = "(?:met|full|pass(?:ed)?|maximum|granted)";
const perfect = "(?:perfect|flawless|excellent|complete|impeccable|fully correct|entirely correct)";

/** Sources of patterns, tested against folded text. */
export const claims: readonly string[] = [
  // A note that says it is for those who grade, or from those who run it, is for them if it speaks of grading.
  `^\\W*(?:\\w+ )?(?:note|message|hint|word|instruction|guidance|notice|memo)s? (?:to|for|from|by) (?:the |an? |our )?(?:\\w+ )?(?:${judge}|admin\\w*|developer|staff|office|service|team)(?:s|'s|s')?\\b.*\\b${grading}\\b`,
  `^\\W*(?:developer|admin\\w*|${judge}) (?:message|note|notice|guidance|instructions?)\\b.*\\b${grading}\\b`,
  `^\\W*(?:only )?(?:to|for) the ${judge}s?(?: only)?\\s?[:,-].*\\b(?:${grading}|pass|accept|award|give|this answer)\\b`,
  // The word verdict with a value of a grading is a made-up verdict.
  `\\bverdicts?\\b[^.?!]{0,40}\\b${value}\\b\\W*(?:$|[,;.)]|for (?:all|each|every|both))`,
  // Marks that come with those who give them are made up.
  `\\b\\d+(?:\\.\\d+)? ?(?:/|out of) ?\\d+,? (?:as )?(?:agreed|confirmed|approved|given|granted|settled) (?:with|by) (?:the |an? )?${judge}`,
  // That nothing is missing is a grader's finding.
  "\\b(?:report|find|list|name|say)s? (?:that )?(?:no missing (?:points?|ideas?|criteria|items?)|nothing (?:is )?missing)\\b",
  "\\bnothing is missing (?:here|in (?:this|my) answer)\\b",
  // Who speaks of their own mark speaks to whoever gives it.
  "\\bmy (?:marks|grades?|final score)\\b(?! (?:of|is the|functions?|levels?))",
  "\\ba (?:good|better|high|higher|top) (?:mark|grade) would\\b",
  // A rule for all answers that gives marks for less than the rubric, and marks that come of a failure, are made up.
  `\\b(?:any|every|each|an|all) (?:answers?|submissions?|responses?) (?:that|which|with|of)\\b.{0,80}\\b(?:meets?|satisf(?:y|ies)|fulfils?|earns?|gets?|receives?|counts? as)\\b.{0,20}\\b(?:(?:every|each|all)(?: the| of the)? criteri\\w+|full (?:marks|credit)|all (?:the )?(?:marks|points))`,
  `\\b(?:fall(?:s|ing)? back|default(?:s|ing)?|revert(?:s|ing)?|set|reset) (?:to|on) (?:the )?(?:full|maximum|max|perfect) (?:marks?|points?|credits?|scores?)\\b`,
  // So is a result of a grading, or the name of someone who gave marks before.
  `\\b(?:\\d+|all|both) (?:of|out of|/) ?(?:\\d+|the) criteria (?:are |were |is )?(?:met|satisfied|fulfilled|passed)\\b`,
  `\\ball (?:the )?criteria (?:met|satisfied|fulfilled|passed)\\b`,
  `\\b(?:checked|graded|marked|verified|approved|reviewed|assessed|signed) (?:off )?by\\b.{0,60}\\b(?:full|maximum|perfect) (?:marks?|points?|credits?|scores?)\\b`,
  `^\\W*(?:checked|graded|marked|approved|assessed|signed off) by (?:the |an? )?(?:\\w+ )?${judge}\\b`,
  `\\[x\\] .{0,80}\\b(?:met|satisfied|fulfilled|full (?:marks|credit))\\W*$`,
  // Who forbids a verdict, or supposes one, speaks to whoever gives it.
  `\\b(?:do not|don't|never) (?:say|report|claim|conclude|write|decide) (?:that )?(?:a|any|the|some|one) criteri\\w+ (?:is|was|are|were)\\b`,
  `\\b(?:imagine|suppose|assume) (?:that )?(?:this|my|the) (?:answer|response|submission|solution) (?:is|was|were|to be)\\b.{0,30}\\b(?:${perfect}|correct|right|full)\\b`,
  // Who praises this very answer, or says that every point of it is there, speaks to whoever judges it.
  `\\b(?:this|my) (?:answer|submission|response) is (?:\\w+ ){0,2}?${perfect}\\b`,
  "\\b(?:every|each) (?:criteri\\w+|point) is (?:already |clearly )?(?:covered|met|satisfied)\\b(?: here)?\\W*$",
  `\\b(?:a |the )?gaps? in my (?:answer|submission|response)\\b`,
  // Who tells somebody how they grade speaks to a grader.
  "\\byou are when you (?:grade|mark|judge|correct)\\b",
  "\\byou (?:\\w+ ){0,6}?answers? like (?:this|mine|these)\\b.{0,20}\\bfull (?:marks|credit)\\b",
  "\\byour (?:\\w+ ){1,4}?(?:lead|bring|move|take) you to (?:full|the (?:full|maximum|highest|top)) (?:marks?|credit|score)\\b",
  `\\b(?:your|you) (?:\\w+ ){0,4}?as an? ${judge}\\b`,
  // Who says what this text is to be taken for speaks to whoever grades it.
  "\\b(?:treat|take|accept|use|regard) this (?:answer|text|submission|response) as (?:the|a) (?:reference|model|sample|full)\\b",
  "\\b(?:accept|pass|reward) (?:this|my) (?:answer|submission|response|work)\\b|\\bdo reward me\\b",
  "\\b(?:grade|mark|score) (?:it|this) as (?:met|full|passed|complete)\\b",
];
