// The report as JSON, for other programs: the facts, not the wording.
import { entryState, totalMarks, type EntryState } from "./reportModel";
import type { Attempt } from "../attempt";
import type { Marks } from "../marks";
import type { ReportData } from "./report";

/** The shape of the JSON report; a change that breaks readers raises `version`. */
export interface JsonReport {
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly roadmap: { readonly id: string; readonly title: string };
  readonly marks: Marks;
  readonly questions: readonly {
    readonly id: string;
    readonly title: string;
    readonly topic: string;
    readonly prompt: string;
    readonly marksMax: number;
    readonly state: EntryState;
    /** Byte for byte as saved. */
    readonly answer?: string;
    /** The latest, with grade and receipt. */
    readonly attempt?: Attempt;
  }[];
}

/** Writes the report, indented, ending with a newline. */
export function jsonOf(data: ReportData): string {
  const { roadmap, entries, at } = data;
  const report: JsonReport = {
    version: 1,
    at,
    roadmap: { id: roadmap.id, title: roadmap.title },
    marks: totalMarks(entries),
    questions: entries.map((entry) => ({
      id: entry.question.id,
      title: entry.question.title,
      topic: entry.topic.id,
      prompt: entry.question.prompt,
      marksMax: entry.question.marks,
      state: entryState(entry),
      ...(entry.answer === undefined ? {} : { answer: entry.answer }),
      ...(entry.attempt === undefined ? {} : { attempt: entry.attempt }),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
