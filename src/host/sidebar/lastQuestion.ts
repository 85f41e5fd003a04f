// The questions last opened, newest first, remembered between sessions: where "Continue where I was" may lead.
import * as vscode from "vscode";
import { sameKey, type QuestionKey } from "../../core/roadmap/questionKey";

const flag = "tutor.recentQuestions";
/** What the first version kept: one key. */
const olderFlag = "tutor.lastQuestion";
const kept = 20;
/** The roadmap of the question last opened in this workspace. */
const hereFlag = "tutor.openedHere";

export class LastQuestion implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /** `flags` are the learner's, `here` those of this workspace. */
  constructor(
    private readonly flags: vscode.Memento,
    private readonly here: vscode.Memento,
  ) {}

  /** Newest first. */
  get recent(): readonly QuestionKey[] {
    const keys = this.flags.get<unknown>(flag) ?? [this.flags.get<unknown>(olderFlag)];
    return Array.isArray(keys) ? keys.filter(isQuestionKeyShape) : [];
  }

  /** Id of the roadmap of which a question was last opened in this workspace. */
  get openedHere(): string | undefined {
    const id = this.here.get<unknown>(hereFlag);
    return typeof id === "string" ? id : undefined;
  }

  async remember({ roadmap, question }: QuestionKey): Promise<void> {
    const key = { roadmap, question };
    const others = this.recent.filter((other) => !sameKey(other, key));
    await this.flags.update(flag, [key, ...others].slice(0, kept));
    await this.here.update(hereFlag, roadmap);
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
