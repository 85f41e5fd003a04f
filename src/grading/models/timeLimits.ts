// When to stop waiting for a service: silence before the first word, silence after it, and time in all. Timers and
// listeners are held here for as long as the watch runs: a signal made by AbortSignal.any or .timeout that nothing
// holds is collected in Node 20 and 22, and its limit with it.

/** Milliseconds. `first` is absent where silence is no failure: a local model reads for minutes. */
export interface TimeLimits {
  readonly first?: number;
  readonly stall: number;
  readonly total: number;
}

/** One request being watched. */
export interface Watch {
  /** Fires when the caller cancels or a limit is reached. */
  readonly signal: AbortSignal;
  /** Say that a byte arrived. */
  seen(): void;
  /** Say that a word of the reply arrived: from here on silence is a stall. */
  spoke(): void;
  /** Which limit was reached, in plain words; undefined while none is. */
  expired(): string | undefined;
  /** Ends the watch; its timers are gone. */
  stop(): void;
}

/** Longest time that a timer takes, milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Watches one request. */
export function watch(caller: AbortSignal, limits: TimeLimits): Watch {
  const own = new AbortController();
  let why: string | undefined;
  let silent: number | undefined = limits.first;
  const cancel = (): void => own.abort(caller.reason);
  const expire = (reason: string): void => {
    why ??= reason;
    own.abort(new Error(reason));
  };
  const after = (ms: number, reason: string): ReturnType<typeof setTimeout> =>
    setTimeout(() => expire(reason), Math.min(longestTimer, Math.max(0, ms)));
  const listen = (): ReturnType<typeof setTimeout> | undefined =>
    silent === undefined ? undefined : after(silent, `no byte for ${String(silent)} ms`);
  const total = after(limits.total, `no end after ${String(Math.round(limits.total))} ms`);
  let silence = listen();
  const seen = (): void => {
    clearTimeout(silence);
    if (!own.signal.aborted) silence = listen();
  };
  if (caller.aborted) cancel();
  else caller.addEventListener("abort", cancel, { once: true });
  return {
    signal: own.signal,
    seen,
    spoke: () => {
      silent = limits.stall;
      seen();
    },
    expired: () => why,
    stop: () => {
      clearTimeout(total);
      clearTimeout(silence);
      caller.removeEventListener("abort", cancel);
    },
  };
}

/** Waits; false where the signal fired first. */
export function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (value: boolean) => (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stopped);
      resolve(value);
    };
    const stopped = done(false);
    const timer = setTimeout(done(true), ms);
    if (signal.aborted) stopped();
    else signal.addEventListener("abort", stopped, { once: true });
  });
}
