// A model's qualification as it is kept: what was tried, when, and what was counted; whether it still holds. Pure: no
// file, no clock.
import type { Qualification } from "../../core/attempts/attempt";
import { canonicalJson, rubricHash, TextHash } from "../../core/text/hash";
import type { Question } from "../../core/roadmap/question";
import { runInSlices, type Slices } from "../text/slices";
import type { QualificationResult } from "./result";

/** Which answers a model was tried on: twelve, or all. */
export type TrialSize = "quick" | "full";

/** What a result is about; it expires with any of these. */
export interface QualificationSubject {
  /** Base URL without credentials or query, as receipts have it; of VS Code's own models what names them there. */
  readonly endpoint: string;
  readonly model: string;
  readonly promptVersion: string;
  /** `goldensHash` of the roadmap. */
  readonly goldens: string;
}

/** A result as it is kept, and as the command line writes it. */
export interface StoredQualification extends QualificationSubject, QualificationResult {
  readonly run: TrialSize;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Changes with any sample answer, what is expected of it, or the rubric that it is held against. 16 hex digits. */
export function goldensHash(questions: readonly Question[]): Promise<string> {
  return runInSlices(hashing(questions));
}

/** Of the list as canonical JSON, which of ten thousand questions nobody makes at once. */
function* hashing(questions: readonly Question[]): Slices<string> {
  const hash = new TextHash();
  hash.add("[");
  let lead = "";
  for (const question of questions) {
    if (question.goldens.length === 0) continue;
    const goldens = question.goldens.map(({ kind, answer, expect, withoutInstructions }) => ({
      kind,
      answer,
      expect,
      withoutInstructions,
    }));
    hash.add(lead + canonicalJson({ rubric: rubricHash(question), goldens }));
    lead = ",";
    yield undefined;
  }
  hash.add("]");
  return hash.hex().slice(0, 16);
}

/** Under which a result is kept: one a subject and size, so that a quick run never hides a full one. */
export function qualificationKey({
  endpoint,
  model,
  promptVersion,
  goldens,
  run,
}: QualificationSubject & Pick<StoredQualification, "run">): string {
  return [endpoint, model, promptVersion, goldens, run].join("\n");
}

/** Whether a kept result is still about this model, prompt and these goldens. */
export function stillHolds(kept: QualificationSubject, wanted: QualificationSubject): boolean {
  return (
    kept.endpoint === wanted.endpoint &&
    kept.model === wanted.model &&
    kept.promptVersion === wanted.promptVersion &&
    kept.goldens === wanted.goldens
  );
}

/**
 * The result that counts for a model: of those that still hold the full run, else the quick one, and of two the later.
 * Undefined where nothing is known.
 */
export function qualificationFor(
  kept: readonly StoredQualification[],
  wanted: QualificationSubject,
): StoredQualification | undefined {
  const holding = kept.filter((one) => stillHolds(one, wanted));
  const full = holding.filter(({ run }) => run === "full");
  return (full.length > 0 ? full : holding).reduce<StoredQualification | undefined>(
    (best, one) => (best === undefined || one.at >= best.at ? one : best),
    undefined,
  );
}

/** What a receipt says of it. */
export function qualificationWord(kept: StoredQualification | undefined): Qualification {
  return kept?.result ?? "unknown";
}

/** `kept` with `one` in the place of the result of the same subject and size. */
export function withQualification(
  kept: readonly StoredQualification[],
  one: StoredQualification,
): readonly StoredQualification[] {
  const key = qualificationKey(one);
  return [...kept.filter((other) => qualificationKey(other) !== key), one];
}
