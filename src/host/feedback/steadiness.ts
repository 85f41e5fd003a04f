// What three gradings of one text agreed on, for as long as it is about the text on screen. Kept in no file.
import type { Stability } from "../../grading/stability";

export interface Steadiness {
  /** The text that was graded. */
  readonly answer: string;
  /** The model's name. */
  readonly model: string;
  /** True where the model may give marks: only then is there a range to show. */
  readonly givesMarks: boolean;
  readonly stability: Stability;
}
