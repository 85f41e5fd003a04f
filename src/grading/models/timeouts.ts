// When to stop waiting for a service: silence before the first byte, silence after it, and time in all.
// Bytes are watched under the SDK, so that a keep-alive comment counts as life.

/** Milliseconds. */
export interface Patience {
  readonly first: number;
  readonly stall: number;
  readonly total: number;
}

/** One request being watched. */
export interface Watch {
  /** Fires when the caller cancels or patience ends. */
  readonly signal: AbortSignal;
  /** Say that a byte arrived. */
  seen(): void;
  /** Keep what a failed response said. */
  refused(body: string): void;
  /** What a failed response said, or nothing. */
  refusal(): string;
  /** Why patience ended, in plain words; undefined while it has not. */
  expired(): string | undefined;
  /** Ends the watch; its timers are gone. */
  stop(): void;
}

/** Watches one request. */
export function watch(caller: AbortSignal, patience: Patience): Watch {
  const own = new AbortController();
  let why: string | undefined;
  let said = "";
  const expire = (reason: string) => (): void => {
    why ??= reason;
    own.abort(new Error(reason));
  };
  const total = setTimeout(
    expire(`no end after ${String(Math.round(patience.total))} ms`),
    Math.max(0, patience.total),
  );
  let silence = setTimeout(expire(`no byte for ${String(patience.first)} ms`), patience.first);
  return {
    signal: AbortSignal.any([caller, own.signal]),
    seen: () => {
      clearTimeout(silence);
      if (why === undefined) silence = setTimeout(expire(`no byte for ${String(patience.stall)} ms`), patience.stall);
    },
    refused: (body) => {
      said = body;
    },
    refusal: () => said,
    expired: () => why,
    stop: () => {
      clearTimeout(total);
      clearTimeout(silence);
    },
  };
}

/** `fetch` that tells `watching` of every piece of a response's body, and of what a failed response says. */
export function watchedFetch(inner: typeof fetch, watching: Pick<Watch, "seen" | "refused">): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    const { status, statusText, headers, body } = response;
    if (!response.ok) {
      const text = await response.text();
      watching.refused(text);
      return new Response(text, { status, statusText, headers });
    }
    if (body === null) return response;
    if (init?.method === "POST" && headers.get("content-type")?.includes("application/json"))
      return new Response(asEvents(await response.text()), {
        status,
        headers: { "content-type": "text/event-stream" },
      });
    const watched = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, controller) {
          watching.seen();
          controller.enqueue(piece);
        },
      }),
    );
    return new Response(watched, { status, statusText, headers });
  };
}

/** A reply that came whole from a service that does not stream, as the stream it should have been. */
function asEvents(text: string): string {
  let event: unknown;
  try {
    event = JSON.parse(text, (_key, value: unknown) =>
      typeof value === "object" && value !== null && "message" in value && "finish_reason" in value
        ? { ...value, delta: value.message }
        : value,
    );
  } catch {
    return `data: ${text.replace(/\s+/g, " ")}\n\n`;
  }
  return `data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`;
}
