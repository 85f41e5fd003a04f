// How long a service asks to wait: a number that a person can use, or none. From headers or, where they say nothing,
// from its words.

import { anyOf } from "../anyOf";

/** Longer than a day is no wait that anyone sits out, and mostly a mistake. */
const longestWait = 24 * 3600_000;

interface HeadersLike {
  get(name: string): string | null;
}

/**
 * Milliseconds that a response asks to wait, against `now` (ms since 1970); undefined where it names no time or a
 * useless one.
 */
export function waitOf(headers: HeadersLike | undefined, body: string, now: number): number | undefined {
  return usable(inHeaders(headers, now) ?? inWords(body.slice(0, 16_384)));
}

function inHeaders(headers: HeadersLike | undefined, now: number): number | undefined {
  const ms = headers?.get("retry-after-ms")?.trim();
  if (ms !== undefined && ms !== "" && Number.isFinite(Number(ms))) return Number(ms);
  const value = headers?.get("retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  const seconds = Number(value.replace(/s$/i, ""));
  if (!Number.isNaN(seconds)) return seconds * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

const hours = /(?:(\d+(?:\.\d+)?) ?h(?:ours?|rs?)?)?/;
const minutes = /(?:(\d+(?:\.\d+)?) ?m(?:in(?:ute)?s?)?(?!s|il))?/;
const seconds = /(?:(\d+(?:\.\d+)?) ?(ms|milliseconds?|s(?:ec(?:ond)?s?)?))?/;
const duration = new RegExp([hours, minutes, seconds].map((part) => part.source).join(" ?"));
const asked = anyOf(
  [
    /(?:try|retry|come back|available)(?: again)? (?:in|after) ["']?(?=\d)/,
    /wait(?: for)?(?: at least)? (?=\d)|retry[-_ ]?(?:delay|after)["']? ?[:=] ?["']?(?=\d)/,
  ],
  "gi",
);
const name = /"(?:retry[-_]?after(?:[-_]?(ms|seconds))?|estimated_time|retry[-_]?in)" ?: ?/;
const amount = /"?(\d+(?:\.\d+)?(?:e\+?\d+)?)"?(?=[\s,}\]]|$)/;
const field = new RegExp(name.source + amount.source, "i");

function inWords(text: string): number | undefined {
  const [, unit, value] = field.exec(text) ?? [];
  if (value !== undefined) return Number(value) * (unit?.toLowerCase() === "ms" ? 1 : 1000);
  for (const match of text.matchAll(asked)) {
    const [whole = "", h = 0, min = 0, rest = 0, of = "s"] =
      duration.exec(text.slice(match.index + match[0].length)) ?? [];
    if (whole.trim() === "") continue;
    return Number(h) * 3600_000 + Number(min) * 60_000 + Number(rest) * (of.startsWith("m") ? 1 : 1000);
  }
  return undefined;
}

function usable(ms: number | undefined): number | undefined {
  return ms !== undefined && Number.isFinite(ms) && ms >= 0 && ms <= longestWait ? Math.ceil(ms) : undefined;
}
