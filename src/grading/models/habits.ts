// What a service takes and what it refuses: the way a reply's shape is asked for, and optional parameters.
// Each refusal steps down once and is remembered per endpoint and model, after the lesser request worked.
import { replyModes, type ModelRequest, type ReplyMode } from "../llm/modelClient";
import type { ServiceError } from "./failures";

/** Where habits are kept: strings by endpoint and model. A `Map` will do. */
export interface Learned {
  get(place: string): string | undefined;
  set(place: string, habits: string): unknown;
}

/** Parameters that a request can do without. */
export const optionalParameters = ["temperature", "seed", "stream_options"] as const;
type OptionalParameter = (typeof optionalParameters)[number];

/** How one model behind one endpoint is spoken to. */
export interface Habits {
  readonly mode: ReplyMode;
  readonly dropped: readonly OptionalParameter[];
}

const fresh: Habits = { mode: "json_schema", dropped: [] };

/** One model behind one endpoint. */
export interface Place {
  readonly endpoint: string;
  readonly model: string;
}

/** What was learned of a place before, or the fullest request. */
export function habitsOf(learned: Learned, place: Place): Habits {
  try {
    const kept = JSON.parse(learned.get(name(place)) ?? "null") as {
      readonly mode?: unknown;
      readonly dropped?: unknown;
    } | null;
    const mode = replyModes.find((m) => m === kept?.mode);
    const dropped = Array.isArray(kept?.dropped)
      ? optionalParameters.filter((p) => (kept.dropped as unknown[]).includes(p))
      : [];
    return mode ? { mode, dropped } : fresh;
  } catch {
    return fresh;
  }
}

/** Keeps habits that worked. */
export function remember(learned: Learned, place: Place, habits: Habits): void {
  learned.set(name(place), JSON.stringify(habits));
}

function name({ endpoint, model }: Place): string {
  return `${endpoint} ${model}`;
}

/** The optional part of a request's body under some habits. */
export function parametersOf(request: ModelRequest, { mode, dropped }: Habits) {
  const { name: schemaName, schema } = request.schema;
  return {
    ...(dropped.includes("temperature") ? {} : { temperature: 0 }),
    ...(dropped.includes("seed") ? {} : { seed: 1 }),
    ...(dropped.includes("stream_options") ? {} : { stream_options: { include_usage: true } }),
    ...(mode === "json_schema"
      ? {
          response_format: {
            type: "json_schema" as const,
            json_schema: { name: schemaName, strict: true, schema: { ...schema } },
          },
        }
      : mode === "json_object"
        ? { response_format: { type: "json_object" as const } }
        : {}),
  };
}

const aboutShape = /response[_ ]?format|json[_ ]?schema|json[_ ]?object|structured|grammar|schema/i;

/** The next lesser habits after a refusal: without what it names, else with a looser shape; undefined where nothing is left to drop or the refusal is about something else. */
export function lesser(habits: Habits, error: ServiceError): Habits | undefined {
  const { status, words } = error;
  const refusal = status === 400 || status === 415 || status === 422 || status === 501;
  // A grammar that a local server cannot build comes as a 500 too.
  if (!refusal && !(status === 500 && aboutShape.test(words))) return undefined;
  const looser = replyModes[replyModes.indexOf(habits.mode) + 1];
  const named = optionalParameters.filter((p) => !habits.dropped.includes(p) && words.includes(p));
  if (named.length > 0) return { ...habits, dropped: [...habits.dropped, ...named] };
  if (/include_usage/.test(words) && !habits.dropped.includes("stream_options"))
    return { ...habits, dropped: [...habits.dropped, "stream_options"] };
  return looser === undefined ? undefined : { ...habits, mode: looser };
}
