// Finds near-misses of attempts: what was said to be met and the check, by the rubric as it is now, does not find.
// Only of roadmaps that lie in the workspace and can be written: of others there is nobody to learn.
import * as vscode from "vscode";
import { metCriteria, nearMissesOf, type NearMiss } from "../../core/authoring/nearMisses";
import type { Attempt } from "../../core/attempts/attempt";
import type { Check } from "../../core/marks/check";
import type { Question } from "../../core/roadmap/question";
import { findQuestion, type PlacedQuestion } from "../../core/roadmap/roadmap";
import type { Standing } from "../../core/attempts/standing";
import type { GraderChoice } from "../grading/graderChoice";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";

/** An attempt's near-misses, with what writing them down needs. */
export interface FoundNearMisses {
  readonly placed: PlacedQuestion;
  /** The question's file. */
  readonly file: vscode.Uri;
  /** Its path in the roadmap's folder. */
  readonly path: string;
  readonly check: Check;
  readonly misses: readonly NearMiss[];
}

const none: ReadonlySet<string> = new Set();

export class NearMissFinder {
  /** An answer is checked once by each rubric. */
  private readonly checks = new WeakMap<Attempt, { readonly question: Question; readonly check: Check }>();

  constructor(
    private readonly library: Pick<RoadmapLibrary, "all">,
    private readonly choice: Pick<GraderChoice, "check">,
  ) {}

  /** Ids of the criteria whose words may become wordings; none where nothing was met, before anything is checked. */
  async writable(standing: Standing | undefined): Promise<ReadonlySet<string>> {
    if (standing === undefined || metCriteria(standing).size === 0) return none;
    const found = await this.find(standing);
    return found === undefined ? none : new Set(found.misses.map(({ criterion }) => criterion));
  }

  /** The near-misses of an attempt; undefined where its question is in no roadmap that can be written. */
  async find(standing: Standing): Promise<FoundNearMisses | undefined> {
    const { attempt } = standing;
    const shelved = (await this.library.all()).find(({ roadmap }) => roadmap.id === attempt.key.roadmap);
    const placed = shelved && findQuestion(shelved.roadmap, attempt.key.question);
    const path = shelved?.paths?.get(attempt.key.question);
    const { folder } = shelved ?? {};
    if (placed === undefined || path === undefined || folder === undefined) return undefined;
    if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) return undefined;
    const check = await this.check(attempt, placed);
    if (check === undefined) return undefined;
    const misses = nearMissesOf(standing, check, placed.question.criteria);
    return { placed, file: vscode.Uri.joinPath(folder, path), path, check, misses };
  }

  private async check(attempt: Attempt, { roadmap, question }: PlacedQuestion): Promise<Check | undefined> {
    const known = this.checks.get(attempt);
    if (known?.question === question) return known.check;
    const { checker } = await this.choice.check(roadmap);
    const outcome = await checker.check(question, attempt.answer);
    if (outcome.kind !== "checked") return undefined;
    this.checks.set(attempt, { question, check: outcome.check });
    return outcome.check;
  }
}
