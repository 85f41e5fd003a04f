// A further topic of a roadmap: a few lines at the end of its list, in the author's own file.
import * as vscode from "vscode";
import { isRoadmapFile, roadmapFileOf } from "../../core/reading/fileNames";
import type { Topic } from "../../core/roadmap/roadmap";
import type { LoadModule } from "../lazyModules";
import { showErrorMessage } from "../shown";
import { askFor } from "./askFor";
import { textOf, type OwnRoadmap } from "./authoredFiles";

/** Asks for a topic's title and adds it; undefined where the author gave up or the list could not be found. */
export async function addTopic(
  { roadmap, folder }: OwnRoadmap,
  load: LoadModule,
  most: number,
): Promise<Pick<Topic, "id"> | undefined> {
  const title = await askFor(vscode.l10n.t("What is the new topic?"), {
    title: vscode.l10n.t("New topic"),
    placeHolder: vscode.l10n.t("for example: Transport"),
    most,
  });
  if (title === undefined) return undefined;
  const { freeId, newTopicLines, placeForTopic } = await load("newFiles");
  const topic = { id: freeId(title, "topic", new Set(roadmap.topics.map(({ id }) => id))), title };
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).filter(isRoadmapFile);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, roadmapFileOf(names) ?? ""));
  const text = textOf(document);
  const place = placeForTopic(text);
  if (!place) {
    void showErrorMessage(vscode.l10n.t("The list of topics was not found in {0}: add it there.", document.fileName));
    return undefined;
  }
  const before = text.slice(0, place.start);
  const start = document.positionAt(document.offsetAt(new vscode.Position(before.split("\n").length - 1, 0)));
  const lead = before === "" || before.endsWith("\n") ? "" : "\n";
  const at = lead === "" ? start : document.lineAt(document.lineCount - 1).range.end;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, lead + newTopicLines(topic, place.column));
  return (await vscode.workspace.applyEdit(edit)) && (await document.save()) ? topic : undefined;
}
