// Read-only pages: reports and reference answers as virtual Markdown documents that no file stands behind.
import * as vscode from "vscode";

const scheme = "tutor-page";

/**
 * VS Code's Markdown preview as an editor of one document; the one that its commands open follows the active editor
 * instead.
 */
const previewEditor = "vscode.markdown.preview.editor";

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
   * then known as such to screen readers too. The preview is an editor of the page's own: it stays what it is, whatever
   * editor the learner goes to. Where VS Code's Markdown preview is disabled, the source opens.
   */
  async show(name: string, markdown: string, { beside }: { readonly beside: boolean }): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
    const viewColumn = columnOf(uri) ?? (beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
    try {
      await vscode.commands.executeCommand("vscode.openWith", uri, previewEditor, { viewColumn, preview: true });
    } catch {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { viewColumn, preview: true });
    }
  }

  /** Puts a new text into a page that is open; nothing where it is not. */
  update(name: string, markdown: string): void {
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
    if (!this.texts.has(uri.path)) return;
    this.texts.set(uri.path, markdown);
    this.changed.fire(uri);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

/** The column in which the page is open already; it is shown there again. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const wanted = uri.toString();
  return vscode.window.tabGroups.all.find((group) =>
    group.tabs.some(({ input }) => isResource(input) && input.uri.toString() === wanted),
  )?.viewColumn;
}

function isResource(input: unknown): input is vscode.TabInputText | vscode.TabInputCustom {
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
}
