// What an answer looks like before any matching: blank, "don't know". Pure; shared by both graders.

/** Whether an answer has no word or number in it, Markdown marks and HTML comments aside. */
export function isBlank(answer: string): boolean {
  return !/[\p{L}\p{N}]/u.test(answer.replace(/<!--[\s\S]*?(?:-->|$)/g, ""));
}

const dontKnow =
  /^(?:(?:well|sorry|honestly|hmm+|uh+|um+|unfortunately)\W+)*(?:(?:i|we)\W*(?:really |just |honestly |still )?(?:do not|don.?t|dont|did not|didn.?t) (?:really |even |quite )?(?:know|remember|understand|recall)\b|i(?:.m| am) (?:not (?:really )?sure|unsure|lost|clueless)|i (?:have |.ve )?(?:got )?no (?:idea|clue)|no (?:idea|clue|answer)|idk|dunno|i dunno|don.?t know|dont know|not sure|skip(?:ped)?|pass|n\/?a|none|unknown|can.?t (?:answer|say)|i (?:can.?t|cannot|can not) (?:answer|say|remember))/i;

/** Whether the whole answer says that the learner does not know: at most 14 words, and it opens with such a phrase. */
export function isDontKnow(answer: string): boolean {
  const text = answer.trim();
  return text.split(/\s+/).length <= 14 && dontKnow.test(text);
}
