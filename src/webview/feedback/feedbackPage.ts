// The page as a whole: puts head, walk, cards and receipt together and turns what the learner does into store changes
// and messages.
import { t } from "@vscode/l10n";
import type { Card, FeedbackCommand, FeedbackState, FromFeedback, ToFeedback } from "../../shared/feedbackMessages";
import { element, setText } from "../kit/dom";
import { CardList } from "./cardList";
import { closedCard, type CardActions } from "./cardView";
import { Head } from "./head";
import { feedbackAction, type FeedbackAction } from "./keyboard";
import { news } from "./labels";
import { emptyMessage } from "./messages";
import { ReceiptLine } from "./receipt";
import { FeedbackStore } from "./store";
import type { UiState } from "./uiState";
import { WalkBar } from "./walkBar";

export interface FeedbackPageOptions {
  readonly root: HTMLElement;
  readonly saved: UiState;
  post(message: FromFeedback): void;
  /** Keeps the UI state for the next page. */
  save(ui: UiState): void;
}

export class FeedbackPage {
  readonly #store: FeedbackStore;
  readonly #head: Head;
  readonly #walk = new WalkBar(() => this.#endWalk());
  readonly #cards: CardList;
  readonly #receipt: ReceiptLine;
  readonly #empty = element("div", "message");
  readonly #live = element("div", "sr-only", { role: "status", "aria-live": "polite", id: "live" });
  readonly #page: HTMLElement;
  /** The answer on the page, to tell when another one comes. */
  #document = "";
  #restoring = false;

  constructor(private readonly options: FeedbackPageOptions) {
    this.#store = new FeedbackStore(
      options.saved,
      (message) => options.post(message),
      () => this.#changed(),
    );
    this.#head = new Head({
      run: (command) => this.#run(command),
      startWalk: () => this.#startWalk(),
      undo: () => this.#undo(undefined),
      goToObservation: (index) => this.#goToObservation(index),
    });
    const folded = (name: string, open: boolean): void => this.#store.setFold(name, open);
    this.#cards = new CardList(this.#cardActions(), folded);
    this.#receipt = new ReceiptLine(folded);
    this.#page = element("div", "page", { "data-view": "feedback" }, [
      this.#head.node,
      this.#walk.node,
      this.#cards.node,
      this.#receipt.node,
      this.#empty,
    ]);
    options.root.replaceChildren(this.#page, this.#live);
    this.#listen();
    this.#draw();
  }

  /** Takes a message from the host. */
  receive(message: ToFeedback): void {
    switch (message.type) {
      case "state": {
        this.#receiveState(message.state);
        return;
      }
      case "passage":
        if (message.document === this.#store.answer?.document) {
          this.#store.takePassage(message.criterion, message);
          if (this.#store.current?.id === message.criterion) this.#cards.reveal(message.criterion);
        }
        return;
      case "focus": {
        this.#focusFromOutside(message.criterion);
        return;
      }
      case "walk": {
        this.#startWalk();
        return;
      }
    }
  }

  #receiveState(state: FeedbackState): void {
    const said = news(this.#store.host, state);
    const hadFocus = this.#cards.cardOf(document.activeElement);
    const before = this.#store.current?.id;
    const walked = this.#isWalking();
    const stay = this.#cards.holdPlace(this.options.root);
    this.#store.receive(state);
    stay();
    if (said !== "") setText(this.#live, said);
    if (!hadFocus) return;
    // The keyboard stays on its card; where a walk went on or is over, or the card is gone, it follows.
    const gone = this.#cards.cardOf(document.activeElement) === undefined;
    if (walked && !this.#isWalking()) this.#endOfWalk();
    else if (this.#store.current?.id !== before || gone) this.#focusCurrent();
  }

  /** True while a walk has a card to mark. */
  #isWalking(): boolean {
    return this.#store.walk?.at !== undefined;
  }

  #cardActions(): CardActions {
    return {
      toggle: (id) => {
        this.#store.moveTo(id);
        this.#store.setOpen(id, !this.#store.isOpen(id));
      },
      goTo: (id, quote) => this.#goTo(id, quote),
      mark: (id, verdict) => this.#do({ kind: "mark", verdict }, id),
      dismiss: (id) => {
        this.#store.dismiss(id);
        this.#cards.focus(id);
      },
      dispute: (id, words) => {
        this.#store.dispute(id, words);
        this.#cards.focus(id);
      },
      takeBack: (id) => this.#undo(id),
      passage: (id) => this.#store.togglePassage(id),
      accept: (id) => this.#store.accept(id),
    };
  }

  #changed(): void {
    this.#draw();
    this.options.save(this.#store.ui);
  }

  #draw(): void {
    const { host, answer } = this.#store;
    const place = this.#store.place;
    const another = (answer?.document ?? "") !== this.#document;
    if (another) {
      this.#document = answer?.document ?? "";
      this.#cards.clear();
    }
    this.#head.node.hidden = answer === undefined;
    this.#empty.hidden = answer !== undefined;
    this.#walk.show(this.#store.walk);
    this.#receipt.show(answer?.head.receipt, place.folds.includes("receipt"));
    if (answer === undefined) {
      this.#cards.show([], [], () => closedCard);
      this.#empty.replaceChildren(
        ...emptyMessage(host, (command) => {
          this.#run(command);
        }),
      );
      return;
    }
    const { cards, current, walk } = this.#store;
    this.#empty.replaceChildren();
    this.#head.show(answer, { waiting: cards.filter((c) => c.open).length, walking: walk !== undefined });
    this.#cards.show(cards, place.folds, ({ id }) => ({
      open: this.#store.isOpen(id),
      current: id === current?.id,
      asked: walk?.at !== undefined && id === current?.id,
      passage: this.#store.passage(id),
    }));
    if (another) this.#restoreScroll(place.scrollTop);
  }

  #restoreScroll(top: number): void {
    this.#restoring = true;
    this.options.root.scrollTop = top;
    requestAnimationFrame(() => (this.#restoring = false));
  }

  #listen(): void {
    const { root } = this.options;
    document.addEventListener("keydown", (event) => this.#keyPressed(event));
    root.addEventListener("focusin", (event) => {
      const card = this.#cards.cardOf(event.target);
      if (card) this.#store.moveTo(card.id);
    });
    root.addEventListener("click", (event) => this.#linkClicked(event));
    let saving: ReturnType<typeof setTimeout> | undefined;
    root.addEventListener("scroll", () => {
      if (this.#restoring) return;
      this.#store.scrolled(root.scrollTop);
      clearTimeout(saving);
      saving = setTimeout(() => this.options.save(this.#store.ui), 200);
    });
  }

  #linkClicked(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link) return;
    // The host opens links; VS Code's own handler on the page must not open them a second time.
    event.preventDefault();
    event.stopPropagation();
    this.options.post({ type: "openLink", href: link.getAttribute("href") ?? "" });
  }

  #keyPressed(event: KeyboardEvent): void {
    const { target } = event;
    if (event.isComposing || (target instanceof Element && target.closest("a, input"))) return;
    const { visible } = this.#store;
    const card = this.#cards.cardOf(target);
    const at = visible.findIndex((c) => c.id === card?.id);
    const press = { key: event.key, code: event.code, chord: event.ctrlKey || event.metaKey || event.altKey };
    const action = feedbackAction(press, { at, count: visible.length, onTitle: card?.onTitle === true });
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(action, card?.id ?? "");
  }

  #do(action: FeedbackAction, id: string): void {
    switch (action.kind) {
      case "move": {
        const to = this.#store.visible[action.to];
        if (to) this.#cards.focus(to.id);
        return;
      }
      case "open": {
        this.#store.setOpen(id, action.open);
        return;
      }
      case "goTo": {
        this.#goTo(id, 0);
        return;
      }
      case "mark": {
        this.#mark(id, action.verdict);
        return;
      }
      case "disagree": {
        this.#disagree(id);
        return;
      }
      case "passage": {
        this.#store.togglePassage(id);
        return;
      }
      case "accept": {
        this.#store.accept(id);
        return;
      }
      case "undo": {
        this.#undo(undefined);
        return;
      }
      case "leave": {
        this.options.post({ type: "leave" });
        return;
      }
    }
  }

  #mark(id: string, verdict: NonNullable<Card["own"]>): void {
    if (!this.#store.mark(id, verdict)) {
      setText(this.#live, t("Compare first: what a full answer says is now open. Press the key again to mark."));
      this.#focusCurrent();
      return;
    }
    const { walk } = this.#store;
    if (walk === undefined) return;
    if (walk.at === undefined) this.#endOfWalk();
    else this.#focusCurrent();
  }

  /** A walk ends with the marks in sight, and the keyboard on the way back. */
  #endOfWalk(): void {
    if (this.#store.walk === undefined) {
      this.#focusCurrent();
      return;
    }
    this.#walk.focus();
    this.options.root.scrollTop = 0;
  }

  #disagree(id: string): void {
    if (this.#store.card(id)?.dismissed !== false) return;
    this.#store.setOpen(id, true);
    this.#cards.disagree(id);
  }

  #undo(id: string | undefined): void {
    if (!this.#store.undo(id)) {
      setText(this.#live, t("There is nothing to undo."));
      return;
    }
    this.#focusCurrent();
  }

  #goTo(criterion: string, quote: number): void {
    const { answer } = this.#store;
    if (answer) this.options.post({ type: "goTo", document: answer.document, criterion, quote });
  }

  #goToObservation(index: number): void {
    const { answer } = this.#store;
    if (answer) this.options.post({ type: "goToObservation", document: answer.document, index });
  }

  #startWalk(): void {
    this.#store.startWalk();
    this.#focusCurrent();
  }

  #endWalk(): void {
    const over = this.#store.walk?.at === undefined;
    this.#store.endWalk();
    if (over) this.options.post({ type: "leave" });
    this.#focusCurrent();
  }

  #focusFromOutside(criterion: string | undefined): void {
    if (criterion !== undefined) {
      this.#store.moveTo(criterion);
      this.#store.setOpen(criterion, true);
    }
    this.#focusCurrent();
  }

  #focusCurrent(): void {
    const { current } = this.#store;
    if (current) this.#cards.focus(current.id);
    else this.#page.querySelector<HTMLElement>("button:not([hidden], [hidden] *)")?.focus();
  }

  #run(command: FeedbackCommand): void {
    this.options.post({ type: "command", command });
  }
}
