// The document that the active tab is about, also where it shows as Markdown's preview: VS Code has no active text
// editor then, and a learner whose Markdown opens as a preview still looks at their answer.
import * as vscode from "vscode";

/** VS Code's preview as the editor of one document, and the one that follows the editor that was active last. */
const previewEditor = "vscode.markdown.preview.editor";
const followingPreview = /markdown\.preview$/;

/** Follows the active tab. */
export class ActiveDocument implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when another tab may be active, or another document in it. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable;
  private lastText: vscode.TextDocument | undefined;

  constructor() {
    const follow = (): void => {
      this.lastText = vscode.window.activeTextEditor?.document ?? this.lastText;
      this.changed.fire();
    };
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(follow),
      vscode.window.tabGroups.onDidChangeTabs(follow),
      vscode.window.tabGroups.onDidChangeTabGroups(follow),
      // A preview may show before its document is told of.
      vscode.workspace.onDidOpenTextDocument(follow),
    );
    this.lastText = vscode.window.activeTextEditor?.document;
  }

  /** The active editor's document, else the one that the active preview shows. */
  get document(): vscode.TextDocument | undefined {
    return vscode.window.activeTextEditor?.document ?? this.previewed;
  }

  /** The document that the active tab shows as a preview; undefined where a text editor or anything else is active. */
  get previewed(): vscode.TextDocument | undefined {
    if (vscode.window.activeTextEditor !== undefined) return undefined;
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (input instanceof vscode.TabInputCustom && input.viewType === previewEditor)
      return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === input.uri.toString());
    const follows = input instanceof vscode.TabInputWebview && followingPreview.test(input.viewType);
    return follows && this.lastText?.isClosed === false ? this.lastText : undefined;
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.changed.dispose();
  }
}
