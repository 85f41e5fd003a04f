// Findings in the Problems panel, by file. Of many files a few at a time: VS Code takes over each by itself, and a
// roadmap may have ten thousand. Makes nothing before there is a first finding.
import * as vscode from "vscode";
import type { Finding } from "../../core/roadmap/roadmap";
import { nextTurn } from "../../grading/text/slices";
import { asDiagnostic } from "./asDiagnostic";

/** A file with what is found in it. */
export interface FileFindings {
  readonly uri: vscode.Uri;
  readonly findings: readonly Finding[];
}

/** Files shown without a pause. */
const atOnce = 100;

export class ShownFindings implements vscode.Disposable {
  private collection: vscode.DiagnosticCollection | undefined;
  /** What is still to be shown, by the files' URIs. */
  private readonly due = new Map<string, FileFindings>();
  private showing = false;

  /** Shows what is found in these files in the place of what was, the first of them at once. */
  show(files: readonly FileFindings[]): void {
    for (const file of files)
      if (file.findings.length > 0 || this.collection) {
        this.collection ??= vscode.languages.createDiagnosticCollection("roadmap-tutor");
        this.due.set(file.uri.toString(), file);
      }
    if (!this.showing) void this.showDue();
  }

  dispose(): void {
    this.due.clear();
    this.collection?.dispose();
  }

  private async showDue(): Promise<void> {
    this.showing = true;
    while (this.due.size > 0) {
      const some = [...this.due].slice(0, atOnce);
      for (const [key] of some) this.due.delete(key);
      this.collection?.set(some.map(([, { uri, findings }]) => [uri, findings.map(asDiagnostic)]));
      if (this.due.size > 0) await nextTurn();
    }
    this.showing = false;
  }
}
