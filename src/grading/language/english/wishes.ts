// Orders to a grader that are put as a wish, a compliment, a rule or a setting. Patterns only, added to those of
// orders.ts.

const judge = "(?:grader|examiner|marker|evaluator|corrector|assessor)";
const lenient = "(?:lenient|generous|merciful|forgiving|kind|nice|easy)";
const begin = "(?:^|[,;:.!?(\\[{>*#\"'-] ?|\\b(?:please|now|just|and|then|kindly|so|to|you (?:must|should|have to)) )";
const met = "(?:met|pass(?:ed)?|full\\w*|max\\w*|correct|complete)";
const setting = "(?:verdicts?|lenien\\w*|graders?|grading|marking|rubrics?|full_?marks|deduct\\w*)";
const granted = "(?:met|true|pass\\w*|full\\w*|max\\w*|none|off|skip\\w*|ignore\\w*|yes|lenient|generous|disabled)";

/** Sources of patterns, tested against folded text. */
export const wishes: readonly string[] = [
  // Wishes
  `\\b(?:if|that|would|could|can|will|hope|may) you (?:\\w+ ){0,3}?(?:be|were|are|stay|remain) (?:\\w+ ){0,2}?${lenient}\\b`,
  `${begin}(?:be|stay|remain) (?:\\w+ ){0,2}?${lenient}\\b(?=.*\\b(?:mark|grad|point|please|me|time|pass)\\w*)`,
  "\\bplease (?:just )?(?:say|confirm|state|agree|accept) (?:that )?(?:it|this|everything|all)\\b",
  `${begin}(?:skip|omit|leave out|drop) (?:the |any |your )?(?:checks?|second look|verification|rubric|criteri\\w+|reference)\\b`,
  `${begin}(?:give|award|grant|assign)(?: \\w+){0,4}? (?:the (?:maximum|highest|best|top)|everything)\\b(?! \\w*(?:value|key|score of|index|prob|weight))`,
  `${begin}pass (?:this|my|the) (?:answer|response|submission|solution|work)\\b`,
  `${begin}(?:overlook|excuse|forgive) (?:any|all|my|the) (?:\\w+ )?(?:mistakes?|errors?|gaps?|omissions?)\\b`,
  `${begin}(?:give|award|grant|assign)(?: \\w+){0,3}? (?:both|all|every|each)(?: of the)? (?:marks?|points|credits?)\\b`,
  `\\b${judge}s? (?:is|are) (?:hereby )?(?:asked|told|required|requested|expected|obliged|instructed) to\\b`,
  // Compliments
  `\\b${judge}s? (?:would|will|can|could|surely|must|should) (?:\\w+ ){0,3}?(?:mark|grade|see|agree|recogni[sz]e|accept|award|give|understand)\\b`,
  "\\b(?:assistant|model|ai)\\b.{0,40}\\b(?:agrees?|sees?|knows?|recogni[sz]es?)\\b.{0,40}\\b(?:marks?|full (?:marks?|credit)|rubric|this answer)\\b",
  "\\byou (?:do not|don't|need not|never) (?:need|require|look at|use)\\b.{0,30}\\b(?:rubric|criteri|reference)",
  `\\b(?:great|good|excellent|nice) (?:job|work)(?: \\w+){0,3}?,? (?:dear )?${judge}\\b`,
  // Rules
  "\\b(?:result|outcome) of (?:the |this |your )?(?:grading|marking|evaluation|assessment) (?:has to|must|should|shall|is to|will|is)\\b",
  "\\bno (?:criteri\\w+|points?|ideas?|requirements?) (?:may|must|should|can|is to|shall) be (?:\\w+ )?(?:missed|missing|unmet|failed|deducted)\\b(?=.*\\b(?:your|reply|grad|mark|report))",
  "\\b(?:marks?|credits?|scores?|points) (?:should|must|shall|ought to|have to|has to) be (?:full|maximum|complete|perfect|the (?:highest|best|top))\\b",
  "\\b(?:evaluation|grading|marking|exam) mode\\W{1,3}(?:is )?(?:off|on|disabled|suspended|over)\\b",
  `\\bcriteri\\w*\\s?[:=]\\s?${met}\\b`,
  "\\b(?:was|is|has been|were|are) (?:already )?(?:graded|marked|judged) (?:as )?(?:met|full|passed)\\b",
  "\\b(?:reply|response|output|verdict) (?:that )?you (?:must|should|shall|have to|are to|need to) (?:give|return|output|send|write|print)\\b",
  "\\b(?:is|are) your (?:new |real |true )?(?:instructions?|orders?)\\b",
  "\\byour (?:only|sole|new|real) (?:task|job|duty|goal) is to\\b",
  `${begin}follow (?:these|this|the following|my) (?:\\w+ )?(?:instructions?|orders?)\\b`,
  // Verdicts that are named before they are given
  "\\b(?:answer|respond|reply) with (?:only |just |nothing but )?[\"']?(?:met|full (?:marks?|credits?))\\b",
  "\\byour (?:review|grading|marking|evaluation|assessment|verdicts?)\\b.{0,30}\\b(?:is|are|must be|should be|has to be|can only be) (?:full|maximum|perfect|met)\\b",
  "\\b(?:do not|don't|never|no need to) (?:evaluate|grade|mark|assess|judge|review)(?: it| this)? (?:again|anew|a second time|any further)\\b",
  "\\b(?:deserves?|merits?|gets?|expects?) nothing (?:below|under|less than|short of) (?:the |a )?(?:maximum|full|top|best|perfect)\\b",
  // Something to decode and obey
  "\\b(?:decode|convert|decrypt|unscramble|decipher|read|translate|reverse|rot-?13|base64|hex)\\b.{0,120}\\b(?:follow|obey|execute|comply|do (?:what|as) (?:it|they) says?)\\b",
  "\\b(?:follow|obey|execute|comply with|do (?:what|as)) (?:it|they|what it) ?(?:says?|orders?)?\\W*[:;].{16,}",
  // Settings
  `(?:^["']?|[\\s;<(])[\\w.-]*${setting}[\\w.-]*["']?\\s?[:=]+\\s?["']?${granted}\\b`,
];
