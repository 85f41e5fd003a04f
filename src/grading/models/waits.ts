// How long a service asks to wait: a number that a person can use, or none. From headers or, where they say nothing, from its words.

/** Longer than a day is no wait that anyone sits out, and mostly a mistake. */
const longestWait = 24 * 3600_000;

interface HeadersLike {
  get(name: string): string | null;
}

/** Milliseconds that a response asks to wait, against `now` (ms since 1970); undefined where it names no time or a useless one. */
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

const duration =
  /(?:(\d+(?:\.\d+)?) ?h(?:ours?|rs?)?)? ?(?:(\d+(?:\.\d+)?) ?m(?:in(?:ute)?s?)?(?!s|il))? ?(?:(\d+(?:\.\d+)?) ?(ms|milliseconds?|s(?:ec(?:ond)?s?)?))?/;
const asked =
  /(?:(?:try|retry|come back|available)(?: again)? (?:in|after)|wait(?: for)?(?: at least)?|retry[-_ ]?(?:delay|after)["']? ?[:=]) ?["']?(?=\d)/gi;
const fields =
  /"(retry[-_]?after(?:[-_]?(ms|seconds))?|estimated_time|retry[-_]?in)" ?: ?"?(\d+(?:\.\d+)?(?:e\+?\d+)?)"?(?=[\s,}\]]|$)/i;

function inWords(text: string): number | undefined {
  const field = fields.exec(text);
  if (field) return Number(field[3]) * (field[2]?.toLowerCase() === "ms" ? 1 : 1000);
  for (const match of text.matchAll(asked)) {
    const [whole = "", hours = 0, minutes = 0, amount = 0, unit = "s"] =
      duration.exec(text.slice(match.index + match[0].length)) ?? [];
    if (whole.trim() === "") continue;
    return Number(hours) * 3600_000 + Number(minutes) * 60_000 + Number(amount) * (/^m/.test(unit) ? 1 : 1000);
  }
  return undefined;
}

function usable(ms: number | undefined): number | undefined {
  return ms !== undefined && Number.isFinite(ms) && ms >= 0 && ms <= longestWait ? Math.ceil(ms) : undefined;
}
