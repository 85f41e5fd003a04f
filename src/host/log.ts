// The product's log. Plain English, never a key, never an answer's text: whatever is written passes `scrub` here, and
// of an error that nobody expected only its kind and place are told, since its words may quote anything.
import * as vscode from "vscode";
import { errorMessage } from "../core/text/errorMessage";
import { scrub } from "../grading/models/scrub";

/** A log channel that exists only once something was logged or the learner asks for it. */
export class Log implements vscode.Disposable {
  private opened: vscode.LogOutputChannel | undefined;

  info(message: string): void {
    this.channel.info(scrub(message, {}));
  }

  warn(message: string): void {
    this.channel.warn(scrub(message, {}));
  }

  error(message: string, cause?: unknown): void {
    this.channel.error(scrub(cause === undefined ? message : `${message}: ${errorMessage(cause)}`, {}));
  }

  /** An error of ours: what kind it is and where it came from, without its words. */
  unexpected(message: string, cause: unknown): void {
    this.channel.error(scrub(`${message}: ${placeOf(cause)}`, {}));
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

/** "TypeError at read (extension.js:1:2) at …" */
function placeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const frames = (cause.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [cause.name, ...frames.slice(0, 4).map((line) => line.trim())].join(" ");
}
