// A request is read as the order that it stands for: "I'd be glad if you gave it full marks" is "please give it full
// marks". Words only; whether that is an order to a grader is judged by the orders.

const askers = [
  "(?:is there )?(?:any )?chance (?:that )?you (?:could|would|can|might)",
  "(?:would|could|can|will|won'?t|might|may) (?:it be possible for )?you(?: to)?",
  "(?:may|might|can|could) i (?:\\w+ )?(?:ask|beg|request)(?: of)? you(?: to)?",
  "(?:grateful|glad|happy|thankful|appreciate it|appreciated|nice|kind|great|good|a lot(?: to me)?) if you(?: could| would| can| were to)?",
  "i (?:really |only |just )?(?:trust|hope|expect|beg|ask|urge|need|want|invite|count on|rely on)(?: that)? you (?:to|will|would|can|could)",
];
const request = new RegExp(`\\b(?:${askers.join("|")})\\b(?: (?:please|kindly|just|then|not to))*`, "gi");

/** Past forms after "if you", as far as they order something of a grader. */
const plain: Readonly<Record<string, string>> = { gave: "give", said: "say", made: "make", took: "take", set: "set" };

/** The sentence with each request put as an order; the same where it makes none. */
export function asOrder(sentence: string): string {
  return sentence
    .replace(request, (asked) => (/not to$/i.test(asked) ? ", do not" : ", please"))
    .replace(/, please (\w+)/gi, (_, verb: string) => `, please ${baseOf(verb)}`);
}

function baseOf(verb: string): string {
  const known = plain[verb.toLowerCase()];
  if (known !== undefined) return known;
  // "marked" and "awarded" lose two letters; "graded", "scored" and "rated" keep their e.
  return /^(?:grad|scor|rat)ed$/i.test(verb) ? verb.slice(0, -1) : verb.replace(/(?<=\w{3})ed$/i, "");
}
