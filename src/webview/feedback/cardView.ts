// One card as elements. They are made once and patched, so that focus, selection and a sentence being typed outlive a
// new state.
import { t } from "@vscode/l10n";
import type { SelfVerdict } from "../../core/attempts/attempt";
import type { Card, SaidWord } from "../../shared/feedbackMessages";
import { element, setAttributes, setText } from "../kit/dom";
import { stateIcon } from "../kit/icons";
import { DisagreeForm } from "./disagreeForm";
import { markKeys, markWord, placeWord, withKey } from "./labels";
import type { Passage } from "./store";

export interface CardActions {
  toggle(id: string): void;
  goTo(id: string, quote: number): void;
  mark(id: string, verdict: SelfVerdict): void;
  dismiss(id: string): void;
  dispute(id: string, words: string): void;
  takeBack(id: string): void;
  passage(id: string): void;
  accept(id: string): void;
}

export interface CardContext {
  readonly open: boolean;
  /** True for the card that Tab leads to. */
  readonly current: boolean;
  /** True for the card that a walk is at. */
  readonly asked: boolean;
  readonly passage: Passage | "asked" | undefined;
}

/** A card of which nothing is shown. */
export const closedCard: CardContext = { open: false, current: false, asked: false, passage: undefined };

export class CardView {
  readonly title: HTMLButtonElement;
  readonly node: HTMLLIElement;
  readonly #icon = element("span", "card-icon");
  readonly #idea = element("span", "idea");
  readonly #said = element("span", "said");
  readonly #body: HTMLElement;
  readonly #statementTitle = element("h4");
  readonly #statement = element("p");
  readonly #statementSide = element("section", "side", {}, [this.#statementTitle, this.#statement]);
  readonly #ownTitle = element("h4");
  readonly #own = element("div", "own");
  readonly #ownSide = element("section", "side", {}, [this.#ownTitle, this.#own]);
  readonly #pair = element("div", "pair", {}, [this.#statementSide, this.#ownSide]);
  readonly #remark = element("p", "remark");
  readonly #misconception = element("p", "misconception");
  readonly #group = element("p", "muted group");
  readonly #disputed = element("p", "disputed");
  readonly #passage = element("section", "passage");
  readonly #question = element("span", "question");
  readonly #marks: ReadonlyMap<SelfVerdict, HTMLButtonElement>;
  readonly #marking: HTMLElement;
  readonly #words = element("button", "secondary", {
    type: "button",
    "data-do": "words",
    "aria-keyshortcuts": "Enter",
  });
  readonly #reference = element("button", "secondary", {
    type: "button",
    "data-do": "passage",
    "aria-keyshortcuts": "R",
  });
  readonly #disagree = element("button", "secondary", {
    type: "button",
    "data-do": "disagree",
    "aria-keyshortcuts": "D",
  });
  readonly #accept = element("button", "secondary", {
    type: "button",
    "data-do": "accept",
    "aria-keyshortcuts": "A",
  });
  readonly #nearMiss = element("p", "muted near-miss");
  readonly #takeBack = element("button", "secondary", { type: "button", "data-do": "takeBack" });
  readonly #form: DisagreeForm;
  #drawn = "";

  constructor(id: string, name: string, actions: CardActions) {
    this.title = element(
      "button",
      "card-title",
      { type: "button", id: `${name}-title`, "aria-controls": `${name}-body` },
      [this.#icon, element("span", "card-words", {}, [this.#idea, this.#said])],
    );
    this.#marks = new Map(
      markKeys.map(([verdict, key]) => {
        const attributes = { type: "button", "data-do": verdict, "aria-keyshortcuts": key.toUpperCase() };
        const button = element("button", "secondary mark", attributes);
        button.addEventListener("click", () => actions.mark(id, verdict));
        return [verdict, button];
      }),
    );
    this.#question.id = `${name}-question`;
    this.#marking = element("div", "marking", { role: "group", "aria-labelledby": this.#question.id }, [
      this.#question,
      element("span", "buttons", {}, [...this.#marks.values()]),
    ]);
    this.#form = new DisagreeForm(`${name}-words`, {
      dismiss: () => actions.dismiss(id),
      dispute: (words) => actions.dispute(id, words),
      close: () => this.title.focus(),
    });
    this.#body = element("div", "card-body", { id: `${name}-body` }, [
      this.#misconception,
      this.#pair,
      this.#group,
      this.#disputed,
      this.#marking,
      this.#nearMiss,
      element("div", "buttons more", {}, [this.#accept, this.#words, this.#reference, this.#disagree, this.#takeBack]),
      this.#form.node,
      this.#passage,
    ]);
    const article = element("article", "", { "aria-labelledby": `${name}-title` }, [
      element("h3", "", {}, [this.title]),
      this.#remark,
      this.#body,
    ]);
    this.node = element("li", "card", { "data-card": id }, [article]);
    this.title.addEventListener("click", () => actions.toggle(id));
    this.#words.addEventListener("click", () => actions.goTo(id, 0));
    this.#reference.addEventListener("click", () => actions.passage(id));
    this.#accept.addEventListener("click", () => actions.accept(id));
    this.#disagree.addEventListener("click", () => this.disagree());
    this.#takeBack.addEventListener("click", () => actions.takeBack(id));
    this.#own.addEventListener("click", (event) => {
      const quote = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-quote]") : null;
      if (quote) actions.goTo(id, Number(quote.dataset["quote"]));
    });
  }

  /** Opens the small choice, or closes it. */
  disagree(): void {
    if (!this.#form.isOpen) {
      this.#form.open();
      return;
    }
    this.#form.close();
    this.title.focus();
  }

  show(card: Card, { open, current, asked, passage }: CardContext): void {
    const described = [card.statement === undefined ? "" : this.#statement.id, this.#own.id].join(" ").trim();
    setAttributes(this.title, {
      "aria-expanded": String(open),
      "aria-describedby": asked && described !== "" ? described : undefined,
      tabindex: current ? "0" : "-1",
    });
    this.node.classList.toggle("asked", asked);
    this.node.classList.toggle("open", open);
    this.node.classList.toggle("dismissed", card.dismissed);
    this.#body.hidden = !open;
    const drawn = JSON.stringify([card, passage]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#showTitle(card);
    this.#showWords(card);
    this.#showActions(card);
    this.#showPassage(passage);
  }

  #showTitle({ idea, said, marks, kind, dismissed, remark, steady, nearMiss }: Card): void {
    const [counts, ...others] = said;
    this.#icon.dataset["state"] = counts.state;
    this.#icon.dataset["by"] = counts.by;
    this.#icon.replaceChildren(stateIcon(counts.state));
    setText(this.#idea, kind === "error" ? remark : idea);
    const first = [counts.text, marks, dismissed ? t("dismissed") : ""].filter((part) => part !== "").join(" · ");
    const steadyLine = steady === undefined ? [] : [element("span", "said-line", {}, [steady])];
    const lines = others.map((word) => saidLine(word, word.text));
    const offer =
      nearMiss === true ? [element("span", "said-line", {}, [t("near-miss · a: accept as a wording")])] : [];
    this.#said.replaceChildren(saidLine(counts, first), ...lines, ...steadyLine, ...offer);
  }

  #showWords(card: Card): void {
    setText(this.#remark, card.remark);
    // An error has no idea; its remark is its title.
    this.#remark.hidden = card.remark === "" || card.kind === "error" || card.dismissed;
    const { misconception, disputed, statement } = card;
    const asks = t("Reads like a common misconception. Do you mean this: “{0}”?", misconception ?? "");
    setText(this.#misconception, asks);
    this.#misconception.hidden = misconception === undefined;
    setText(this.#disputed, t("Disputed by you: “{0}”", disputed ?? ""));
    this.#disputed.hidden = disputed === undefined;
    setText(this.#group, card.group);
    this.#group.hidden = card.group === "";
    setText(this.#statementTitle, t("A full answer says"));
    setText(this.#statement, statement ?? "");
    this.#statement.id = `${this.title.id}-statement`;
    this.#statementSide.hidden = statement === undefined;
    setText(this.#ownTitle, t("Your words"));
    this.#own.id = `${this.title.id}-own`;
    this.#own.replaceChildren(...ownWords(card));
    this.#ownSide.hidden = card.kind === "error" && card.quotes.length === 0;
  }

  #showActions(card: Card): void {
    const { own, markable, quotes, dismissed, takesBack, statement, nearMiss } = card;
    this.#marking.hidden = !markable;
    setText(this.#question, t("Does your answer say this?"));
    for (const [verdict, key] of markKeys) {
      const button = this.#marks.get(verdict);
      if (button === undefined) continue;
      setText(button, markWord(verdict));
      setAttributes(button, { title: withKey(markWord(verdict), key), "aria-pressed": String(own === verdict) });
    }
    setText(this.#nearMiss, t("The check did not find this in your words. It does once they are an accepted wording."));
    this.#nearMiss.hidden = nearMiss !== true;
    named(this.#accept, t("Accept as a wording"), "a");
    setAttributes(this.#accept, { title: withKey(t("Adds the words to this idea in the question's file"), "a") });
    this.#accept.hidden = nearMiss !== true;
    const found = quotes.some((q) => q.place !== "gone");
    named(this.#words, found ? t("Go to my words") : t("Go to my answer"), "Enter");
    named(this.#reference, t("Reference"), "r");
    setAttributes(this.#reference, { title: withKey(t("What the reference answer says about it"), "r") });
    this.#reference.hidden = statement === undefined;
    named(this.#disagree, t("Disagree…"), "d");
    setAttributes(this.#disagree, { title: withKey(t("Dismiss or dispute this remark"), "d") });
    this.#disagree.hidden = dismissed;
    setText(this.#takeBack, dismissed ? t("Show again") : t("Take back"));
    setAttributes(this.#takeBack, { title: t("Takes back your last word on this") });
    this.#takeBack.hidden = !takesBack;
    this.#form.show();
  }

  #showPassage(passage: Passage | "asked" | undefined): void {
    setAttributes(this.#reference, { "aria-expanded": String(passage !== undefined) });
    this.#passage.hidden = passage === undefined;
    if (passage === undefined) {
      this.#passage.replaceChildren();
      return;
    }
    const title = t("The reference answer on this");
    if (passage === "asked") {
      this.#passage.replaceChildren(element("h4", "", {}, [title]), element("p", "muted", {}, [t("Loading…")]));
      return;
    }
    const box = element("div", "content");
    box.innerHTML = passage.html;
    const whole = t("The whole reference answer");
    this.#passage.replaceChildren(element("h4", "", {}, [passage.whole ? whole : title]), box);
  }
}

function saidLine({ by, state }: SaidWord, text: string): HTMLElement {
  return element("span", "said-line", { "data-by": by, "data-state": state }, [text]);
}

function ownWords({ quotes }: Card): HTMLElement[] {
  if (quotes.length === 0) return [element("p", "muted", {}, [t("No words of your answer are tied to this.")])];
  return quotes.map(({ text, place }, index) => {
    const note = placeWord(place);
    const words = element("span", "quote-words", {}, [text]);
    const notes = note === "" ? [] : [element("span", "muted quote-note", {}, [note])];
    if (place === "gone") return element("p", "quote gone", {}, [words, ...notes]);
    const attributes = { type: "button", "data-quote": String(index), title: t("Go to these words") };
    return element("button", "quote", attributes, [words, ...notes]);
  });
}

function named(button: HTMLButtonElement, name: string, key: string): void {
  setText(button, name);
  setAttributes(button, { title: withKey(name, key) });
}
