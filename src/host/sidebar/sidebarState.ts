// The whole state that the sidebar shows, put together from the roadmaps, the attempts and the saved answers.
import * as vscode from "vscode";
import { keyText } from "../../core/questionKey";
import { sidebarRows } from "../../core/progress";
import type { ContentKey, SidebarState } from "../../shared/sidebarMessages";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { GraderChoice } from "../grading/graderChoice";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { LastQuestion } from "./lastQuestion";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AnswerStore } from "../storage/answerStore";
import type { AttemptStore } from "../storage/attemptStore";

export class SidebarStateSource implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly library: RoadmapLibrary,
    private readonly answers: AnswerStore,
    private readonly attempts: AttemptStore,
    private readonly documents: AnswerDocuments,
    private readonly choice: GraderChoice,
    private readonly log: Log,
    private readonly lastOpened: LastQuestion,
    private readonly load: LoadModule,
  ) {
    const fire = (): void => this.changed.fire();
    this.subscriptions = vscode.Disposable.from(
      library.onDidChange(fire),
      answers.onDidChange(fire),
      attempts.onDidChange(fire),
      documents.onDidChangeActive(fire),
      lastOpened.onDidChange(fire),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("tutor")) fire();
      }),
    );
  }

  /** The state as of now; an `error` state where the built-in roadmaps or the storage can't be read. */
  async state(): Promise<SidebarState> {
    try {
      const [shelved, latest, answers] = await Promise.all([
        this.library.atHand(),
        this.attempts.latest(),
        this.answers.states(),
      ]);
      const active = this.documents.active;
      const last = this.lastOpened.key;
      return {
        status: "ready",
        roadmaps: shelved.map(({ roadmap, builtIn, problems }) =>
          sidebarRows(roadmap, builtIn, problems, (key) => ({
            answer: answers.get(keyText(key)),
            latest: latest.get(keyText(key)),
          })),
        ),
        grader: this.choice.label,
        ...(last === undefined ? {} : { last }),
        ...(active === undefined ? {} : { active }),
      };
    } catch (error) {
      this.log.error("The sidebar's state could not be read", error);
      return { status: "error", message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** A question's prompt or a topic's notes as safe HTML; empty where they are gone. */
  async content(of: ContentKey): Promise<string> {
    const { renderMarkdown } = await this.load("markdown");
    if ("question" in of) return renderMarkdown((await this.library.find(of))?.question.prompt ?? "");
    const shelved = (await this.library.all()).find((s) => s.roadmap.id === of.roadmap);
    return renderMarkdown(shelved?.roadmap.topics.find((topic) => topic.id === of.topic)?.notes ?? "");
  }

  /** Opens a roadmap's file at the line of a problem. */
  async openProblem(problem: {
    readonly roadmap: string;
    readonly file: string;
    readonly line: number;
  }): Promise<void> {
    const shelved = (await this.library.all()).find((s) => s.roadmap.id === problem.roadmap);
    const known = shelved?.problems.some((p) => p.file === problem.file) ?? false;
    if (shelved?.folder === undefined || !known) return;
    const line = Math.max(problem.line - 1, 0);
    await vscode.window.showTextDocument(vscode.Uri.joinPath(shelved.folder, problem.file), {
      selection: new vscode.Range(line, 0, line, 0),
    });
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }
}
