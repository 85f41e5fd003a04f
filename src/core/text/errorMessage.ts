// What a caught value says of itself: anything can be thrown.

/** An error's message; of anything else its text. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
