// The report as JSON, for other programs: the facts, not the wording.
import { entryState, totalOf, type EntryState } from "./reportModel";
import type { Amendment } from "../attempts/amendment";
import type { Attempt } from "../attempts/attempt";
import type { Tally } from "../marks/marks";
import type { Standing } from "../attempts/standing";
import type { ReportData } from "./report";

/** The shape of the JSON report; a change that breaks readers raises `version`. */
export interface JsonReport {
  readonly version: 2;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly roadmap: { readonly id: string; readonly title: string };
  /** A model's marks, the learner's own and what nobody judged, never added to each other. */
  readonly tally: Tally;
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
    /** What the learner said of it and did not take back, oldest first. */
    readonly amendments?: readonly Amendment[];
    readonly tally?: Tally;
  }[];
}

/** Writes the report, indented, ending with a newline. */
export function jsonOf(data: ReportData): string {
  const { roadmap, entries, at } = data;
  const report: JsonReport = {
    version: 2,
    at,
    roadmap: { id: roadmap.id, title: roadmap.title },
    tally: totalOf(entries),
    questions: entries.map((entry) => ({
      id: entry.question.id,
      title: entry.question.title,
      topic: entry.topic.id,
      prompt: entry.question.prompt,
      marksMax: entry.question.marks,
      state: entryState(entry),
      ...(entry.answer === undefined ? {} : { answer: entry.answer }),
      ...standingOfEntry(entry.standing),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function standingOfEntry(standing: Standing | undefined) {
  if (standing === undefined) return {};
  const { attempt, amendments, tally } = standing;
  return { attempt, amendments, ...(tally === undefined ? {} : { tally }) };
}
