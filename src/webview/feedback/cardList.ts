// The cards on the page: those that count in rubric order, errors beyond the rubric and what was not needed in folds
// below.
// Keeps a card's elements for as long as the card is there, and the keyboard's place among them.
import { t } from "@vscode/l10n";
import type { Card } from "../../shared/feedbackMessages";
import { element, onFold, setAttributes, setText } from "../kit/dom";
import { icon } from "../kit/icons";
import { sections } from "./store";
import { CardView, type CardActions, type CardContext } from "./cardView";

const folds = sections.filter((section) => section !== "counts");

interface Fold {
  readonly node: HTMLDetailsElement;
  readonly name: HTMLElement;
  readonly list: HTMLUListElement;
}

export class CardList {
  readonly node: HTMLElement;
  readonly #heading = element("h2", "sr-only");
  readonly #list = element("ul", "cards");
  readonly #folds: ReadonlyMap<Card["section"], Fold>;
  readonly #views = new Map<string, CardView>();
  #names = 0;

  constructor(
    private readonly actions: CardActions,
    folded: (name: string, open: boolean) => void,
  ) {
    this.#folds = new Map(folds.map((name) => [name, newFold(name, folded)]));
    this.node = element("div", "card-list", {}, [
      this.#heading,
      this.#list,
      ...[...this.#folds.values()].map((f) => f.node),
    ]);
  }

  /** Shows these cards; those of an answer that is no longer shown go. */
  show(cards: readonly Card[], openFolds: readonly string[], contextOf: (card: Card) => CardContext): void {
    setText(this.#heading, t("Ideas"));
    this.#heading.hidden = cards.length === 0;
    const ids = new Set(cards.map((c) => c.id));
    for (const [id, view] of this.#views) {
      if (ids.has(id)) continue;
      view.node.remove();
      this.#views.delete(id);
    }
    const inSection = (section: Card["section"]): readonly Card[] => cards.filter((c) => c.section === section);
    this.#fill(this.#list, inSection("counts"), contextOf);
    this.#list.hidden = this.#list.childElementCount === 0;
    for (const [section, { node, name, list }] of this.#folds) {
      const folded = inSection(section);
      setText(name, foldName(section, folded.length));
      node.hidden = folded.length === 0;
      node.open = openFolds.includes(section);
      this.#fill(list, folded, contextOf);
    }
  }

  /** Drops all cards: the next ones are another answer's, and no half-written sentence may stand under them. */
  clear(): void {
    for (const view of this.#views.values()) view.node.remove();
    this.#views.clear();
  }

  /** Puts the keyboard on a card and brings as much of it into view as fits. */
  focus(id: string): void {
    const view = this.#views.get(id);
    if (view === undefined) return;
    view.title.focus({ preventScroll: true });
    this.reveal(id);
  }

  reveal(id: string): void {
    const node = this.#views.get(id)?.node;
    if (node === undefined) return;
    // Of a card taller than the view its beginning counts.
    node.scrollIntoView({ block: node.offsetHeight > window.innerHeight - 80 ? "start" : "nearest" });
  }

  /**
   * Holds the card that the keyboard is on, else the first in view, where it is: what comes back puts it there again
   * after cards above it have grown.
   */
  holdPlace(scroller: HTMLElement): () => void {
    const focused = this.cardOf(document.activeElement)?.id;
    const id = focused ?? (scroller.scrollTop > 0 ? this.#firstInView() : undefined) ?? "";
    const view = this.#views.get(id);
    const before = view?.title.getBoundingClientRect().top ?? 0;
    return () => {
      // Cards of another answer are others, whatever their ids.
      if (view === undefined || this.#views.get(id) !== view) return;
      scroller.scrollTop += view.title.getBoundingClientRect().top - before;
    };
  }

  #firstInView(): string | undefined {
    for (const [id, { node }] of this.#views) if (node.getBoundingClientRect().bottom > 0) return id;
    return undefined;
  }

  disagree(id: string): void {
    this.#views.get(id)?.disagree();
  }

  /** The card that an event happened on, and whether on its own line. */
  cardOf(target: EventTarget | null): { readonly id: string; readonly onTitle: boolean } | undefined {
    if (!(target instanceof Element)) return undefined;
    const id = target.closest<HTMLElement>("[data-card]")?.dataset["card"];
    return id === undefined ? undefined : { id, onTitle: target.closest(".card-title") !== null };
  }

  #fill(list: HTMLUListElement, cards: readonly Card[], contextOf: (card: Card) => CardContext): void {
    let next = list.firstElementChild;
    for (const card of cards) {
      const view = this.#viewOf(card.id);
      view.show(card, contextOf(card));
      if (view.node === next) next = next.nextElementSibling;
      else list.insertBefore(view.node, next);
    }
  }

  #viewOf(id: string): CardView {
    const known = this.#views.get(id);
    if (known) return known;
    this.#names += 1;
    const view = new CardView(id, `card-${this.#names}`, this.actions);
    this.#views.set(id, view);
    return view;
  }
}

function newFold(section: string, folded: (name: string, open: boolean) => void): Fold {
  const name = element("span");
  const list = element("ul", "cards");
  const summary = element("summary", "", {}, [icon("chevron"), element("h2", "", {}, [name])]);
  const node = element("details", "fold", { "data-fold": section }, [summary, list]);
  onFold(node, (open) => folded(section, open));
  setAttributes(summary, { id: `fold-${section}` });
  return { node, name, list };
}

function foldName(section: Card["section"], count: number): string {
  if (section === "beyond") return t("Beyond the rubric ({0})", count);
  return section === "bonus" ? t("Bonus ({0})", count) : t("Not needed ({0})", count);
}
