// Amendments as files: keeping and listing. The file work is recordFiles'.
import type { Amendment } from "../../core/attempts/amendment";
import { parseAmendment, serialiseAmendment } from "../../core/attempts/amendments";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import type { StorageNotice } from "./notices";
import { QuestionIndex } from "./questionIndex";
import { RecordFiles } from "./recordFiles";
import type { SafeFolder } from "./safeFolder";

/** Amendments are small: those of every question stay in memory. */
const amendmentRecords = {
  folder: "amendments",
  noun: "amendment",
  parse: parseAmendment,
  serialise: serialiseAmendment,
  remembered: Number.MAX_SAFE_INTEGER,
} as const;

/**
 * The amendments below one base folder. One bad file is told to `warn` (plain English, for the log) and hides no other.
 */
export class AmendmentFiles {
  private readonly records: RecordFiles<Amendment>;

  private readonly index = new QuestionIndex<readonly Amendment[]>((keys) =>
    this.records.forEachQuestion((key) => this.list(key), keys),
  );

  constructor(folder: SafeFolder, warn: (message: string) => void, notice?: (notice: StorageNotice) => void) {
    this.records = new RecordFiles<Amendment>(folder, amendmentRecords, warn, notice);
  }

  /** Writes a new amendment behind all that are there. Rejects with a StorageError, leaving nothing half written. */
  async keep(amendment: Amendment): Promise<void> {
    await this.records.keep(amendment);
    this.changed(amendment.key);
  }

  /** The amendments of a question changed on disk, or without one perhaps those of any. */
  changed(key: QuestionKey | undefined): void {
    this.index.changed(key);
  }

  /** A question's amendments, of all its attempts, in the order of keeping. */
  list(key: QuestionKey): Promise<Amendment[]> {
    return this.records.list(key);
  }

  /** The amendments of every question that has any, by key text. */
  all(): Promise<ReadonlyMap<string, readonly Amendment[]>> {
    return this.index.all();
  }
}
