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
    return (
      this.texts.get(uri.path) ??
      vscode.l10n.t("This page was made in an earlier session. Run its command again to see it.")
    );
  }

  /**
   * Opens the page `name` (a file name without ending) with this Markdown, rendered: headings, lists and quotations are
   * then known as such to screen readers too, and the preview's own button shows the source. Where VS Code's Markdown
   * preview is disabled, the source opens.
   */
  async show(name: string, markdown: string, { beside }: { readonly beside: boolean }): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    try {
      await vscode.commands.executeCommand(beside ? "markdown.showPreviewToSide" : "markdown.showPreview", uri);
    } catch {
      await vscode.window.showTextDocument(document, {
        viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
        preview: true,
      });
    }
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
