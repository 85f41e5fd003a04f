// "Preview as a learner": the question of the file at hand as it will open, with what the check finds in its sample
// answers, on a page at the side that follows the file as it is written.
import * as vscode from "vscode";
import { promptPictures } from "../../core/roadmap/pictureNames";
import { withPictures } from "../../core/roadmap/pictures";
import type { CheckedGolden } from "../../core/authoring/previewPage";
import type { PlacedQuestion } from "../../core/roadmap/roadmap";
import { freshHeader } from "../documents/documentWords";
import type { GraderChoice } from "../grading/graderChoice";
import type { LoadModule } from "../lazyModules";
import type { Pages } from "../pages/pages";
import type { QuestionPictures } from "../roadmaps/questionPictures";
import { showInformationMessage } from "../shown";
import { textOf, type AuthoredFile, type AuthoredFiles } from "./authoredFiles";
import { placedIn } from "./liveRoadmap";

/** Waits for the author to pause, in ms. */
const pauseInWriting = 300;

export class QuestionPreview implements vscode.Disposable {
  /** The documents that are followed, with the page of each. */
  private readonly followed = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly files: AuthoredFiles,
    private readonly pages: Pages,
    private readonly choice: Pick<GraderChoice, "check">,
    private readonly load: LoadModule,
    private readonly pictures: QuestionPictures,
  ) {
    let questionActive = false;
    const follow = (): void => {
      const document = vscode.window.activeTextEditor?.document;
      const isQuestion = document !== undefined && files.find(document.uri)?.role === "question";
      if (isQuestion === questionActive) return;
      questionActive = isQuestion;
      void vscode.commands.executeCommand("setContext", "tutor.questionFileActive", isQuestion);
    };
    this.subscriptions = vscode.Disposable.from(
      files.whenRead(follow),
      vscode.window.onDidChangeActiveTextEditor(follow),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.followed.has(document.uri.toString())) this.refreshSoon(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.followed.delete(uri.toString())),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  /** Shows the question of a file, the one that is given, else the active editor's. */
  async show(target?: unknown): Promise<void> {
    const document =
      target instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(target)
        : vscode.window.activeTextEditor?.document;
    const file = document && this.files.find(document.uri);
    if (!document || file?.role !== "question") {
      void showInformationMessage(vscode.l10n.t("The active editor holds no question of a roadmap in this workspace."));
      return;
    }
    const name = vscode.l10n.t("Preview {0}", nameOf(file));
    this.followed.set(document.uri.toString(), name);
    await this.pages.show(name, await this.page(document, file), { beside: true });
  }

  private refreshSoon(document: vscode.TextDocument): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(document), pauseInWriting);
  }

  private async refresh(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const name = this.followed.get(document.uri.toString());
    const file = this.files.find(document.uri);
    if (name === undefined || file?.role !== "question") return;
    const page = await this.page(document, file);
    if (document.version === version) this.pages.update(name, page);
  }

  private async page(document: vscode.TextDocument, file: AuthoredFile): Promise<string> {
    const [{ readFileAlone }, { previewPage }] = await Promise.all([
      this.load("roadmapReader"),
      this.load("previewPage"),
    ]);
    const { findings, question } = readFileAlone(file.path, textOf(document));
    const placed = question && placedIn(file, question);
    return previewPage({
      title: nameOf(file),
      question,
      document: placed ? await this.document(placed) : "",
      goldens: placed ? await this.checked(placed) : [],
      findings,
    });
  }

  /** A page has no place of its own that pictures could lie beside: they stand in the page itself. */
  private async document(placed: PlacedQuestion): Promise<string> {
    const { sources } = await this.pictures.load(placed);
    const beside = `${promptPictures}/`;
    return withPictures(freshHeader(placed), "", (path) =>
      path.startsWith(beside) ? sources.get(path.slice(beside.length)) : undefined,
    );
  }

  private async checked({ roadmap, question }: PlacedQuestion): Promise<CheckedGolden[]> {
    const { checker } = await this.choice.check(roadmap);
    const checked: CheckedGolden[] = [];
    for (const golden of question.goldens) {
      const outcome = await checker.check(question, golden.answer);
      checked.push({ golden, check: outcome.kind === "checked" ? outcome.check : undefined });
    }
    return checked;
  }
}

function nameOf({ path }: AuthoredFile): string {
  return path.slice(path.indexOf("/") + 1).replace(/\.[^.]*$/, "");
}
