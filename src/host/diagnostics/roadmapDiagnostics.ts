// What is wrong with the workspace's roadmaps, in the Problems panel and under the words. Reads nothing itself: the
// library has the findings. Makes nothing before there is a first one.
import * as vscode from "vscode";
import type { ShelvedRoadmap } from "../roadmaps/roadmapLibrary";
import { asDiagnostic } from "./asDiagnostic";
import { FindingFixes } from "./findingFixes";

/** What is asked of the library. */
export interface FindingSource {
  /** Fires after the roadmaps were read again. */
  readonly onDidChange: vscode.Event<void>;
  all(): Promise<readonly Pick<ShelvedRoadmap, "folder" | "findings">[]>;
}

/** Keeps the Problems panel in step with the library. */
export class RoadmapDiagnostics implements vscode.Disposable {
  private collection: vscode.DiagnosticCollection | undefined;
  private fixes: FindingFixes | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(private readonly source: FindingSource) {
    this.subscription = source.onDidChange(() => void this.show());
  }

  dispose(): void {
    this.subscription.dispose();
    this.collection?.dispose();
    this.fixes?.dispose();
  }

  private async show(): Promise<void> {
    // A failed reading is told by whoever asked for it first; what was found before it stays.
    const shelf = await this.source.all().catch(() => undefined);
    if (!shelf) return;
    const found = shelf.flatMap(({ folder, findings }) =>
      folder ? findings.map((finding) => ({ uri: vscode.Uri.joinPath(folder, finding.file), finding })) : [],
    );
    if (found.length === 0 && !this.collection) return;
    this.collection ??= vscode.languages.createDiagnosticCollection("roadmap-tutor");
    this.fixes ??= new FindingFixes();
    this.collection.clear();
    // Entries of one file add up.
    this.collection.set(found.map(({ uri, finding }) => [uri, [asDiagnostic(finding)]]));
    this.fixes.take(found);
  }
}
