// The whole state that the sidebar shows, put together from the roadmaps, the attempts and the saved answers.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import { sourceOf } from "../../core/roadmap/pictures";
import { resumeAt, studyTopics } from "../../core/progress/nextQuestion";
import type { Amendment } from "../../core/attempts/amendment";
import { summarise, type AttemptSummary } from "../../core/attempts/attempts";
import { attemptInForce, wasJudged } from "../../core/attempts/inForce";
import { isWithdrawn } from "../../core/attempts/standing";
import { sidebarRows, type AnswerState, type ProgressLookup } from "../../core/progress/progress";
import { keyText } from "../../core/roadmap/questionKey";
import { textSlices, type TopicTexts } from "../../core/roadmap/searchText";
import type { ContentKey, SidebarState } from "../../shared/sidebarMessages";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { GraderChoice } from "../grading/graderChoice";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AmendmentStore } from "../storage/amendmentStore";
import type { AnswerStore } from "../storage/answerStore";
import type { AttemptStore } from "../storage/attemptStore";
import type { LastQuestion } from "./lastQuestion";
import type { QuestionPictures } from "../roadmaps/questionPictures";
import type { StorageNotices } from "./storageNotices";

/** What the state is put together from. */
export interface SidebarParts {
  readonly library: RoadmapLibrary;
  readonly answers: AnswerStore;
  readonly attempts: AttemptStore;
  readonly amendments: AmendmentStore;
  readonly documents: AnswerDocuments;
  readonly choice: GraderChoice;
  readonly last: LastQuestion;
  readonly notices: StorageNotices;
  readonly pictures: QuestionPictures;
  readonly log: Log;
  readonly load: LoadModule;
}

export class SidebarStateSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable;
  /** Counts what may have changed the texts that a search looks through. */
  private textsVersion = 0;

  constructor(private readonly parts: SidebarParts) {
    const { library, answers, attempts, amendments, documents, last, notices } = parts;
    const fire = (): void => {
      this.changed.fire();
    };
    this.subscriptions = vscode.Disposable.from(
      library.onDidChange(() => {
        this.textsVersion += 1;
        fire();
      }),
      answers.onDidChange(fire),
      attempts.onDidChange(fire),
      amendments.onDidChange(fire),
      documents.onDidChangeActive(fire),
      last.onDidChange(fire),
      notices.onDidChange(fire),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tutor")) fire();
      }),
    );
  }

  /** The state as of now; an `error` state where the built-in roadmaps or the storage can't be read. */
  async state(): Promise<SidebarState> {
    const { library, documents, choice, last, notices, log } = this.parts;
    const texts = this.textsVersion;
    try {
      const [shelved, lookup] = await Promise.all([library.atHand(), this.progress()]);
      const { active } = documents;
      const model = choice.modelName;
      const roadmaps = shelved.map(({ roadmap, builtIn, problems }) => sidebarRows(roadmap, builtIn, problems, lookup));
      const study = shelved.map(({ roadmap, builtIn }, i) => ({
        id: roadmap.id,
        own: !builtIn,
        topics: studyTopics(roadmap, roadmaps[i] ?? { topics: [] }),
      }));
      const resume = resumeAt(study, last.recent, last.openedHere);
      return {
        status: "ready",
        roadmaps,
        notices: notices.rows(shelved.map(({ roadmap }) => roadmap)),
        texts,
        ...(resume === undefined ? {} : { resume }),
        ...(active === undefined ? {} : { active }),
        ...(model === undefined ? {} : { model }),
      };
    } catch (error) {
      log.error("The sidebar's state could not be read", error);
      return { status: "error", message: errorMessage(error) };
    }
  }

  /** Finds where the learner stands with each question, by the files as they now are. */
  private async progress(): Promise<ProgressLookup> {
    const { answers, attempts, amendments } = this.parts;
    const [latest, said, states] = await Promise.all([attempts.latest(), amendments.all(), answers.states()]);
    const inForce = new Map(
      await Promise.all(
        [...latest].map(
          async ([id, summary]) => [id, await this.inForce(summary, said.get(id), states.get(id))] as const,
        ),
      ),
    );
    return (key) => {
      const id = keyText(key);
      return { answer: states.get(id), latest: inForce.get(id), amendments: said.get(id) };
    };
  }

  /** The attempt that counts, where that may be an older one than the latest. */
  private async inForce(
    latest: AttemptSummary,
    amendments: readonly Amendment[] = [],
    answer: AnswerState | undefined,
  ): Promise<AttemptSummary> {
    const counts = answer === undefined || (latest.answerHash === answer.hash && wasJudged(latest, amendments));
    if (counts && !isWithdrawn(latest, amendments)) return latest;
    const attempt = attemptInForce(await this.parts.attempts.list(latest.key), amendments, answer?.hash);
    return attempt === undefined ? latest : summarise(attempt);
  }

  /** What a search looks through besides titles, in slices that are made one by one, with the version they are of. */
  async texts(): Promise<{ readonly version: number; readonly slices: Iterable<readonly TopicTexts[]> }> {
    const version = this.textsVersion;
    const shelved = await this.parts.library.atHand();
    return { version, slices: textSlices(shelved.map(({ roadmap }) => roadmap)) };
  }

  /** A question's prompt or a topic's notes as safe HTML; empty where they are gone. */
  async content(of: ContentKey): Promise<string> {
    const { renderMarkdown } = await this.parts.load("markdown");
    if ("question" in of) {
      const placed = await this.parts.library.find(of);
      const pictures = placed && (await this.parts.pictures.load(placed));
      return renderMarkdown(placed?.question.prompt ?? "", (address) => sourceOf(pictures, address));
    }
    const shelved = (await this.parts.library.all()).find((s) => s.roadmap.id === of.roadmap);
    const notes = shelved?.roadmap.topics.find((topic) => topic.id === of.topic)?.notes ?? "";
    const pictures = await this.parts.pictures.loadOfNotes(of.roadmap, notes);
    return renderMarkdown(notes, (address) => sourceOf(pictures, address));
  }

  /** Opens a roadmap's file at the line of a problem. */
  async openProblem(problem: {
    readonly roadmap: string;
    readonly file: string;
    readonly line: number;
  }): Promise<void> {
    const shelved = (await this.parts.library.all()).find((s) => s.roadmap.id === problem.roadmap);
    const known = shelved?.problems.some((p) => p.file === problem.file) ?? false;
    if (shelved?.folder === undefined || !known) return;
    const line = Math.max(problem.line - 1, 0);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(shelved.folder, problem.file), {
      selection: new vscode.Range(line, 0, line, 0),
    });
  }

  /** Opens the file of a notice. */
  openNotice(path: string): Promise<void> {
    return this.parts.notices.open(path);
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }
}
