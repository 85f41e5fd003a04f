// English words that carry grammar rather than content. A list, nothing more.

const words = `a an the this that these those such same other another each every either neither both all any some few many much more most less least several own
i you he she it we they me him her us them my your his its our their mine yours ours theirs myself yourself himself herself itself ourselves themselves one ones
who whom whose which what when where why how whether if then else than as so because since while until unless although though however therefore thus hence also too
and or but nor not no yes only just even still already yet again once ever never always often usually sometimes very quite rather really almost about
of in on at by for with without within into onto from to up down out off over under between among through during before after above below against across along around upon via per
am is are was were be been being do does did doing done have has had having can could may might must shall should will would need
there here now instead etc eg ie like well already please let lets get gets got make makes made
don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't won't wouldn't shouldn't mustn't haven't hasn't hadn't it's that's there's they're we're you're i'm i've they've we've
because whereas otherwise both another whichever whatever whoever`;

const functionWords: ReadonlySet<string> = new Set(words.split(/\s+/));

/** Whether a folded (lower-case) word is an English function word. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

const negations: ReadonlySet<string> = new Set(
  "not no never none nothing neither nor cannot without hardly rarely don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't mustn't haven't hasn't hadn't dont doesnt didnt isnt arent cant wont".split(
    " ",
  ),
);

/** Whether a folded word turns its sentence's meaning round ("not", "never", "doesn't" …). */
export function isNegation(word: string): boolean {
  return negations.has(word) || word.endsWith("n't");
}
