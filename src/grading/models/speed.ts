// How fast a model reads and writes, as one call measured it; enough to say beforehand how long others will take. Pure.

/** Seconds a token. */
export interface ModelSpeed {
  readonly secondsPerTokenIn: number;
  readonly secondsPerTokenOut: number;
}

/** Characters a token of English prose and JSON. */
export const charactersPerToken = 4;

/** What one call took. */
export interface MeasuredCall {
  readonly promptCharacters: number;
  readonly replyCharacters: number;
  /** Until the first word came; as long as the whole where the reply came in one piece. */
  readonly firstTokenMs: number;
  readonly totalMs: number;
}

/** The speed behind a call. Of a reply that came in one piece all time is counted to the writing, the slower half. */
export function speedOf({ promptCharacters, replyCharacters, firstTokenMs, totalMs }: MeasuredCall): ModelSpeed {
  const inOnePiece = totalMs - firstTokenMs < totalMs / 20;
  const reading = inOnePiece ? 0 : firstTokenMs;
  return {
    secondsPerTokenIn: secondsPerToken(reading, promptCharacters),
    secondsPerTokenOut: secondsPerToken(totalMs - reading, replyCharacters),
  };
}

function secondsPerToken(ms: number, characters: number): number {
  return ms / 1000 / Math.max(1, characters / charactersPerToken);
}
