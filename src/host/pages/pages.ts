// Read-only pages: reports and reference answers as virtual Markdown documents that no file stands behind.
import * as vscode from "vscode";

const scheme = "tutor-page";

/** Serves pages under `tutor-page:/<name>.md`; showing a page again refreshes it. */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.path) ?? vscode.l10n.t("This page was made in an earlier session. Run its command again to see it.");
  }

  /** Opens the page `name` (a file name without ending) with this Markdown. */
  async show(name: string, markdown: string, column: vscode.ViewColumn): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: column, preview: true });
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
