// The Feedback view's whole state: the host's last message, the page's own places, and requests that are under way. No
// DOM.
import type { SelfVerdict } from "../../core/attempts/attempt";
import type { AnswerFeedback, Card, FeedbackState, FromFeedback } from "../../shared/feedbackMessages";
import { freshPlace, placeOf, withPlace, type Place, type UiState } from "./uiState";
import { nextOpen, stillMarked, walkProgress, type WalkProgress } from "./walk";

/** A request that the host's state does not have yet; a mark among them is shown at once. */
interface Sent {
  readonly n: number;
  readonly criterion: string;
  readonly verdict?: SelfVerdict;
}

/** A passage of the reference, as the host sent it. */
export interface Passage {
  readonly html: string;
  readonly whole: boolean;
}

/** The cards' sections from top to bottom. */
export const sections = ["counts", "beyond", "bonus", "spare"] as const satisfies readonly Card["section"][];

export class FeedbackStore {
  #host: FeedbackState | undefined;
  #sent: readonly Sent[] = [];
  #n = 0;
  readonly #passages = new Map<string, Passage>();

  constructor(
    private uiState: UiState,
    private readonly post: (message: FromFeedback) => void,
    private readonly changed: () => void,
  ) {}

  get ui(): UiState {
    return this.uiState;
  }

  /** Undefined until the host's first message. */
  get host(): FeedbackState | undefined {
    return this.#host;
  }

  get answer(): AnswerFeedback | undefined {
    return this.#host?.status === "answer" ? this.#host : undefined;
  }

  /** All cards, with the learner's marks as they will be once the host has kept them. */
  get cards(): readonly Card[] {
    return (this.answer?.cards ?? []).map((card): Card => {
      const verdict = this.#sent.findLast((s) => s.criterion === card.id)?.verdict;
      return verdict === undefined ? card : { ...card, own: verdict, open: false };
    });
  }

  get place(): Place {
    return this.answer ? placeOf(this.uiState, this.answer.document) : freshPlace;
  }

  /** The cards that the arrow keys go through, as they stand on the page: those of closed folds are left out. */
  get visible(): readonly Card[] {
    const { folds } = this.place;
    const open = sections.filter((section) => section === "counts" || folds.includes(section));
    return open.flatMap((section) => this.cards.filter((c) => c.section === section));
  }

  /** The card that the keyboard is on, else the first. */
  get current(): Card | undefined {
    const { current } = this.place;
    return this.visible.find((c) => c.id === current) ?? this.visible[0];
  }

  /** How far the walk is; undefined outside one. */
  get walk(): WalkProgress | undefined {
    const { walk } = this.place;
    return walk && walkProgress(this.cards, walk);
  }

  /** What `undo` would take back; undefined where nothing is. */
  get undoes(): string | undefined {
    return this.#sent.findLast((s) => s.verdict !== undefined)?.criterion ?? this.answer?.undoable?.criterion;
  }

  /** Takes the host's whole state. A walk whose card waits no longer goes on to the next. */
  receive(state: FeedbackState): void {
    const wasOver = this.walk?.at === undefined;
    this.#host = state;
    if (state.status === "answer") this.#sent = this.#sent.filter(({ n }) => n > state.applied);
    const { walk, current } = this.place;
    if (walk === undefined || this.#sent.length > 0) {
      this.changed();
      return;
    }
    const marked = stillMarked(this.cards, walk);
    const waits = this.cards.some((c) => c.id === current && c.open);
    const next = waits ? undefined : nextOpen(this.cards, current);
    const last = marked.at(-1);
    if (next) this.#update({ walk: marked, current: next.id, open: [next.id] });
    else if (waits || wasOver || last === undefined) this.#update({ walk: marked });
    else this.#update({ walk: marked, current: last, open: [] });
  }

  takePassage(criterion: string, passage: Passage): void {
    this.#passages.set(criterion, passage);
    this.changed();
  }

  /** The passage shown in a card: undefined where none is, "asked" while it is on its way. */
  passage(criterion: string): Passage | "asked" | undefined {
    return this.place.open.includes(`r:${criterion}`) ? (this.#passages.get(criterion) ?? "asked") : undefined;
  }

  /** Shows or hides the reference's passage; it is asked for each time, for the reference may have changed. */
  togglePassage(criterion: string): void {
    const { answer } = this;
    if (answer === undefined || this.card(criterion)?.statement === undefined) return;
    const key = `r:${criterion}`;
    const shown = this.place.open.includes(key);
    const open = this.place.open.filter((id) => id !== key);
    if (!shown) this.post({ type: "askPassage", document: answer.document, criterion });
    this.#update({ open: shown ? open : [...new Set([...open, criterion, key])] });
  }

  /** Asks that a near-miss's words become a wording; false where the card is none. */
  accept(criterion: string): boolean {
    const { answer } = this;
    if (answer === undefined || this.card(criterion)?.nearMiss !== true) return false;
    this.post({ type: "acceptWording", document: answer.document, criterion });
    return true;
  }

  card(id: string): Card | undefined {
    return this.cards.find((c) => c.id === id);
  }

  isOpen(id: string): boolean {
    return this.place.open.includes(id);
  }

  setOpen(id: string, open: boolean): void {
    if (this.isOpen(id) === open) return;
    const others = this.place.open.filter((o) => o !== id);
    this.#update({ open: open ? [...others, id] : others });
  }

  setFold(name: string, open: boolean): void {
    if (this.place.folds.includes(name) === open) return;
    const others = this.place.folds.filter((f) => f !== name);
    this.#update({ folds: open ? [...others, name] : others });
  }

  /** Moves the keyboard's place to a card. */
  moveTo(id: string): void {
    if (id !== this.place.current && this.card(id) !== undefined) this.#update({ current: id });
  }

  scrolled(scrollTop: number): void {
    if (this.answer) this.uiState = withPlace(this.uiState, this.answer.document, { ...this.place, scrollTop });
  }

  /** Begins "Mark it yourself" at the first card that waits, where one does. */
  startWalk(): void {
    const first = this.cards.find((c) => c.open);
    if (first) this.#update({ walk: [], current: first.id, open: [first.id] });
  }

  endWalk(): void {
    this.#place(withoutWalk(this.place));
  }

  /**
   * Marks a card. A mark is given with the statement in sight: a closed card opens instead, and false comes back.
   * In a walk the next card that waits opens.
   */
  mark(id: string, verdict: SelfVerdict): boolean {
    const { answer } = this;
    const card = this.card(id);
    if (answer === undefined || !card?.markable) return true;
    if (!this.isOpen(id)) {
      this.#update({ current: id, open: [...this.place.open, id] });
      return false;
    }
    const n = this.#next({ criterion: id, verdict });
    this.post({ type: "mark", n, document: answer.document, criterion: id, verdict });
    const { walk } = this.place;
    const next = walk && nextOpen(this.cards, id);
    const walked = walk && { walk: [...walk.filter((w) => w !== id), id] };
    this.#update({ ...walked, ...(walk ? { open: next ? [next.id] : [] } : {}), current: next?.id ?? id });
    return true;
  }

  dismiss(criterion: string): void {
    const { answer } = this;
    if (answer === undefined) return;
    this.post({ type: "dismiss", n: this.#next({ criterion }), document: answer.document, criterion });
    this.changed();
  }

  dispute(criterion: string, words: string): void {
    const { answer } = this;
    if (answer === undefined || words.trim() === "") return;
    const n = this.#next({ criterion });
    this.post({ type: "dispute", n, document: answer.document, criterion, words: words.trim() });
    this.changed();
  }

  /**
   * Takes back the last word, of one card where it is named, and goes to its card; false where there is nothing to take
   * back.
   */
  undo(criterion?: string): boolean {
    const { answer } = this;
    const undone = criterion ?? this.undoes;
    if (answer === undefined || undone === undefined) return false;
    this.#sent = this.#sent.filter((s) => s !== this.#sent.findLast((last) => last.criterion === undone));
    const n = this.#next({ criterion: undone });
    const which = criterion === undefined ? {} : { criterion };
    this.post({ type: "undo", n, document: answer.document, ...which });
    this.#update({ current: undone, open: this.place.walk ? [undone] : [...new Set([...this.place.open, undone])] });
    return true;
  }

  #next(sent: Omit<Sent, "n">): number {
    this.#n += 1;
    this.#sent = [...this.#sent, { n: this.#n, ...sent }];
    return this.#n;
  }

  #update(part: Partial<Place>): void {
    const place = { ...this.place, ...part };
    // The card that the keyboard is on is never in a closed fold.
    const fold = part.current === undefined ? undefined : this.card(part.current)?.section;
    const hidden = fold !== undefined && fold !== "counts" && !place.folds.includes(fold);
    this.#place(hidden ? { ...place, folds: [...place.folds, fold] } : place);
  }

  #place(place: Place): void {
    const { answer } = this;
    if (answer) {
      const { document } = answer;
      if (place.current !== this.place.current) this.post({ type: "current", document, criterion: place.current });
      this.uiState = withPlace(this.uiState, document, place);
    }
    this.changed();
  }
}

function withoutWalk({ open, current, folds, scrollTop }: Place): Place {
  return { open, current, folds, scrollTop };
}
