// What is known of every question's files, read once, and then again only for questions whose files changed. It is a
// cache: the files are the truth, and it can be read anew at any time. No vscode here.
import { keyText, type QuestionKey } from "../../core/roadmap/questionKey";

/** Reads of the given questions, or of every one that has files; by key text. A question without any has no entry. */
export type ReadQuestions<R> = (keys?: readonly QuestionKey[]) => Promise<ReadonlyMap<string, R>>;

export class QuestionIndex<R> {
  private index: Promise<ReadonlyMap<string, R>> | undefined;
  private stale = new Map<string, QuestionKey>();

  constructor(private readonly read: ReadQuestions<R>) {}

  /** The files of a question changed, or without one perhaps those of any. */
  changed(key: QuestionKey | undefined): void {
    if (key === undefined) this.index = undefined;
    else this.stale.set(keyText(key), key);
  }

  /** All of it as of now. Rejects with what `read` rejects with; the next call then tries again. */
  all(): Promise<ReadonlyMap<string, R>> {
    const { index } = this;
    const stale = [...this.stale.values()];
    if (index !== undefined && stale.length === 0) return index;
    this.stale = new Map();
    const next = index === undefined ? this.read() : index.then((before) => this.refresh(before, stale));
    this.index = next;
    next.catch(() => {
      if (this.index === next) this.index = undefined;
    });
    return next;
  }

  private async refresh(
    before: ReadonlyMap<string, R>,
    stale: readonly QuestionKey[],
  ): Promise<ReadonlyMap<string, R>> {
    const found = await this.read(stale);
    const after = new Map(before);
    for (const id of stale.map(keyText)) {
      const now = found.get(id);
      if (now === undefined) after.delete(id);
      else after.set(id, now);
    }
    return after;
  }
}
