// What a service takes and what it refuses: where it answers, how a reply's shape is asked for, optional parameters,
// the roles. Each refusal steps down once and is remembered per endpoint and model, after the lesser request worked.
import { anyOf } from "../anyOf";
import { replyModes, type ModelRequest, type ReplyMode } from "../llm/modelClient";
import type { KeyHeader } from "./apiKey";
import type { ServiceError } from "./serviceError";

/** Where capabilities are kept: strings by endpoint and model. A `Map` will do. */
export interface Learned {
  get(place: string): string | undefined;
  set(place: string, capabilities: string): unknown;
}

const optionalParameters = ["temperature", "seed", "stream_options"] as const;
type OptionalParameter = (typeof optionalParameters)[number];
const limits = ["none", "max_tokens", "max_completion_tokens"] as const;

/** How one model behind one endpoint is spoken to. */
export interface Capabilities {
  readonly mode: ReplyMode;
  readonly dropped: readonly OptionalParameter[];
  /** Whether it takes a message of the role `system`; else the instructions lead the user's. */
  readonly systemRole: boolean;
  readonly streams: boolean;
  /** The parameter that keeps a service from cutting a reply at a small limit of its own. */
  readonly limit: (typeof limits)[number];
  readonly keyHeader: KeyHeader;
  /** Which of the addresses answers (`addressesOf`). */
  readonly address: number;
}

/** The fullest request. */
export const fullest: Capabilities = {
  mode: "json_schema",
  dropped: [],
  systemRole: true,
  streams: true,
  limit: "none",
  keyHeader: "authorization",
  address: 0,
};

/**
 * Tokens that a reply may have where we name a limit: four times what a long one needs, and in reach of small models.
 */
const ownLimit = 4096;

/** One model behind one endpoint. */
export interface Place {
  readonly endpoint: string;
  readonly model: string;
}

/** What was learned of a place before; what is not known of it is as in `first`. */
export function capabilitiesOf(learned: Learned, place: Place, first: Capabilities): Capabilities {
  let kept: Readonly<Record<string, unknown>>;
  try {
    kept = (JSON.parse(learned.get(name(place)) ?? "{}") ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return first;
  }
  const one = <T>(field: string, among: readonly T[], otherwise: T): T =>
    among.find((v) => v === kept[field]) ?? otherwise;
  const dropped: unknown = kept["dropped"];
  return {
    mode: one("mode", replyModes, first.mode),
    dropped: Array.isArray(dropped) ? optionalParameters.filter((p) => dropped.includes(p)) : first.dropped,
    systemRole: one("systemRole", [true, false], first.systemRole),
    streams: one("streams", [true, false], first.streams),
    limit: one("limit", limits, first.limit),
    keyHeader: one<KeyHeader>("keyHeader", ["authorization", "api-key"], first.keyHeader),
    address: one("address", [0, 1], first.address),
  };
}

/** Keeps capabilities that worked. */
export function remember(learned: Learned, place: Place, capabilities: Capabilities): void {
  learned.set(name(place), JSON.stringify(capabilities));
}

function name({ endpoint, model }: Place): string {
  return `${endpoint} ${model}`;
}

/** The messages and the optional part of a request's body. */
export function bodyOf(request: ModelRequest, can: Capabilities) {
  const { name: schemaName, schema } = request.schema;
  const { dropped, mode, limit, streams } = can;
  return {
    messages: can.systemRole
      ? [
          { role: "system" as const, content: request.system },
          { role: "user" as const, content: request.user },
        ]
      : [{ role: "user" as const, content: `${request.system}\n\n${request.user}` }],
    ...(streams ? { stream: true as const } : {}),
    ...(dropped.includes("temperature") ? {} : { temperature: 0 }),
    ...(dropped.includes("seed") ? {} : { seed: 1 }),
    ...(dropped.includes("stream_options") || !streams ? {} : { stream_options: { include_usage: true } }),
    ...(limit === "none" ? {} : { [limit]: ownLimit }),
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

const aboutShape = anyOf([
  /response[_ ]?format|json[_ ]?schema|json[_ ]?object|json_validate|generate json|failed_generation/,
  /structured|grammar|schema|constrain/,
]);
const aboutSystem = anyOf([
  /system (?:role|message|prompt|instruction)s?\b|role[^.]{0,40}\bsystem\b|"system"|'system'/,
  /developer instruction|(?:only|must be)[^.]{0,30}\buser\b[^.]{0,20}\bassistant\b|roles must alternate/,
]);
const aboutStreaming = /"param"\s*:\s*"stream"|\bstream(?:ing|ed)?\b(?!_options)/i;
const aboutKeyHeader = /api-key\b|subscription key/i;

/**
 * The next lesser request after a refusal: without what it names, else with a looser shape; undefined where nothing is
 * left to drop or the refusal is about something else.
 */
export function lesser(can: Capabilities, { status, words: all }: ServiceError): Capabilities | undefined {
  // The words of a validator may hold the whole request; what it names comes first.
  const words = all.slice(0, 4096);
  const refusal = status === 400 || status === 415 || status === 422 || status === 501;
  // A chat template without a system role or a grammar that a local server cannot build comes as a 500 too.
  const template = status === 500 && (aboutShape.test(words) || aboutSystem.test(words));
  if (status === 403 && can.streams && aboutStreaming.test(words)) return { ...can, streams: false };
  const parameters = status === 404 && /requested parameters/i.test(words);
  if (!refusal && !template && !parameters) return undefined;
  if (can.limit !== "none" && /max_(?:completion_)?tokens/.test(words)) return otherLimit(can, words);
  const named = optionalParameters.filter((p) => !can.dropped.includes(p) && words.includes(p));
  if (named.length > 0) return { ...can, dropped: [...can.dropped, ...named] };
  if (/include_usage/.test(words) && !can.dropped.includes("stream_options"))
    return { ...can, dropped: [...can.dropped, "stream_options"] };
  if (can.systemRole && aboutSystem.test(words)) return { ...can, systemRole: false };
  if (can.streams && aboutStreaming.test(words) && !aboutShape.test(words)) return { ...can, streams: false };
  return looser(can);
}

/** The same request with a looser shape of the reply; undefined where it is text already. */
export function looser(can: Capabilities): Capabilities | undefined {
  const mode = replyModes[replyModes.indexOf(can.mode) + 1];
  return mode === undefined ? undefined : { ...can, mode };
}

/** The same request where a reply broke off with an error about its shape. */
export function lesserInStream(can: Capabilities, { status, words }: ServiceError): Capabilities | undefined {
  return can.mode !== "text" && (aboutShape.test(words) || status === 400 || status === 422) ? looser(can) : undefined;
}

/** The same request with a limit of our own, where none was named. */
export function withLimit(can: Capabilities): Capabilities | undefined {
  return can.limit === "none" ? { ...can, limit: "max_tokens" } : undefined;
}

/** The same request with the key in the other header: for Azure, or where a refusal names that header. */
export function otherKeyHeader(can: Capabilities, first: Capabilities, error: ServiceError): Capabilities | undefined {
  if (error.status !== 401 && error.status !== 403) return undefined;
  if (can.keyHeader === "api-key" && first.keyHeader === "api-key") return { ...can, keyHeader: "authorization" };
  const named =
    can.keyHeader === "authorization" && first.keyHeader === "authorization" && aboutKeyHeader.test(error.words);
  return named ? { ...can, keyHeader: "api-key" } : undefined;
}

function otherLimit(can: Capabilities, words: string): Capabilities | undefined {
  return can.limit === "max_tokens" && words.includes("max_completion_tokens")
    ? { ...can, limit: "max_completion_tokens" }
    : undefined;
}
