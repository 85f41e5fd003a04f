// What was noticed about the files with answers, as rows of the sidebar, and the way to each file.
import * as vscode from "vscode";
import { findQuestion, type Roadmap } from "../../core/roadmap/roadmap";
import type { NoticeRow } from "../../shared/sidebarMessages";
import type { SecondVersions } from "../documents/secondVersions";
import { keyOfAnswerFile, keyOfSegments } from "../storage/paths";
import type { StorageLocation } from "../storage/storageLocation";
import type { QuestionKey } from "../../core/roadmap/questionKey";

export class StorageNotices {
  readonly onDidChange: vscode.Event<unknown>;

  constructor(
    private readonly location: Pick<StorageLocation, "base" | "notices" | "onDidNotice">,
    private readonly versions: Pick<SecondVersions, "compare">,
  ) {
    this.onDidChange = location.onDidNotice;
  }

  /** One row for each file or folder, with the title of the question it seems to belong to. */
  rows(roadmaps: readonly Roadmap[]): NoticeRow[] {
    return this.location.notices.map(({ kind, path }) => {
      const key = likelyKey(path);
      const roadmap = roadmaps.find(({ id }) => id === key?.roadmap);
      const question = key && roadmap && findQuestion(roadmap, key.question)?.question.title;
      return { kind, path, ...(question === undefined ? {} : { question }) };
    });
  }

  /**
   * Opens the file of a notice; a second version beside the answer that counts. Paths that nothing was noticed of are
   * refused.
   */
  async open(path: string): Promise<void> {
    const notice = this.location.notices.find((known) => known.path === path);
    if (notice === undefined) return;
    const uri = vscode.Uri.joinPath(this.location.base, path);
    const key = likelyKey(path);
    if (notice.kind === "second-version" && key !== undefined && (await this.versions.compare(path, key))) return;
    // Why a folder is left out stands in the log.
    if (notice.kind === "unreadable" || notice.kind === "newer-version")
      await vscode.commands.executeCommand("tutor.showLog");
    else await vscode.commands.executeCommand("vscode.open", uri);
  }
}

/**
 * The question of a folder of attempts; of a file of answers the one whose name a file's begins with: "tokens (1).md"
 * and "tokens.sync-conflict-1.md" seem to be of "tokens".
 */
function likelyKey(path: string): QuestionKey | undefined {
  const [folder, roadmap, name = ""] = path.split("/");
  if (folder === "attempts" || folder === "amendments") return keyOfSegments(roadmap, name);
  if (folder !== "answers" || roadmap === undefined) return undefined;
  const stem = /^\.?([^\s.(~]+)/.exec(name)?.[1] ?? "";
  return keyOfAnswerFile(`${roadmap}/${stem}.md`);
}
