// Gets the author's tools when there is an author: once the workspace turns out to hold a roadmap, or one of their
// commands is run.
import type * as vscode from "vscode";
import { authorCommands, type AuthorCommands } from "../commands/registerCommands";
import type { Log } from "../log";
import type { AuthorNeeds, AuthorTools } from "./authorTools";

/** Holds the tools from their first use on. */
export class Authoring implements vscode.Disposable {
  private tools: Promise<AuthorTools> | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly needs: AuthorNeeds,
    log: Log,
  ) {
    this.subscription = needs.files.whenRead(() => {
      if (needs.files.roadmaps.length === 0) return;
      this.ready().catch((error: unknown) => log.error("What helps authors could not be loaded.", error));
    });
  }

  /** The author's commands; each loads the tools first. */
  get commands(): AuthorCommands {
    const entries = authorCommands.map((name) => [
      name,
      async (...args: unknown[]) => (await this.ready()).commands[name](...args),
    ]);
    return Object.fromEntries(entries) as AuthorCommands;
  }

  dispose(): void {
    this.subscription.dispose();
    void this.tools?.then(({ parts }) => void parts.dispose());
  }

  private ready(): Promise<AuthorTools> {
    this.tools ??= this.needs.load("authorTools").then(({ authorTools }) => authorTools(this.needs));
    // What could not be read now may be readable at the next try.
    this.tools.catch(() => (this.tools = undefined));
    return this.tools;
  }
}
