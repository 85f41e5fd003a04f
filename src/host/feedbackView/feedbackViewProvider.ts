// The Feedback view's host side: the page, its whole state after each change, and the messages it may send.
// Costs nothing until it is shown: the page is read and the state made only for a view that is visible.
import * as vscode from "vscode";
import type { SelfVerdict } from "../../core/attempts/attempt";
import { isFromFeedback, type FeedbackState, type FromFeedback, type ToFeedback } from "../../shared/feedbackMessages";
import { pageHtml } from "../../shared/page";
import type { Log } from "../log";
import type { FeedbackSource } from "./feedbackSource";

/** Several changes often come together; one message serves them all. Milliseconds. */
const settleTime = 30;

/** What the view asks for; each is about the answer it shows. */
export interface FeedbackActions {
  mark(document: vscode.TextDocument, criterion: string, verdict: SelfVerdict): Promise<unknown>;
  dismiss(document: vscode.TextDocument, criterion: string): Promise<unknown>;
  dispute(document: vscode.TextDocument, criterion: string, words: string): Promise<unknown>;
  undo(document: vscode.TextDocument, criterion: string | undefined): Promise<unknown>;
  keepAgain(document: vscode.TextDocument): Promise<void>;
  /** To a quote of a criterion, or to the end of the answer. */
  goTo(document: vscode.TextDocument, criterion: string, quote: number): Promise<void>;
  goToObservation(document: vscode.TextDocument, index: number): Promise<void>;
  passage(
    document: vscode.TextDocument,
    criterion: string,
  ): Promise<{ readonly html: string; readonly whole: boolean }>;
  acceptWording(document: vscode.TextDocument, criterion: string): Promise<unknown>;
  leave(document: vscode.TextDocument): Promise<void>;
}

export class FeedbackViewProvider implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private ready = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Sent as soon as the page can take it. */
  private waiting: ToFeedback | undefined;
  private current: { readonly document: string; readonly criterion: string } | undefined;
  private applied = 0;
  private sends = 0;
  private sending: Promise<void> = Promise.resolve();
  private offered = false;
  private shelved = true;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly source: FeedbackSource,
    private readonly actions: FeedbackActions,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      source.onDidChange(() => {
        if (source.hasContent) void this.unshelve();
        this.sendSoon();
      }),
      vscode.window.registerWebviewViewProvider("tutor.feedback", this),
    ];
  }

  async resolveWebviewView(view: vscode.WebviewView): Promise<void> {
    this.view = view;
    this.ready = false;
    this.applied = 0;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [] };
    webview.onDidReceiveMessage((message: unknown) => {
      if (isFromFeedback(message)) void this.receive(message);
      else this.log.warn("The Feedback view sent a message of an unknown form; it was dropped.");
    });
    // A page that comes into view is loaded anew, and numbers its requests anew.
    view.onDidChangeVisibility(() => {
      this.ready = false;
      this.applied = 0;
      if (view.visible) void this.send();
    });
    view.onDidDispose(() => {
      this.view = undefined;
      this.ready = false;
    });
    const [script, style] = await Promise.all([this.read("dist", "feedback.js"), this.read("media", "feedback.css")]);
    if (this.view !== view) return;
    webview.html = pageHtml({
      script,
      style,
      nonce: crypto.randomUUID().replaceAll("-", ""),
      lang: vscode.env.language,
      title: vscode.l10n.t("Feedback"),
    });
    void this.send();
  }

  /** Shows the view and gives it the keyboard: on this criterion's card, or where it was. */
  async focus(criterion?: string): Promise<void> {
    await this.show({ type: "focus", ...(criterion === undefined ? {} : { criterion }) });
  }

  /** Shows the view and begins "Mark it yourself". */
  async walk(): Promise<void> {
    await this.show({ type: "walk" });
  }

  /**
   * After a check: opens the view without taking the keyboard, where the tutor's container is open. Once a session, for
   * a learner who closes the view again means it.
   */
  async offer(containerIsOpen: boolean): Promise<void> {
    if (this.offered || !containerIsOpen || this.view?.visible === true) return;
    this.offered = true;
    await this.unshelve();
    await vscode.commands.executeCommand("tutor.feedback.focus", { preserveFocus: true });
  }

  /** The card that the keyboard was on last, of this answer. */
  currentOf(document: vscode.TextDocument): string | undefined {
    return this.current?.document === document.uri.toString() ? this.current.criterion : undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /**
   * Puts the view into the container. It is not there before there is anything to show: the roadmap has all the room
   * then, and VS Code gives a view that comes its share of the height, while one that is merely unfolded gets the
   * least.
   */
  private async unshelve(): Promise<void> {
    if (!this.shelved) return;
    this.shelved = false;
    await vscode.commands.executeCommand("setContext", "tutor.feedbackSeen", true);
  }

  private async show(message: ToFeedback): Promise<void> {
    this.waiting = message;
    await this.unshelve();
    await vscode.commands.executeCommand("tutor.feedback.focus");
    if (this.ready) await this.postWaiting();
  }

  private async postWaiting(): Promise<void> {
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) await this.view?.webview.postMessage(waiting);
  }

  private async read(...path: readonly string[]): Promise<string> {
    return new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extensionUri, ...path)),
    );
  }

  private async receive(message: FromFeedback): Promise<void> {
    switch (message.type) {
      case "ready":
        await this.send();
        this.ready = true;
        await this.postWaiting();
        return;
      case "openLink":
        if (/^(https?|mailto):/i.test(message.href)) await vscode.env.openExternal(vscode.Uri.parse(message.href));
        return;
      case "command": {
        const { document } = this.source;
        if (message.command === "keepAgain") {
          if (document) await this.actions.keepAgain(document);
        } else await vscode.commands.executeCommand(message.command, ...(document ? [document.uri] : []));
        return;
      }
      case "leave":
        if (this.source.document) await this.actions.leave(this.source.document);
        return;
      case "goTo":
      case "goToObservation":
      case "current":
      case "acceptWording":
      case "askPassage":
      case "mark":
      case "dismiss":
      case "dispute":
      case "undo":
        await this.receiveAbout(message);
    }
  }

  /** A message about an answer; dropped where the view shows another one by now. */
  private async receiveAbout(message: Extract<FromFeedback, { readonly document: string }>): Promise<void> {
    const { document } = this.source;
    if (document?.uri.toString() !== message.document) return;
    switch (message.type) {
      case "goTo":
        return this.actions.goTo(document, message.criterion, message.quote);
      case "goToObservation":
        return this.actions.goToObservation(document, message.index);
      case "current":
        this.current = message;
        return;
      case "acceptWording":
        await this.actions.acceptWording(document, message.criterion);
        return;
      case "askPassage":
        await this.view?.webview.postMessage({
          type: "passage",
          document: message.document,
          criterion: message.criterion,
          ...(await this.actions.passage(document, message.criterion)),
        } satisfies ToFeedback);
        return;
      case "mark":
        await this.actions.mark(document, message.criterion, message.verdict);
        return this.sendApplied(message.n);
      case "dismiss":
        await this.actions.dismiss(document, message.criterion);
        return this.sendApplied(message.n);
      case "dispute":
        await this.actions.dispute(document, message.criterion, message.words);
        return this.sendApplied(message.n);
      case "undo":
        await this.actions.undo(document, message.criterion);
        return this.sendApplied(message.n);
    }
  }

  private async sendApplied(n: number): Promise<void> {
    this.applied = Math.max(this.applied, n);
    await this.send();
  }

  private sendSoon(): void {
    if (this.view?.visible !== true) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), settleTime);
  }

  /** Resolves once the state as it is now has been sent, by this call or by a later one. */
  private send(): Promise<void> {
    this.sending = this.sendIn(++this.sends);
    return this.sending;
  }

  /** A state that a later one overtakes is left to that one: it must not arrive behind it. */
  private async sendIn(turn: number): Promise<void> {
    if (this.view?.visible !== true) return;
    const state: FeedbackState = await this.source.state(() => this.applied);
    if (turn !== this.sends) return this.sending;
    const bundle = vscode.l10n.bundle;
    await this.view.webview.postMessage({
      type: "state",
      state,
      ...(bundle === undefined ? {} : { l10n: bundle }),
    } satisfies ToFeedback);
  }
}
