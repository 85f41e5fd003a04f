// Long work cut into slices, so that nothing holds the editor back: the work yields often, whoever runs it decides
// when to pause.

/** Work that yields after each bounded piece and returns its result. */
export type Slices<Result> = Generator<undefined, Result, undefined>;

/** Milliseconds of work after which a pause is due; with the piece that is on its way it stays below 16. */
const slice = 8;

/** Lets everything else run once. */
export type Pause = () => Promise<void>;

/** A pause of one turn of the event loop. */
export const nextTurn: Pause = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Runs work with pauses; undefined where the signal was aborted in between. */
export function runInSlices<Result>(work: Slices<Result>, pause?: Pause): Promise<Result>;
export function runInSlices<Result>(
  work: Slices<Result>,
  pause: Pause | undefined,
  signal: AbortSignal | undefined,
): Promise<Result | undefined>;
export async function runInSlices<Result>(
  work: Slices<Result>,
  pause: Pause = nextTurn,
  signal?: AbortSignal,
): Promise<Result | undefined> {
  let started = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - started < slice) continue;
    await pause();
    if (signal?.aborted === true) return undefined;
    started = performance.now();
  }
}

/** For many short pieces of work: awaited after each of them, it pauses once they took a slice together. */
export function rests(pause: Pause = nextTurn): Pause {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < slice) return;
    await pause();
    started = performance.now();
  };
}

/** Runs work to its end at once: for texts known to be short. */
export function runAtOnce<Result>(work: Slices<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
