// Evidence: a quote is found in the answer, not believed. Maps a quote to exact offsets of the answer's own text.

/** A half-open range of UTF-16 offsets into an answer's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A quote that stands in the answer: `text === answer.slice(start, end)`, always. */
export interface Quote extends TextRange {
  readonly text: string;
}
