// One HTTP exchange with a service, whoever asks: redirects within the origin, bodies of errors bounded, and what
// happened kept, since an SDK on top tells less. Reads no reply.
import { boundedText, bounds } from "./boundedBody";
import { sameOriginFetch } from "./redirects";
import { errorOfResponse, type ServiceError } from "./serviceError";
import type { Watch } from "./timeLimits";
import { waitOf } from "./waits";

/** What came of an exchange so far. */
export interface Exchange {
  /** What the service said of its failure; undefined while it said none. */
  refusal: ServiceError | undefined;
  /** What the connection threw; undefined while it holds. */
  fault: unknown;
  /** Whether the service's answer had begun. */
  began: boolean;
}

/** A `fetch` for one exchange, and what came of it. The answer's bytes are told to `watching`. */
export function exchange(
  inner: typeof fetch,
  watching: Watch,
): { readonly fetch: typeof fetch; readonly came: Exchange } {
  const came: Exchange = { refusal: undefined, fault: undefined, began: false };
  const ask: typeof fetch = async (input, init) => {
    try {
      const url = input instanceof Request ? input.url : String(input);
      const response = await sameOriginFetch(inner, url, { ...init, signal: watching.signal });
      came.began = true;
      if (response.ok) return response;
      const text = await boundedText(response, bounds.error, watching.signal, () => watching.seen());
      const { status, headers } = response;
      const retryAfter = waitOf(headers, text, Date.now());
      came.refusal = { ...errorOfResponse(status, text), ...(retryAfter === undefined ? {} : { retryAfter }) };
      return new Response(status < 200 || status === 304 ? null : text, { status: status < 400 ? 502 : status });
    } catch (error) {
      came.fault ??= error;
      throw error;
    }
  };
  return { fetch: ask, came };
}
