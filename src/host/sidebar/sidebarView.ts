// The sidebar's host side: the page, whole state on `ready` and on becoming visible, and the messages it may send.
import * as vscode from "vscode";
import { isFromWebview, type FromWebview, type ToWebview } from "../../shared/sidebarMessages";
import { pageHtml } from "../../shared/page";
import type { Log } from "../log";
import type { SidebarStateSource } from "./sidebarState";

/** Several changes often come together; one message serves them all. Milliseconds. */
const settleTime = 30;

const walkthrough = "roadmap-tutor.roadmap-tutor#tutor.start";

export class SidebarView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  /** True once the page said so; until then it may not have come up. */
  private ready = false;
  private searchWhenReady = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly source: SidebarStateSource,
    private readonly log: Log,
  ) {
    this.subscriptions.push(
      source.onDidChange(() => {
        this.sendSoon();
      }),
      vscode.window.registerWebviewViewProvider("tutor.roadmap", this),
    );
  }

  /** True while the tutor's container is open with the roadmap in it. */
  get visible(): boolean {
    return this.view?.visible === true;
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    this.view = view;
    this.ready = false;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [] };
    webview.onDidReceiveMessage((message: unknown) => {
      if (isFromWebview(message)) void this.receive(message);
      else this.log.warn("The sidebar sent a message of an unknown form; it was dropped.");
    });
    // A page that comes into view is loaded anew.
    view.onDidChangeVisibility(() => {
      this.ready = false;
      if (view.visible) void this.send();
    });
    view.onDidDispose(() => {
      this.view = undefined;
      this.ready = false;
    });
    const [script, style] = await Promise.all([this.read("dist", "webview.js"), this.read("media", "sidebar.css")]);
    if (this.view !== view) return;
    webview.html = pageHtml({
      script,
      style,
      nonce: crypto.randomUUID().replaceAll("-", ""),
      lang: vscode.env.language,
      title: vscode.l10n.t("Roadmap"),
    });
    // Read while the page loads; VS Code holds messages back until the page can take them.
    void this.send();
  }

  /** Shows the view and puts the cursor into its search field. */
  async focusSearch(): Promise<void> {
    this.searchWhenReady = true;
    await vscode.commands.executeCommand("tutor.roadmap.focus");
    if (this.ready) await this.post({ type: "focusSearch" });
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async read(...path: readonly string[]): Promise<string> {
    return new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, ...path)),
    );
  }

  private async receive(message: FromWebview): Promise<void> {
    switch (message.type) {
      case "ready":
        // The first `ready` finds the state on its way; a second one means that it was lost.
        if (this.ready) await this.send();
        this.ready = true;
        if (this.searchWhenReady) await this.post({ type: "focusSearch" });
        return;
      case "open":
        await vscode.commands.executeCommand("tutor.openQuestion", message.key, { beside: message.beside ?? false });
        return;
      case "askContent":
        await this.post({ type: "content", of: message.of, html: await this.source.content(message.of) });
        return;
      case "openProblem":
        await this.source.openProblem(message);
        return;
      case "openNotice":
        await this.source.openNotice(message.path);
        return;
      case "askTexts":
        await this.sendTexts();
        return;
      case "getStarted":
        await vscode.commands.executeCommand("workbench.action.openWalkthrough", walkthrough, false);
        return;
      case "openLink":
        if (/^(https?|mailto):/i.test(message.href)) await vscode.env.openExternal(vscode.Uri.parse(message.href));
        return;
      case "command":
        await vscode.commands.executeCommand(message.command);
    }
  }

  private sendSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), settleTime);
  }

  private async send(): Promise<void> {
    if (!this.view?.visible) return;
    const state = await this.source.state();
    const bundle = vscode.l10n.bundle;
    await this.post({
      type: "state",
      state,
      ...(bundle === undefined ? {} : { l10n: bundle }),
    });
  }

  /** A roadmap a message, so that none is large. */
  private async sendTexts(): Promise<void> {
    const { version, roadmaps } = await this.source.texts();
    for (const topics of roadmaps) await this.post({ type: "texts", version, topics, done: false });
    await this.post({ type: "texts", version, topics: [], done: true });
  }

  private async post(message: ToWebview): Promise<void> {
    if (message.type === "focusSearch") this.searchWhenReady = false;
    await this.view?.webview.postMessage(message);
  }
}
