// Attempts as files: keeping, listing, and the latest of every question for progress. The file work is recordFiles'.
import type { Attempt } from "../../core/attempts/attempt";
import { parseAttempt } from "../../core/attempts/attemptReader";
import { serialiseAttempt, summarise, type AttemptSummary } from "../../core/attempts/attempts";
import { keyText, type QuestionKey } from "../../core/roadmap/questionKey";
import type { StorageNotice } from "./notices";
import { QuestionIndex } from "./questionIndex";
import { RecordFiles } from "./recordFiles";
import type { SafeFolder } from "./safeFolder";

const attemptRecords = {
  folder: "attempts",
  noun: "attempt",
  parse: parseAttempt,
  serialise: serialiseAttempt,
  remembered: 8,
} as const;

/**
 * The attempts below one base folder. One bad file is told to `warn` (plain English, for the log) and hides no other.
 */
export class AttemptFiles {
  private readonly records: RecordFiles<Attempt>;
  /** By key text, with the place of the attempt that each is of. */
  private readonly summaries = new Map<
    string,
    { readonly place: string; readonly summary: AttemptSummary | undefined }
  >();

  private readonly index = new QuestionIndex<AttemptSummary>(async (keys) => {
    const all = await this.records.forEachQuestion((key) => this.latestOf(key), keys);
    return new Map([...all].flatMap(([key, summary]) => (summary === undefined ? [] : [[key, summary] as const])));
  });

  constructor(folder: SafeFolder, warn: (message: string) => void, notice?: (notice: StorageNotice) => void) {
    this.records = new RecordFiles<Attempt>(folder, attemptRecords, warn, notice);
  }

  /**
   * Writes a new attempt behind all that are there; never touches an older one. Rejects with a StorageError, leaving
   * nothing half written.
   */
  async keep(attempt: Attempt): Promise<void> {
    await this.records.keep(attempt);
    this.changed(attempt.key);
  }

  /** The attempts of a question changed on disk, or without one perhaps those of any. */
  changed(key: QuestionKey | undefined): void {
    this.index.changed(key);
  }

  /** A question's attempts in the order of keeping. */
  list(key: QuestionKey): Promise<Attempt[]> {
    return this.records.list(key);
  }

  /**
   * The latest attempt of every question that has one, by key text. Reads one file a question, and that only once;
   * afterwards it looks only where something changed.
   */
  latest(): Promise<ReadonlyMap<string, AttemptSummary>> {
    return this.index.all();
  }

  private async latestOf(key: QuestionKey): Promise<AttemptSummary | undefined> {
    const names = await this.records.names(key);
    const place = names.at(-1)?.place ?? "";
    const known = this.summaries.get(keyText(key));
    if (known?.place === place) return known.summary;
    const attempt = await this.records.latest(key, names);
    const summary = attempt && summarise(attempt);
    this.summaries.set(keyText(key), { place, summary });
    return summary;
  }
}
