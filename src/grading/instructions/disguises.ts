// An order that is not written as it is read: look-alike letters, letters apart, encodings, words of an address. Gives
// what a sentence says once a disguise is off; whether that is an order is judged elsewhere.

/** Longer sentences are no disguise that anyone, or any model, would read. */
const longest = 4_000;

/** Letters of other scripts that look like a Latin one. */
const twins = new Map<string, string>(
  [
    ..."аaеeоoрpсcуyхxіiјjѕsԁdһhкkмmтtвbнhАAВBЕEКKМMНHОOРPСCТTХXЅSІI".matchAll(/(.)(.)/gu),
    ..."αaοoνvυuιiρpτtκkχxηnωwεeΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX".matchAll(/(.)(.)/gu),
  ].map(([, foreign = "", latin = ""]) => [foreign, latin]),
);

const digits: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", $: "s", "@": "a" };

/** What a sentence may say besides what it seems to; each reading differs from the sentence. */
export function undisguised(sentence: string): string[] {
  if (sentence.length > longest) return [];
  const found = [
    letterByLetter(sentence),
    ...together(sentence),
    ...backwards(sentence),
    ...decoded(sentence),
    ...addresses(sentence),
    sentence.replace(/^\s*\[\^[^\]]{1,40}\]:\s*/, ""),
  ];
  return [...new Set(found)].filter((text) => text !== sentence && text.trim() !== "");
}

/** Look-alikes in words that are Latin otherwise, and digits and capitals in the place of letters. */
function letterByLetter(sentence: string): string {
  return sentence
    .replace(/[\u24b6-\u24e9]+/gu, (run) => run.normalize("NFKC"))
    .replace(/[\p{L}\p{M}\d$@]+/gu, (word) => {
      const mixed = /[a-z]/i.test(word);
      const latin = mixed
        ? Array.from(word)
            .map((c) => twins.get(c) ?? c)
            .join("")
        : word;
      const lettered = /[a-z]/i.test(latin) ? latin.replace(/[013457$@]/g, (c) => digits[c] ?? c) : latin;
      return /[a-z]/.test(lettered) ? lettered.replace(/(?<=[a-zA-Z])I(?=[a-zI]|$)/g, "l") : lettered;
    });
}

/** Letters that blanks, dots or hyphens keep apart. */
function together(sentence: string): string[] {
  const apart = /(?:(?<![\p{L}\p{N}])\p{L}[ .·*_|-]+){6,}\p{L}(?![\p{L}\p{N}])/u;
  const spaced = apart.test(sentence)
    ? [
        sentence
          .replace(/ {2,}/g, "\u0000")
          .replace(/(?<=\p{L})[ .·*_|-](?=\p{L}(?!\p{L}))/gu, "")
          .replaceAll("\u0000", " "),
      ]
    : [];
  // "f.u.l.l" by itself may be a name; two such words are a disguise.
  const dotted = /(?<![\p{L}\p{N}])(?:\p{L}[.·*_|-]){2,}\p{L}(?![\p{L}\p{N}])/gu;
  if ((sentence.match(dotted)?.length ?? 0) > 1)
    spaced.push(sentence.replace(dotted, (word) => word.replace(/[.·*_|-]/gu, "")));
  const hyphens = sentence.match(/\p{L}-\p{L}/gu)?.length ?? 0;
  return hyphens < 2 ? spaced : [...spaced, sentence.replace(/(?<=\p{L})-(?=\p{L})/gu, "")];
}

function backwards(sentence: string): string[] {
  return /[\u202d\u202e]|\b(?:backwards?|revers)/iu.test(sentence)
    ? [
        Array.from(sentence)
          .reverse()
          .join("")
          .replace(/[\u202a-\u202e]/gu, ""),
      ]
    : [];
}

/** Text in base64, hexadecimal, per cent or turned by thirteen letters. */
function decoded(sentence: string): string[] {
  const found: string[] = [];
  for (const [run] of sentence.matchAll(/[a-z0-9+/]{16,}={0,2}/gi)) found.push(...readable(() => atob(run)));
  for (const [run] of sentence.matchAll(/(?:\b|0x|\\x)[0-9a-f]{2}(?:(?:[ ,:]|0x|\\x){0,3}[0-9a-f]{2}){7,}/gi))
    found.push(...readable(() => fromHex(run.replace(/0x|\\x|[ ,:]/gi, ""))));
  for (const [run] of sentence.matchAll(/(?:%[0-9a-f]{2}[\w+.-]{0,20}){4,}/gi))
    found.push(...readable(() => decodeURIComponent(run.replaceAll("+", " "))));
  if (/\brot-?13\b|\bcaesar\b/i.test(sentence)) found.push(sentence.replace(/[a-z]/gi, turned));
  return found;
}

function turned(letter: string): string {
  const first = letter <= "Z" ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
}

function fromHex(text: string): string {
  return (text.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join("");
}

/** What was decoded, where it is words. */
function readable(decode: () => string): string[] {
  try {
    const text = decode();
    return /^[\t\n\r\x20-\x7e]+$/.test(text) && /[a-z]{3}/i.test(text) ? [text] : [];
  } catch {
    return [];
  }
}

/** The words of addresses: "…/give-full-marks" says something, too. */
function addresses(sentence: string): string[] {
  return [...sentence.matchAll(/(?:https?:\/\/|www\.|#|\/)[^\s<>()"']{12,500}/gi)].map(([address]) =>
    address
      .replace(/%20|[-_+/=&?#.:]+/gi, " ")
      .replace(/^ ?(?:https?|www) ?/i, "")
      .trim(),
  );
}
