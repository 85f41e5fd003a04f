// English words that carry grammar rather than content. A list, nothing more.

const words = `
a an the this that these those such same other another each every either neither both all any some few many
much more most less least several own i you he she it we they me him her us them my your his its our their
mine yours ours theirs myself yourself himself herself itself ourselves themselves one ones who whom whose
which what when where why how whether if then else than as so because since while until unless although though
however therefore thus hence also too and or but nor not no yes only just even still already yet again once
ever never always often usually sometimes very quite rather really almost about of in on at by for with
without within into onto from to up down out off over under between among through during before after above
below against across along around upon via per am is are was were be been being do does did doing done have
has had having can could may might must shall should will would need there here now instead etc eg ie like
well already please let lets get gets got make makes made don't doesn't didn't isn't aren't wasn't weren't
can't cannot couldn't won't wouldn't shouldn't mustn't haven't hasn't hadn't it's that's there's they're we're
you're i'm i've they've we've because whereas otherwise both another whichever whatever whoever
`;

const functionWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Whether a folded (lower-case) word is an English function word. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

const negations: ReadonlySet<string> = new Set(
  (
    "not no never none nothing neither nor cannot without hardly rarely don't doesn't didn't isn't aren't " +
    "wasn't weren't can't couldn't won't wouldn't shouldn't mustn't haven't hasn't hadn't dont doesnt " +
    "didnt isnt arent cant wont"
  ).split(" "),
);

/** Whether a folded word turns its sentence's meaning round ("not", "never", "doesn't" …). */
export function isNegation(word: string): boolean {
  return negations.has(word) || word.endsWith("n't");
}

const directions: ReadonlySet<string> = new Set(
  (
    "more less fewer high higher highest low lower lowest before after above below always sometimes only all some " +
    "large larger largest same different true false with unlike like"
  ).split(" "),
);
const directed = /^(?:increas|decreas|rais|reduc|small|fast|slow|max|min|encod|decod)/;

/** Whether a folded word says in which direction, how much or which of two. */
export function isDirection(word: string): boolean {
  return directions.has(word) || directed.test(word);
}

const spelt: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve".split(" ").map((w, i) => [w, i]),
);

/** The value of a spelt number from zero to twelve, or undefined. */
export function speltNumber(word: string): number | undefined {
  return spelt.get(word);
}

const opposed = [/^mini/, /^maxi/, /^in/, /^ex/, /^en/, /^de/, /^un/, /^over/, /^under/, /^inter/, /^intra/];

/** Whether two words differ by a beginning that makes opposites of near-identical words. */
export function isOpposedBeginning(one: string, other: string): boolean {
  return opposed.some((p) => p.test(one) !== p.test(other));
}

const abbreviations = /(?:\b(?:e\.?g|i\.?e|etc|vs|cf|resp|approx|fig|eq|no|dr|mr|ms|st|al)|\b[A-Za-z])\.$/i;

/** Whether a text ends in an abbreviation with its full stop. */
export function endsInAbbreviation(text: string): boolean {
  return abbreviations.test(text);
}
