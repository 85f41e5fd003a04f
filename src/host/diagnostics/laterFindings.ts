// What is found in the workspace's roadmaps by the check, a moment after they were read: their goldens are held against
// it, as `check` does. In short slices and one roadmap after the other; what is no longer so is dropped on the way.
import * as vscode from "vscode";
import type { Question } from "../../core/roadmap/question";
import { findQuestion, placedQuestions, type Finding } from "../../core/roadmap/roadmap";
import type { KnownFindings } from "../../grading/check/goldenFindings";
import type { AuthoredFile, AuthoredFiles, OwnRoadmap } from "../authoring/authoredFiles";
import { placedIn } from "../authoring/liveRoadmap";
import type { GraderChoice } from "../grading/graderChoice";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";

/** Several changes often come together, in ms. */
const pause = 400;

export class LaterFindings implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when there are others. */
  readonly onDidChange = this.changed.event;
  /** By the roadmap's folder. */
  private readonly found = new Map<string, readonly Finding[]>();
  /** By file what blind answers showed of its question as it was then. */
  private readonly asked = new Map<string, { readonly of: string; readonly findings: readonly Finding[] }>();
  private readonly known: KnownFindings = new WeakMap();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly files: AuthoredFiles,
    private readonly choice: Pick<GraderChoice, "check">,
    private readonly load: LoadModule,
    private readonly log: Pick<Log, "error">,
  ) {
    this.subscription = files.whenRead(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.last = this.last.then(() => this.holdAll());
      }, pause);
    });
  }

  /** Those of a roadmap; of its last reading but one until it is looked at again. */
  of({ folder, roadmap }: OwnRoadmap): readonly Finding[] {
    const asked =
      this.asked.size === 0 ? [] : placedQuestions(roadmap).flatMap(({ question }) => this.askedOf(folder, question));
    return [...(this.found.get(folder.toString()) ?? []), ...asked];
  }

  /** What blind answers showed of a question; it stands until its prompt or rubric is another. */
  keepAsked({ shelved: { folder } }: AuthoredFile, question: Question, findings: readonly Finding[]): void {
    this.asked.set(keyOf(folder, question), { of: contentOf(question), findings });
    this.changed.fire();
  }

  /** Those of a question's file as it is being written. */
  async written(file: AuthoredFile, text: string): Promise<readonly Finding[]> {
    const [{ readFileAlone }, { goldenFindingsIn }] = await Promise.all([
      this.load("roadmapReader"),
      this.load("rubricTools"),
    ]);
    const { question } = readFileAlone(file.path, text);
    if (question === undefined) return [];
    const saved = file.shelved.roadmap;
    // What a word tells is counted over all questions: over this one too where the last reading left it out.
    const known = findQuestion(saved, question.id) !== undefined;
    const { checker } = await this.choice.check(known ? saved : placedIn(file, question).roadmap);
    const golden = await goldenFindingsIn(question, file.path, text, checker);
    return [...golden, ...this.askedOf(file.shelved.folder, question)];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.changed.dispose();
  }

  private askedOf(folder: vscode.Uri, question: Question): readonly Finding[] {
    const kept = this.asked.get(keyOf(folder, question));
    return kept !== undefined && kept.of === contentOf(question) ? kept.findings : [];
  }

  private async holdAll(): Promise<void> {
    const folders = new Set(this.files.roadmaps.map(({ folder }) => folder.toString()));
    for (const folder of this.found.keys()) if (!folders.has(folder)) this.found.delete(folder);
    for (const shelved of this.files.roadmaps) {
      if (shelved.paths === undefined) continue;
      try {
        await this.hold(shelved, shelved.paths);
      } catch (error) {
        // A file that went meanwhile: the next reading knows.
        this.log.error("The sample answers of a roadmap could not be held against the check", error);
      }
    }
  }

  private async hold({ roadmap, folder }: OwnRoadmap, paths: ReadonlyMap<string, string>): Promise<void> {
    const { goldenFindings } = await this.load("rubricTools");
    const { checker } = await this.choice.check(roadmap);
    const textOf = async (path: string): Promise<string> =>
      new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)));
    const { findings } = await goldenFindings({ roadmap, paths, textOf }, checker, this.known);
    if (!this.files.roadmaps.some((one) => one.roadmap === roadmap)) return;
    const before = this.found.get(folder.toString()) ?? [];
    this.found.set(folder.toString(), findings);
    if (before.length > 0 || findings.length > 0) this.changed.fire();
  }
}

function keyOf(folder: vscode.Uri, { id }: Question): string {
  return `${folder.toString()} ${id}`;
}

/** What blind answers are an answer to, and held against. */
function contentOf({ prompt, criteria, groups }: Question): string {
  return JSON.stringify([prompt, criteria, groups]);
}
