// Lets others run between pieces of work that would otherwise come without a pause: bytes that are there already are
// read in one go, and nothing else in the process gets a turn meanwhile.

/** Milliseconds of work after which others get their turn. */
const longestTurn = 8;

/** Work that takes turns. */
export class Turns {
  private since = performance.now();

  /** Whether it is time to await `pass`. */
  get over(): boolean {
    return performance.now() - this.since >= longestTurn;
  }

  /** Lets others run. */
  async pass(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = performance.now();
  }
}
