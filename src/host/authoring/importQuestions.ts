// "Import questions…": from what an author has on disk to questions of a roadmap. What would be made and what is left
// out stands on a page first; then everything is made by one edit, which one Undo takes back.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import type { FoundQuestion, LeftOut } from "../../core/importing/foundQuestion";
import type { ImportPlan } from "../../core/importing/importPlan";
import { roadmapFileName } from "../../core/reading/fileNames";
import type { RoadmapFile } from "../../core/reading/folderFiles";
import type { LoadModule } from "../lazyModules";
import type { Pages } from "../pages/pages";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { folderReader } from "../roadmaps/workspaceRoadmaps";
import { showErrorMessage, showInformationMessage, showQuickPick, showTicks } from "../shown";
import { askFor } from "./askFor";
import type { AuthoredFiles } from "./authoredFiles";
import { chooseSources, readSources } from "./importSources";
import { namesIn, openOutside, parentFolder } from "./parentFolder";

/** As the reader's shapes have it. */
const longestTitle = 80;

/** The roadmap that an import goes to. */
interface Target {
  readonly folder: vscode.Uri;
  /** Its title where it is to be made. */
  readonly newTitle?: string;
  readonly title: string;
  readonly language?: string | undefined;
}

export class ImportQuestions {
  constructor(
    private readonly files: AuthoredFiles,
    private readonly library: Pick<RoadmapLibrary, "readAgain">,
    private readonly pages: Pages,
    private readonly load: LoadModule,
  ) {}

  /** Imports from files and folders: those that are given, else those that the author chooses. */
  async run(given?: unknown): Promise<void> {
    const chosen = given instanceof vscode.Uri ? [given] : await chooseSources();
    if (!chosen || chosen.length === 0) return;
    await this.files.read();
    const target = await this.target();
    if (!target) return;
    try {
      await this.importFrom(chosen, target);
    } catch (error) {
      const reason = errorMessage(error);
      void showErrorMessage(vscode.l10n.t("Nothing was imported: {0}", reason));
    }
  }

  private async importFrom(chosen: readonly vscode.Uri[], target: Target): Promise<void> {
    const { findQuestions, planFor, importPage, readFolder } = await this.load("importer");
    const sources = await readSources(chosen);
    const found = await findQuestions(sources.files);
    const name = target.newTitle ?? target.title;
    const isNew = target.newTitle !== undefined;
    const existing = isNew ? [] : (await readFolder(folderReader(target.folder))).files;
    const plan = await planFor(found.questions, { name, files: existing }, target.language);
    if ("why" in plan) {
      void showErrorMessage(vscode.l10n.t("Nothing was imported: {0}", plan.why));
      return;
    }
    const leftOut: readonly LeftOut[] = [...sources.leftOut, ...found.leftOut, ...plan.leftOut];
    const page = importPage({ plan, leftOut, into: target.title });
    await this.pages.show(vscode.l10n.t("Import into {0}", target.title).replace(/[/\\]/g, "-"), page, {
      beside: false,
    });
    const wanted = await agreed(plan, target);
    if (wanted === undefined || wanted.length === 0) return;
    // Topics that only the others went to are not made.
    const left =
      wanted.length === plan.questions.length
        ? plan
        : await planFor(wanted, { name, files: existing }, target.language);
    if (!("why" in left)) await this.make(left, target, existing);
  }

  private async make(plan: ImportPlan, target: Target, existing: readonly RoadmapFile[]): Promise<void> {
    const edit = await editFor(plan, target.folder, existing);
    if (!(await vscode.workspace.applyEdit(edit))) {
      void showErrorMessage(
        vscode.l10n.t("Nothing was imported: {0}", vscode.l10n.t("The files of the roadmap changed meanwhile.")),
      );
      return;
    }
    if (plan.roadmapFile?.isNew === false) await saved(vscode.Uri.joinPath(target.folder, plan.roadmapFile.path));
    await this.library.readAgain();
    const [first] = plan.questions;
    if (first) await vscode.window.showTextDocument(vscode.Uri.joinPath(target.folder, first.path), { preview: false });
    if (!vscode.workspace.getWorkspaceFolder(target.folder)) {
      await openOutside(vscode.Uri.joinPath(target.folder, ".."), target.folder);
      return;
    }
    const toDecide = plan.questions.reduce((sum, question) => sum + question.toDecide, 0);
    void showInformationMessage(
      vscode.l10n.t(
        "Questions imported: {0}. To decide: {1}, F8 leads from one to the next.",
        plan.questions.length,
        toDecide,
      ),
    );
  }

  /** The roadmap of the open file stands first, ready to be taken. */
  private async target(): Promise<Target | undefined> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const open = uri && this.files.find(uri)?.shelved;
    const own = this.files.roadmaps.toSorted((a, b) => Number(b === open) - Number(a === open));
    if (own.length === 0) return this.newTarget();
    const items = [
      ...own.map((shelved) => ({
        label: shelved.roadmap.title,
        description: vscode.workspace.asRelativePath(shelved.folder),
        shelved,
      })),
      { label: vscode.l10n.t("New roadmap…"), shelved: undefined },
    ];
    const picked = await showQuickPick(items, { placeHolder: vscode.l10n.t("Into which roadmap?") });
    if (!picked) return undefined;
    if (!picked.shelved) return this.newTarget();
    const { folder, roadmap } = picked.shelved;
    return { folder, title: roadmap.title, language: roadmap.language };
  }

  private async newTarget(): Promise<Target | undefined> {
    const parent = await parentFolder(vscode.l10n.t("Make the roadmap here"));
    if (!parent) return undefined;
    const title = await askFor(vscode.l10n.t("What is the roadmap about?"), {
      title: vscode.l10n.t("New roadmap"),
      placeHolder: vscode.l10n.t("for example: Networks"),
      most: longestTitle,
    });
    if (title === undefined) return undefined;
    const { freeId } = await this.load("newFiles");
    const ids = this.files.roadmaps.map(({ roadmap }) => roadmap.id);
    const free = freeId(title, "roadmap", new Set([...(await namesIn(parent)), ...ids]));
    // Of a title that is taken the id is made from the free name.
    const newTitle = freeId(title, "roadmap", new Set()) === free ? title : free;
    return { folder: vscode.Uri.joinPath(parent, free), title, newTitle };
  }
}

/** Asks whether to do what the page says: the questions to make, undefined where none are wanted. */
async function agreed({ questions }: ImportPlan, { title }: Target): Promise<readonly FoundQuestion[] | undefined> {
  if (questions.length === 0) {
    void showInformationMessage(
      vscode.l10n.t("No question was found to import. The page says what is in the files instead."),
    );
    return undefined;
  }
  const [go, choose] = [vscode.l10n.t("Import"), vscode.l10n.t("Choose…")];
  const message = vscode.l10n.t("Import these questions into {0}?", title);
  const pressed = await showInformationMessage(message, go, choose, vscode.l10n.t("Leave it"));
  if (pressed === go) return questions.map(({ found }) => found);
  if (pressed !== choose) return undefined;
  const items = questions.map((one) => ({
    label: one.title,
    description: `${one.found.file}:${String(one.found.line)}`,
    found: one.found,
  }));
  const kept = await showTicks(items, { title: message, placeHolder: vscode.l10n.t("Untick what is no question") });
  return kept?.map(({ found }) => found);
}

/** New files, and the topics that are new in the roadmap's own, as one edit. */
async function editFor(
  { questions, roadmapFile }: ImportPlan,
  folder: vscode.Uri,
  existing: readonly RoadmapFile[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const encoder = new TextEncoder();
  const create = (path: string, text: string): void =>
    edit.createFile(vscode.Uri.joinPath(folder, path), { contents: encoder.encode(text) });
  if (roadmapFile?.isNew === true) create(roadmapFile.path, roadmapFile.text);
  for (const { path, text } of questions) create(path, text);
  if (roadmapFile?.isNew === false) {
    const uri = vscode.Uri.joinPath(folder, roadmapFile.path);
    const document = await vscode.workspace.openTextDocument(uri);
    const before = existing.find(({ path }) => path === roadmapFile.path)?.text ?? "";
    // What its author is writing there is not ours to overwrite.
    if (document.isDirty) throw new Error(vscode.l10n.t("{0} has unsaved changes: save it first.", roadmapFileName));
    const { line, character, text } = addedPart(before, roadmapFile.text);
    edit.insert(uri, new vscode.Position(line, character), text);
  }
  return edit;
}

/** What stands in `after` and not in `before`, which is otherwise the same, and where. */
function addedPart(
  before: string,
  after: string,
): { readonly line: number; readonly character: number; readonly text: string } {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const lines = before.slice(0, at).split("\n");
  return {
    line: lines.length - 1,
    character: lines.at(-1)?.length ?? 0,
    text: after.slice(at, at + after.length - before.length),
  };
}

async function saved(uri: vscode.Uri): Promise<void> {
  await (await vscode.workspace.openTextDocument(uri)).save();
}
