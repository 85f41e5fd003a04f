// What a service lists, in whatever shape, and which of the local services are up: plain fetch, no SDK, with the same
// care as a reply. Setting up only; grading goes through openAiCompatible.
import type { FailedRequest, ModelListOutcome } from "../llm/modelClient";
import { keyHeaders, readApiKey, type KeyHeader } from "./apiKey";
import { addressesOf, isAzure, isThisMachine, readBaseUrl } from "./baseUrl";
import { boundedText, bounds } from "./boundedBody";
import { exchange } from "./exchange";
import { chainOf, failed, whyRefused, whyUnreached } from "./failureReasons";
import { services, type Service } from "./knownServices";
import { readModelList, type ListedModel } from "./modelList";
import type { ModelPrice } from "./prices";
import type { Secrets } from "./scrub";
import { errorIn, isPage, titleOf, type ServiceError } from "./serviceError";
import { watch } from "./timeLimits";

const listTime = 15_000;
/** Milliseconds that a local service has to answer; one that runs does so in a few. */
const probeTime = 500;

export interface ModelListOptions {
  /** Default the global fetch. */
  readonly fetch?: typeof fetch;
  /** Milliseconds in all; default 15 s. */
  readonly timeout?: number;
}

/** A local service that answered, with its models. */
export interface AnsweringService {
  readonly service: Service;
  /** Empty where it is up and has no model yet. */
  readonly models: readonly string[];
}

/**
 * The local services that answer now, in the order of `services`. Asks 127.0.0.1 only, each at most 500 ms; never
 * rejects.
 */
export async function probeLocal(
  signal: AbortSignal,
  options: { readonly fetch?: typeof fetch; readonly among?: readonly Service[] } = {},
): Promise<AnsweringService[]> {
  const local = (options.among ?? services).filter((s) => s.local && isThisMachine(s.baseUrl));
  const asked = await Promise.all(
    local.map(async (service) => ({
      service,
      list: await listModels(service.baseUrl, undefined, signal, { ...options, timeout: probeTime }),
    })),
  );
  return asked.flatMap(({ service, list }) => (list.kind === "ok" ? [{ service, models: list.models }] : []));
}

/** The models that a service offers, in its order. The key goes into a header only. Never rejects. */
export async function listModels(
  baseUrl: string,
  key: string | undefined,
  signal: AbortSignal,
  { fetch: ask = fetch, timeout = listTime }: ModelListOptions = {},
): Promise<ModelListOutcome> {
  const base = readBaseUrl(baseUrl);
  const apiKey = readApiKey(key);
  const secrets: Secrets = { key };
  if (base.kind === "bad") return failed({ reason: "wrong-address", cause: base.why }, "", secrets);
  if (apiKey.kind === "unusable") return failed({ reason: "refused", cause: "unusable-key" }, "", secrets);
  // Azure takes a key in its own header, and some gateways that look like it in the usual one.
  const headers: readonly KeyHeader[] = isAzure(base) ? ["api-key", "authorization"] : ["authorization"];
  let first: FailedRequest | undefined;
  for (const address of addressesOf(base)) {
    for (const header of headers) {
      const init = { headers: { Accept: "application/json", ...keyHeaders(apiKey, header) } };
      const url = `${address}/models${base.query}`;
      const list = await listAt(url, init, signal, ask, timeout, secrets, apiKey.kind === "key");
      if (list.kind === "ok") return { ...list, baseUrl: `${address}${base.query}` };
      first ??= list;
      if (list.reason === "wrong-address") break;
      if (list.reason !== "refused" || header === headers.at(-1)) return list;
    }
  }
  return first ?? failed({ reason: "wrong-address" }, "", secrets);
}

async function listAt(
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  inner: typeof fetch,
  timeout: number,
  secrets: Secrets,
  hasKey: boolean,
): Promise<ModelListOutcome> {
  const watching = watch(signal, { stall: timeout, total: timeout });
  const { fetch: ask, came } = exchange(inner, watching);
  const refused = (error: ServiceError): FailedRequest =>
    failed(whyRefused(error, hasKey, ""), `${String(error.status ?? "")} ${error.words}`, secrets, error.retryAfter);
  try {
    const response = await ask(url, init);
    if (came.refusal) return refused(came.refusal);
    const text = await boundedText(response, bounds.list, watching.signal, () => watching.seen());
    if (isPage(text)) return failed({ reason: "wrong-address", cause: "web-page" }, titleOf(text), secrets);
    const value = parse(text);
    const models = readModelList(value);
    if (models) return { kind: "ok", models: models.map(({ name }) => name), ...pricesIn(models) };
    const error = errorIn(value);
    return error?.status === undefined
      ? failed({ reason: "wrong-address" }, `Not a list of models: ${text}`, secrets)
      : refused(error);
  } catch (error) {
    if (signal.aborted) return failed({ reason: "cancelled" }, "", secrets);
    if (watching.expired() !== undefined) return failed({ reason: "timed-out" }, watching.expired() ?? "", secrets);
    const fault = came.fault ?? error;
    return failed(whyUnreached(fault, came.began), chainOf(fault), secrets);
  } finally {
    watching.stop();
  }
}

function pricesIn(models: readonly ListedModel[]): { readonly prices?: ReadonlyMap<string, ModelPrice> } {
  const prices = new Map(models.flatMap(({ name, price }) => (price === undefined ? [] : [[name, price] as const])));
  return prices.size === 0 ? {} : { prices };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
