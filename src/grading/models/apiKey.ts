// An API key as people paste it, and the header that carries it. Keeps and logs none.

/** A key that a header can hold, none at all, or one that cannot be right. */
export type ApiKey =
  { readonly kind: "key"; readonly key: string } | { readonly kind: "none" } | { readonly kind: "unusable" };

/** A name that says that a key follows, as settings, shells and headers write it. */
const name = /^(?:export )?\{? ?["']?[\w-]*(?:key|token)["']? ?[:=] ?/i;

/** Reads a pasted key: what cannot be seen, quotes, a name and a "Bearer" before it are dropped. */
export function readApiKey(pasted: string | undefined): ApiKey {
  const key = (pasted ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, (c) => (c === " " ? c : ""))
    .trim()
    .replace(name, "")
    .replace(/^["'`“”‘’]+|["'`“”‘’;,} ]+$/g, "")
    .replace(/^(?:authorization: ?)?bearer(?: |$)/i, "")
    .trim();
  if (key === "") return { kind: "none" };
  return /^[\x21-\x7e]+$/.test(key) ? { kind: "key", key } : { kind: "unusable" };
}

/** Which header a service reads its key from. */
export type KeyHeader = "authorization" | "api-key";

/** The header with the key; empty without one. */
export function keyHeaders(key: ApiKey, header: KeyHeader): Readonly<Record<string, string>> {
  if (key.kind !== "key") return {};
  return header === "api-key" ? { "api-key": key.key } : { Authorization: `Bearer ${key.key}` };
}

/** A pasted key as a header can hold it; undefined where there is none or it cannot be right. */
export function cleanKey(pasted: string): string | undefined {
  const read = readApiKey(pasted);
  return read.kind === "key" ? read.key : undefined;
}
