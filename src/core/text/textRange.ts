// Places in a text. Shapes only; finding a quote is grading's work.

/** A half-open range of UTF-16 offsets into a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A quote that stands in the answer: `text === answer.slice(start, end)`, always. */
export interface Quote extends TextRange {
  readonly text: string;
}
