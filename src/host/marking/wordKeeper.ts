// Keeps what the learner says of attempts, one word after the other, and has it shown at once. Where the disk refuses,
// the
// words stay in memory and on screen until keeping them works or the learner takes them back. Pure, without VS Code.
import type { Amendment, Amends } from "../../core/attempts/amendment";
import { newAmendment } from "../../core/attempts/amendments";
import { errorMessage } from "../../core/text/errorMessage";
import { keyText, type QuestionKey } from "../../core/roadmap/questionKey";
import type { Standing } from "../../core/attempts/standing";
import { wordingOf } from "../../core/attempts/wordings";
import { randomPart } from "../randomPart";

/** What keeping needs of its surroundings. */
export interface WordPlaces {
  /** Writes an amendment; rejects with words fit for the learner. */
  keep(amendment: Amendment): Promise<void>;
  /** All amendments of a question that are kept. */
  list(key: QuestionKey): Promise<readonly Amendment[]>;
  /** Shows these amendments on what is open of a question. */
  show(key: QuestionKey, amendments: readonly Amendment[]): void;
  /** Words of this question could not be kept, or at last were. */
  changed(key: QuestionKey, why: string | undefined): void;
}

/** Words that wait to be kept, oldest first, and why they do. */
interface Unkept {
  readonly amendments: readonly Amendment[];
  readonly why: string;
}

export class WordKeeper {
  private readonly unkept = new Map<string, Unkept>();
  /** An undo must see what was said before it: one thing after the other. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly places: WordPlaces) {}

  /** Keeps a word on the attempt that stands when its turn comes; false where none does. */
  say(standing: () => Standing | undefined, amends: Amends): Promise<boolean> {
    return this.inTurn(async () => {
      const now = standing();
      if (now === undefined) return false;
      await this.keep(now.attempt.key, [made(now.attempt, withStatement(amends, now.rubric))]);
      return true;
    });
  }

  /**
   * Takes back the last word on the attempt that stands, of one criterion where it is named; false where there is none.
   */
  undo(standing: () => Standing | undefined, criterion?: string): Promise<boolean> {
    return this.inTurn(async () => {
      const now = standing();
      const word = now?.amendments.findLast(({ amends }) => isAbout(amends, criterion));
      if (now === undefined || word === undefined) return false;
      if (this.forget(word)) await this.show(word.key);
      else await this.keep(word.key, [made(now.attempt, { kind: "undo", amendment: word.id })]);
      return true;
    });
  }

  /** Why the last words on a question are not kept; undefined where all are. */
  whyUnkept(key: QuestionKey): string | undefined {
    return this.unkept.get(keyText(key))?.why;
  }

  /** Tries again to keep what waits. */
  keepAgain(key: QuestionKey): Promise<void> {
    return this.inTurn(() => this.keep(key, []));
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.last.then(act);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Keeps what waits and then `more`; from the first that cannot be kept on, all wait, for order counts. */
  private async keep(key: QuestionKey, more: readonly Amendment[]): Promise<void> {
    const id = keyText(key);
    const before = this.unkept.get(id);
    const waiting = [...(before?.amendments ?? []), ...more];
    this.unkept.delete(id);
    for (const [at, amendment] of waiting.entries()) {
      try {
        await this.places.keep(amendment);
      } catch (error) {
        const why = errorMessage(error);
        this.unkept.set(id, { amendments: waiting.slice(at), why });
        break;
      }
    }
    await this.show(key);
    const why = this.whyUnkept(key);
    if (before !== undefined || why !== undefined) this.places.changed(key, why);
  }

  /** Drops a word that waits; false where it was kept. */
  private forget(word: Amendment): boolean {
    const id = keyText(word.key);
    const waiting = this.unkept.get(id);
    const left = waiting?.amendments.filter((a) => a.id !== word.id) ?? [];
    if (waiting === undefined || left.length === waiting.amendments.length) return false;
    if (left.length > 0) this.unkept.set(id, { ...waiting, amendments: left });
    else {
      this.unkept.delete(id);
      this.places.changed(word.key, undefined);
    }
    return true;
  }

  private async show(key: QuestionKey): Promise<void> {
    const waiting = this.unkept.get(keyText(key))?.amendments ?? [];
    this.places.show(key, [...(await this.places.list(key)), ...waiting]);
  }
}

function made(attempt: Standing["attempt"], amends: Amends): Amendment {
  return newAmendment(attempt, amends, { now: new Date(), random: randomPart() });
}

/** A mark is one of the statement that is in sight as it is given. */
function withStatement(amends: Amends, rubric: Standing["rubric"]): Amends {
  if (amends.kind !== "mark") return amends;
  const criterion = rubric?.criteria.find(({ id }) => id === amends.criterion);
  return criterion === undefined ? amends : { ...amends, statement: wordingOf(criterion).statement };
}

function isAbout(amends: Amends, criterion: string | undefined): boolean {
  return "criterion" in amends && (criterion === undefined || amends.criterion === criterion);
}
