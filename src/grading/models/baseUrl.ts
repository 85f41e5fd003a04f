// Base URLs as people type them: read once, here, and nowhere else. Sends nothing.
// A base URL ends before `/chat/completions`; its query (Azure's api-version) stays a query.

import { anyOf } from "../anyOf";

/** A base URL in parts. `address` and `query` hold no credentials. */
export interface BaseUrl {
  readonly kind: "ok";
  /** Origin and path, without a slash at the end. */
  readonly address: string;
  /** With its `?`, or empty. */
  readonly query: string;
}

/** Why a text is no base URL. */
export interface BadBaseUrl {
  readonly kind: "bad";
  readonly why: "not-a-url" | "credentials-in-url";
}

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const wrapping = /^[\s<"'`“”‘’„«(]+|[\s>"'`“”‘’»),;]+$/g;
const endpoints = /\/(?:chat\/completions|completions|responses|messages|embeddings|models(?:\/[^/]*)?)$/i;
const version = /\/v\d+(?:(?:alpha|beta)\d*)?(?=\/|$)/i;
const thisMachine = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;
/** Hosts of Azure's own resources; `models.inference.ai.azure.com` is none of them. */
const azureHost = /\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn)$/;
const privateNetwork = anyOf([
  /^10(?:\.\d{1,3}){3}$|^192\.168(?:\.\d{1,3}){2}$|^172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}$/,
  /^[\w-]+$|\.(?:local|lan|internal)$/,
]);

/**
 * Reads what was typed or pasted: a scheme is added, blanks around it, quotes, a pasted endpoint and the slash at the
 * end go. A blank within is not guessed away: what is left could be another host.
 */
export function readBaseUrl(typed: string): BaseUrl | BadBaseUrl {
  const text = typed
    .replace(invisible, "")
    .replace(wrapping, "")
    .replace(/^(?:GET|POST)\s+(?=https?:)/i, "")
    .replace(/^(https?):?\/\/+|^(https?):\/*/i, "$1$2://");
  if (/\s/.test(text)) return bad("not-a-url");
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : withScheme(text));
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === "") return bad("not-a-url");
  if (url.username !== "" || url.password !== "") return bad("credentials-in-url");
  // What a server says that it listens on is no address that every system can call.
  if (url.hostname === "0.0.0.0" || url.hostname === "[::]") url.hostname = "127.0.0.1";
  const given = trimSlashes(url.pathname.replace(/\/{2,}/g, "/"));
  // At Azure's, `/models` is where all models answer, and no list.
  const path = azureHost.test(url.hostname) && given === "/models" ? given : trimSlashes(given.replace(endpoints, ""));
  return { kind: "ok", address: `${url.origin}${path}`, query: url.search === "" ? versionOf(url) : url.search };
}

/** Azure's address of a deployment answers nothing without a version; this one is the last that is no preview. */
function versionOf({ hostname, pathname }: URL): string {
  return azureHost.test(hostname) && /\/deployments\//.test(pathname) ? "?api-version=2024-10-21" : "";
}

/** The base URLs to try in turn: as typed, then with what people leave out: `/v1`, and `/openai/v1` at Azure's. */
export function addressesOf({ address }: BaseUrl): readonly string[] {
  const { hostname, pathname } = new URL(address);
  if (azureHost.test(hostname) && /^\/(?:openai)?$/.test(pathname)) return [`${new URL(address).origin}/openai/v1`];
  return version.test(new URL(address).pathname) ? [address] : [address, `${address}/v1`];
}

/**
 * A base URL as a receipt, a message or a log may hold it: no credentials, query or fragment; empty where it is none.
 */
export function endpointOf(typed: string): string {
  const read = readBaseUrl(typed);
  if (read.kind === "ok") return read.address;
  const url = parse(typed.replace(invisible, ""));
  return url === undefined || !/^https?:$/.test(url.protocol) ? "" : trimSlashes(`${url.origin}${url.pathname}`);
}

/** Whether a URL leads to this machine. */
export function isThisMachine(url: string): boolean {
  const read = readBaseUrl(url);
  return read.kind === "ok" && thisMachine.test(new URL(read.address).hostname);
}

/** Whether this is Azure's service, which takes its key in a header of its own and its version in the query. */
export function isAzure({ address, query }: BaseUrl): boolean {
  const { hostname, pathname } = new URL(address);
  return (
    /\.azure\.(?:com|us|cn)$/.test(hostname) || /[?&]api-version=/i.test(query) || /\/deployments\//.test(pathname)
  );
}

/** `http` is what speaks on this machine and in a house; anything else is on the internet. */
function withScheme(text: string): string {
  const host = parse(`http://${text.replace(/^\/+/, "")}`)?.hostname ?? "";
  const near = thisMachine.test(host) || host === "0.0.0.0" || host === "[::]" || privateNetwork.test(host);
  return `${near ? "http" : "https"}://${text.replace(/^\/+/, "")}`;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function bad(why: BadBaseUrl["why"]): BadBaseUrl {
  return { kind: "bad", why };
}

function trimSlashes(text: string): string {
  return text.replace(/\/+$/, "");
}
