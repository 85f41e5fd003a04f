// "New roadmap…" and "New question…": a folder or a file that is valid at once. The author says what it is called and
// where it belongs; everything else is filled in stop by stop in the file itself.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import { baseName, roadmapFileName } from "../../core/reading/fileNames";
import type { Topic } from "../../core/roadmap/roadmap";
import type { LoadModule } from "../lazyModules";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { showErrorMessage, showInformationMessage, showQuickPick } from "../shown";
import type { AuthoredFiles, OwnRoadmap } from "./authoredFiles";
import { askFor } from "./askFor";
import { namesIn, openOutside, parentFolder } from "./parentFolder";
import { addTopic } from "./newTopic";

/** As the reader's shapes have it. */
const longestTitle = { roadmap: 80, topic: 60, question: 60 };

/** A roadmap, and a topic of it where one is chosen by now. */
interface Target {
  readonly roadmap: OwnRoadmap;
  readonly topic?: Pick<Topic, "id"> | undefined;
}

export class NewRoadmap {
  constructor(
    private readonly files: AuthoredFiles,
    private readonly library: Pick<RoadmapLibrary, "readAgain">,
    private readonly load: LoadModule,
  ) {}

  /** Makes a roadmap with its first topic, and goes on to its first question. */
  async roadmap(): Promise<void> {
    const parent = await parentFolder(vscode.l10n.t("Make the roadmap here"));
    if (!parent) return;
    const title = await askFor(vscode.l10n.t("What is the roadmap about?"), {
      title: vscode.l10n.t("New roadmap (1 of 3)"),
      placeHolder: vscode.l10n.t("for example: Networks"),
      most: longestTitle.roadmap,
    });
    if (title === undefined) return;
    const topicTitle = await askFor(vscode.l10n.t("What is its first topic?"), {
      title: vscode.l10n.t("New roadmap (2 of 3)"),
      placeHolder: vscode.l10n.t("for example: Transport"),
      most: longestTitle.topic,
    });
    if (topicTitle === undefined) return;
    const { freeId, newRoadmapFile } = await this.load("newFiles");
    const taken = new Set([...(await namesIn(parent)), ...this.files.roadmaps.map(({ roadmap }) => roadmap.id)]);
    const id = freeId(title, "roadmap", taken);
    const topic = { id: freeId(topicTitle, "topic", new Set()), title: topicTitle };
    const folder = vscode.Uri.joinPath(parent, id);
    const file = vscode.Uri.joinPath(folder, roadmapFileName);
    if (!(await written(file, newRoadmapFile({ id, title, topic })))) return;
    if (!vscode.workspace.getWorkspaceFolder(folder)) return openOutside(parent, folder);
    await vscode.window.showTextDocument(file, { preview: false });
    const made = await this.ownAt(folder);
    if (made) await this.questionIn({ roadmap: made, topic }, vscode.l10n.t("New roadmap (3 of 3)"));
  }

  /**
   * Makes a question in a roadmap of the workspace: in the one whose file is open, else in one that the author picks.
   */
  async question(): Promise<void> {
    await this.files.read();
    const target = await this.target();
    if (target) await this.questionIn(target, vscode.l10n.t("New question"));
  }

  private async target(): Promise<Target | undefined> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const open = uri && this.files.find(uri);
    const roadmap = open?.shelved ?? (await this.pickRoadmap());
    if (!roadmap) return undefined;
    const folder = open?.role === "question" ? open.path.slice(0, open.path.indexOf("/")) : undefined;
    return this.pickTopic(roadmap, folder);
  }

  private async pickRoadmap(): Promise<OwnRoadmap | undefined> {
    const own = this.files.roadmaps;
    if (own.length === 0) {
      const make = vscode.l10n.t("New roadmap…");
      const message = vscode.l10n.t("This workspace has no roadmap of its own yet.");
      if ((await showInformationMessage(message, make)) === make) await this.roadmap();
      return undefined;
    }
    if (own.length === 1) return own[0];
    const items = own.map((roadmap) => ({
      label: roadmap.roadmap.title,
      description: vscode.workspace.asRelativePath(roadmap.folder),
      roadmap,
    }));
    return (await showQuickPick(items, { placeHolder: vscode.l10n.t("In which roadmap?") }))?.roadmap;
  }

  /** The topic of the open question stands first, ready to be taken. */
  private async pickTopic(roadmap: OwnRoadmap, first: string | undefined): Promise<Target | undefined> {
    const topics = roadmap.roadmap.topics.toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
    const another = { label: vscode.l10n.t("New topic…"), topic: undefined };
    const items = [...topics.map((topic) => ({ label: topic.title, description: topic.id, topic })), another];
    const picked = await showQuickPick(items, { placeHolder: vscode.l10n.t("In which topic?") });
    if (!picked) return undefined;
    return { roadmap, topic: picked.topic ?? (await addTopic(roadmap, this.load, longestTitle.topic)) };
  }

  private async questionIn({ roadmap, topic }: Target, boxTitle: string): Promise<void> {
    if (!topic) return;
    const title = await askFor(vscode.l10n.t("What is the question about, in a few words?"), {
      title: boxTitle,
      placeHolder: vscode.l10n.t("for example: What TCP adds to IP"),
      most: longestTitle.question,
    });
    if (title === undefined) return;
    const { freeId, newQuestionFile } = await this.load("newFiles");
    const folder = vscode.Uri.joinPath(roadmap.folder, topic.id);
    const id = freeId(title, "question", new Set([...idsOf(roadmap), ...(await namesIn(folder))]));
    const uri = vscode.Uri.joinPath(folder, `${id}.md`);
    const { text, snippet } = newQuestionFile({ id, title });
    if (!(await written(uri, text))) return;
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.insertSnippet(new vscode.SnippetString(snippet), all, { undoStopBefore: false, undoStopAfter: false });
    await this.library.readAgain();
  }

  private async ownAt(folder: vscode.Uri): Promise<OwnRoadmap | undefined> {
    const shelf = await this.library.readAgain();
    const found = shelf.find((shelved) => shelved.folder?.toString() === folder.toString());
    return found && { ...found, folder };
  }
}

/** Ids of all questions of a roadmap, also of those that a mistake keeps out. */
function idsOf({ roadmap, findings }: OwnRoadmap): string[] {
  return [
    ...roadmap.topics.flatMap(({ questions }) => questions.map(({ id }) => id)),
    ...findings.map(({ file }) => baseName(file)),
  ];
}

/** Writes a new file; false after telling the author why it cannot be written. */
async function written(uri: vscode.Uri, text: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    const reason = errorMessage(error);
    void showErrorMessage(vscode.l10n.t("{0} cannot be written: {1}", uri.fsPath, reason));
    return false;
  }
}
