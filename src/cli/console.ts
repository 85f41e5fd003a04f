// What every command needs of the terminal: where it writes, how it stops, what its exit codes mean.

/** Exit codes: all well, something found or not graded, called wrongly. */
export const exitCodes = { ok: 0, findings: 1, usage: 2 } as const;

/** Where a command reads and writes; the tests hand in their own. */
export interface Console {
  readonly stdin: NodeJS.ReadableStream;
  /** Writes one line to standard output, waiting where the reader is slow. */
  print(line: string): Promise<void>;
  /** Writes one line to standard error. */
  complain(line: string): void;
  /** Replaces the progress shown on standard error; does nothing where that is no terminal. */
  progress(text: string): void;
  /** Aborted by Ctrl+C and when nobody reads the output any more. */
  readonly signal: AbortSignal;
}

/** Thrown where the command line itself is wrong; the message says what to write. */
export class UsageError extends Error {}
