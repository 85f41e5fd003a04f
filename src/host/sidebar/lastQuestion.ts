// The question last opened, remembered between sessions: where "Continue where I was" leads.
import * as vscode from "vscode";
import type { QuestionKey } from "../../core/questionKey";

const flag = "tutor.lastQuestion";

export class LastQuestion implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly flags: vscode.Memento) {}

  get key(): QuestionKey | undefined {
    const key = this.flags.get<unknown>(flag);
    return isQuestionKeyShape(key) ? key : undefined;
  }

  async remember(key: QuestionKey): Promise<void> {
    await this.flags.update(flag, { roadmap: key.roadmap, question: key.question });
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}

/** True for anything of a question key's shape; whether the question exists is another matter. */
export function isQuestionKeyShape(x: unknown): x is QuestionKey {
  return (
    typeof x === "object" &&
    x !== null &&
    "roadmap" in x &&
    "question" in x &&
    typeof x.roadmap === "string" &&
    typeof x.question === "string"
  );
}
