// The one place that every failure's words pass on their way to a log or a message: keys, credentials, and words of the
// request or of a reply are taken out, and what is left is short.

/** What must not be told. */
export interface Secrets {
  readonly key?: string | undefined;
  /** Texts that belong to the learner or to a reply: no dozen letters of them in a row is told. */
  readonly texts?: readonly string[];
}

const longestDetail = 600;
/** As much of a service's words is looked at; the rest is not told either. */
const longestLook = 4_096;
/** Letters and digits in a row that count as somebody's words. */
const run = 12;

const looksLikeKey = [
  /\b(?:sk|pk|rk|gsk|xai|hf|key|nvapi|AIza|pplx|csk|ghp|gho|glpat)[-_][\w*.-]{6,}/g,
  /\bAIza[\w-]{20,}/g,
  /\beyJ[\w-]{10,}\.[\w-]{5,}(?:\.[\w-]*)?/g,
] as const;
const namedKey = /((?:bearer|basic)\s+|(?:x-)?(?:api|access|auth|secret)[-_ ]?(?:key|token)["'\s:=]+)[\w*.~+/=-]{8,}/gi;
const inUrl = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'<>]*@/gi;
const inQuery = /([?&](?:[\w-]*(?:key|token|secret|password|sig|code))=)[^&\s"'<>]+/gi;

/** The words without secrets, on one line, at most 600 characters. */
export function scrub(words: string, { key, texts = [] }: Secrets): string {
  let out = withoutKey(words.slice(0, longestLook), key);
  for (const pattern of looksLikeKey) out = out.replace(pattern, "…");
  out = out.replace(namedKey, "$1…").replace(inUrl, "$1").replace(inQuery, "$1…");
  // The key counts as such a text too: in another case, or with something between its letters, it is a key still.
  out = withoutTexts(out, key === undefined ? texts : [...texts, key]);
  return out
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, longestDetail);
}

/** A text without the key, in whatever way it is written. Keys of three characters or less are words, not secrets. */
function withoutKey(text: string, key: string | undefined): string {
  if (key === undefined || key.length <= 3) return text;
  let out = text;
  for (const form of new Set([key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), base64(key)]))
    out = out.split(form).join("…");
  return out;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

interface Letters {
  readonly text: string;
  /** Offset of each letter in the original. */
  readonly at: readonly number[];
}

/** Letters and digits only, so that neither escapes nor line breaks hide a quotation. */
function letters(original: string): Letters {
  const text: string[] = [];
  const at: number[] = [];
  for (const { 0: found, index } of original.matchAll(/\\u[0-9a-f]{4}|\\[nrtbf]|[\p{L}\p{N}]/giu)) {
    const letter = found.startsWith("\\u") ? String.fromCharCode(parseInt(found.slice(2), 16)) : found;
    if (letter.startsWith("\\")) continue;
    text.push(letter.toLowerCase().slice(0, 1));
    at.push(index);
  }
  return { text: text.join(""), at };
}

/** The letters alone. */
function plain(original: string): string {
  const unescaped = original.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return unescaped.replace(/\\[nrtbf]|[^\p{L}\p{N}]+/gu, "").toLowerCase();
}

function grams(text: string, size: number): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + size <= text.length; i++) found.add(text.slice(i, i + size));
  return found;
}

/**
 * Runs of letters that `said` shares with one of `texts`; each run of twelve holds one of six at a multiple of seven.
 */
function shared(said: string, texts: readonly string[]): Set<string> {
  const [step, size] = [run / 2 + 1, run / 2];
  const hints = grams(said, size);
  const runs = grams(said, run);
  const found = new Set<string>();
  for (const text of texts) {
    const own = plain(text);
    for (let i = 0; i + size <= own.length; i += step) {
      if (!hints.has(own.slice(i, i + size))) continue;
      for (const piece of grams(own.slice(Math.max(0, i - size), i + run), run)) if (runs.has(piece)) found.add(piece);
    }
  }
  return found;
}

function withoutTexts(words: string, texts: readonly string[]): string {
  const said = letters(words);
  if (said.text.length < run) return words;
  const private_ = shared(said.text, texts);
  if (private_.size === 0) return words;
  let out = "";
  let told = 0;
  for (let i = 0; i + run <= said.text.length; i++) {
    if (!private_.has(said.text.slice(i, i + run))) continue;
    const start = said.at[i] ?? 0;
    while (i + 1 + run <= said.text.length && private_.has(said.text.slice(i + 1, i + 1 + run))) i++;
    const end = (said.at[i + run - 1] ?? start) + 1;
    if (start >= told) out += `${words.slice(told, start)}…`;
    told = Math.max(told, end);
  }
  return out + words.slice(told);
}
