// Where in a text the JSON is: thinking cut off, balanced objects and lists found, and each parsed with small mistakes
// mended. Linear in the text; knows nothing of what the objects mean.
import { jsonrepair } from "jsonrepair";
import { isRecord, type JsonRecord } from "../../core/text/jsonRecord";
import { keepBackslashes } from "./lostBackslashes";

const mostFound = 200;
const mostUnclosed = 5;
/** Longer texts than this are parsed as they stand or not at all: mending takes time. */
const longestMended = 64 * 1024;

const tag = "(?:[a-z]+:)?(?:think(?:ing)?|thoughts?|reason(?:ing)?|analysis|reflection|scratchpad)";
const opening = new RegExp(`^(?:<${tag}>|\\[${tag}\\]|◁think▷)`, "i");
const closing = new RegExp(`<\\/${tag}>|\\[\\/${tag}\\]|◁\\/think▷`, "i");
const swallowed = /<\/think(?:ing)?>|\[\/think\]/gi;
/** Where models that write all they do into one text begin their reply. */
const finalChannel = /^<\|channel\|>\s*final\b/i;

/** The text without what the model thought before it replied; empty where it thinks to the end and replies nothing. */
export function withoutThinking(text: string): string {
  const channel = text.lastIndexOf("<|channel|>");
  if (channel >= 0 && finalChannel.test(text.slice(channel, channel + 40))) return text.slice(channel);
  const body = text.trimStart();
  if (opening.test(body)) {
    const close = closing.exec(body);
    if (close) return body.slice(close.index + close[0].length);
    // A thought that nothing closes ends in the reply, or is none.
    return /[}\]]\s*(?:```)?\s*$/.test(body.slice(-40)) ? body : "";
  }
  // Some servers swallow the opening tag; only text before the first object can be thinking then.
  const end = [...body.matchAll(swallowed)].at(-1);
  return end && end.index < body.indexOf('"criteria"') ? body.slice(end.index + end[0].length) : text;
}

/** What a text says that is a string of JSON from end to end, once or more, fenced or not; any other text as it is. */
export function unquoted(text: string): string {
  const inner = /^\s*```\w*\s*(?=")/.test(text) ? withoutFence(text) : text;
  const said = /^\s*"/.test(inner) ? parseLoosely(inner) : undefined;
  return typeof said === "string" ? unquoted(said) : text;
}

/** The object of JSON that a reply is, behind its thinking and in a fence or none; undefined of any other reply. */
export function objectOf(reply: string): JsonRecord | undefined {
  const body = withoutFence(unquoted(withoutThinking(reply)));
  const read = body.startsWith("{") ? parseLoosely(body) : undefined;
  return isRecord(read) ? read : undefined;
}

function withoutFence(text: string): string {
  return text.trim().replace(/^```\w*\s*|\s*```$/g, "");
}

/**
 * Every outermost balanced object or list of objects of a text that may hold a verdict; brackets that nothing closes
 * are passed over, a few times.
 */
export function objectsIn(text: string): string[] {
  const found: string[] = [];
  let unclosed = 0;
  for (let start = nextOpening(text, 0); start >= 0 && unclosed < mostUnclosed && found.length < mostFound;) {
    const end = closingOf(text, start);
    if (end === undefined) unclosed++;
    else found.push(text.slice(start, end + 1));
    start = nextOpening(text, (end ?? start) + 1);
  }
  return found.filter((candidate) => /verdict|criteria/i.test(candidate));
}

/** The tail from the object that holds the criteria, where nothing closes it. */
export function openObject(text: string): string | undefined {
  const key = text.indexOf('"criteria"');
  const start = key < 0 ? -1 : text.lastIndexOf("{", key);
  return start < 0 || closingOf(text, start) !== undefined ? undefined : text.slice(start);
}

/** The value of a JSON text, with lost backslashes, trailing commas and the like mended; undefined where it is none. */
export function parseLoosely(text: string): unknown {
  const attempts = [() => text, () => keepBackslashes(text)];
  if (text.length <= longestMended) attempts.push(() => jsonrepair(keepBackslashes(text)));
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt()) as unknown;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** A brace, or a bracket whose first item is an object. */
function nextOpening(text: string, from: number): number {
  const pattern = /\{|\[\s{0,20}\{/g;
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

function closingOf(text: string, start: number): number | undefined {
  const isList = text.charAt(start) === "[";
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i++) {
    const c = text.charAt(i);
    if (inString) {
      if (c === "\\") i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === open) depth++;
    else if (c === close && --depth === 0) return i;
  }
  return undefined;
}
