// The product's log. Plain English, never a key, never an answer's text.
import * as vscode from "vscode";

/** A log channel that exists only once something was logged or the learner asks for it. */
export class Log implements vscode.Disposable {
  private opened: vscode.LogOutputChannel | undefined;

  info(message: string): void {
    this.channel.info(message);
  }

  warn(message: string): void {
    this.channel.warn(message);
  }

  error(message: string, cause?: unknown): void {
    this.channel.error(cause === undefined ? message : `${message}: ${wordsOf(cause)}`);
  }

  show(): void {
    this.channel.show();
  }

  dispose(): void {
    this.opened?.dispose();
  }

  private get channel(): vscode.LogOutputChannel {
    this.opened ??= vscode.window.createOutputChannel("Roadmap Tutor", { log: true });
    return this.opened;
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
