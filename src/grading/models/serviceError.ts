// What a service says of its own failure, however it is worded: finds an error in any JSON value, and the status that
// it means. Judges nothing; which reason it is, failureReasons says.
import { isRecord } from "../../core/text/jsonRecord";

/** A failure as a service tells it. */
export interface ServiceError {
  /** HTTP status, or the one that an error inside a reply stands for. */
  readonly status?: number;
  /** The service's words: body of the response or message of the error. Not scrubbed. */
  readonly words: string;
  /** True for a page of HTML. */
  readonly page?: boolean;
  /** Milliseconds that it asks to wait. */
  readonly retryAfter?: number;
}

/** Names that services give to a failure, and the HTTP status that they stand for. */
const statusOfName: readonly (readonly [RegExp, number])[] = [
  [/insufficient_quota|billing|payment|insufficient.?credit/i, 402],
  [/rate.?limit|resource.?exhausted|too.?many.?requests|throttl/i, 429],
  [/authentication|unauthori[sz]ed|invalid.?api.?key|unauthenticated/i, 401],
  [/permission|forbidden|access.?denied/i, 403],
  [/not.?found/i, 404],
  [/overloaded|unavailable|capacity/i, 503],
  [/time.?out|deadline/i, 504],
  [/bad.?request|invalid.?(?:request|argument|parameter)|validat|context.?length|unsupported/i, 400],
  [/internal|server.?error/i, 500],
];

/** The error that a JSON value of a reply holds; undefined where it holds none. */
export function errorIn(value: unknown): ServiceError | undefined {
  if (Array.isArray(value)) return value.length > 0 ? errorIn(value[0]) : undefined;
  if (!isRecord(value)) return undefined;
  const inner = value["error"] ?? value["errors"] ?? innerError(value);
  if (typeof inner === "string" && inner !== "") return told(value, inner);
  if (Array.isArray(inner))
    return inner.length > 0 ? (errorIn({ error: inner[0] as unknown }) ?? undefined) : undefined;
  if (isRecord(inner) && Object.keys(inner).length > 0) return told(inner, JSON.stringify(value));
  if (typeof value["error_message"] === "string" || typeof value["error_type"] === "string")
    return told(value, JSON.stringify(value));
  // The bare form of some gateways.
  const bare = ["message", "msg"].some((name) => typeof value[name] === "string");
  const coded = ["code", "status", "type", "statusCode"].some((name) => name in value);
  if (bare && value["choices"] === undefined && coded && !saysDone(value)) return told(value, JSON.stringify(value));
  const isError = value["object"] === "error" || value["type"] === "error" || value["success"] === false;
  const { detail } = value;
  if (isError || (detail !== undefined && value["choices"] === undefined)) return told(value, JSON.stringify(value));
  return undefined;
}

/** A failed response in plain terms; an exact status inside its body says more than a gateway's. */
export function errorOfResponse(status: number, body: string): ServiceError {
  const page = isPage(body);
  if (page) return { status, words: titleOf(body), page };
  const inner = parse(body);
  const told = inner === undefined ? undefined : errorIn(inner);
  const exact = told?.status !== undefined && (status === 400 || status >= 500) && hasNumber(inner);
  return { status: exact ? (told.status ?? status) : status, words: body };
}

/** The sentence that a failure's words hold for people, without the status before it; empty where there is none. */
export function sentenceIn(words: string): string {
  const text = words
    .replace(/^\d{3} /, "")
    .replace(/^a web page(?:, “(.*)”)?$/, "$1")
    .trim();
  // An editor's extension puts words of its own before the service's object.
  const inner = parse(text) ?? parse(text.slice(Math.max(0, text.indexOf("{"))));
  const said = inner === undefined ? text : messageIn(inner, 0);
  return said.split(/[\r\n]/, 1)[0]?.trim() ?? "";
}

const messageFields = ["message", "msg", "error_message", "error", "errors", "detail", "title"] as const;

function messageIn(value: unknown, depth: number): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return messageIn(value[0], depth + 1);
  if (!isRecord(value) || depth > 4) return "";
  return messageFields.map((name) => messageIn(value[name], depth + 1)).find((said) => said !== "") ?? "";
}

/** Whether a text is a page for people. */
export function isPage(text: string): boolean {
  return /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 4096));
}

/** The title of a page, or a word that says what it is. */
export function titleOf(page: string): string {
  const title = /<title[^>]{0,200}>([^<]{0,200})/i.exec(page.slice(0, 16_384))?.[1]?.trim();
  return title === undefined || title === "" ? "a web page" : `a web page, “${title}”`;
}

function told(error: Readonly<Record<string, unknown>>, words: string): ServiceError {
  const names = ["code", "status", "type", "error_type", "status_code", "statusCode"].map((name) => error[name]);
  const number = names.map(Number).find((n) => Number.isInteger(n) && n >= 400 && n < 600);
  const text = names.filter((n) => typeof n === "string").join(" ");
  const status = number ?? statusOfName.find(([name]) => name.test(text))?.[1];
  return { words, ...(status === undefined ? {} : { status }) };
}

/** Gateways that wrap a reply say that all is well in the fields of an error. */
function saysDone(value: Readonly<Record<string, unknown>>): boolean {
  const said = value["code"] ?? value["status"] ?? value["statusCode"];
  return isRecord(value["data"]) && /^(?:0|2\d\d|ok|success|true)$/i.test(String(said));
}

/** OpenRouter puts an error of the provider behind it into the choice, OpenAI's Responses into the response. */
function innerError(value: Readonly<Record<string, unknown>>): unknown {
  const choice: unknown = Array.isArray(value["choices"]) ? value["choices"][0] : value["response"];
  return isRecord(choice) ? choice["error"] : undefined;
}

function hasNumber(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const error = isRecord(first) ? (first["error"] ?? first) : undefined;
  return isRecord(error) && ["code", "status", "status_code"].some((name) => Number(error[name]) >= 400);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
