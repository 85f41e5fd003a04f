// The small choice inside a card: not to see the remark any more, or to say in a sentence what is wrong with it.
import { t } from "@vscode/l10n";
import { disputeLimit } from "../../shared/feedbackMessages";
import { element, setAttributes, setText } from "../kit/dom";

export interface DisagreeActions {
  dismiss(): void;
  dispute(words: string): void;
  /** Closed without a word: the keyboard goes back to the card. */
  close(): void;
}

export class DisagreeForm {
  readonly #dismiss = element("button", "secondary", { type: "button", "data-do": "dismiss" });
  readonly #label = element("label", "");
  readonly #words: HTMLInputElement;
  readonly #dispute = element("button", "secondary", { type: "submit", "data-do": "dispute" });
  readonly #cancel = element("button", "link", { type: "button", "data-do": "cancel" });
  readonly node: HTMLFormElement;

  constructor(id: string, actions: DisagreeActions) {
    this.#words = element("input", "", { type: "text", id, maxlength: String(disputeLimit), autocomplete: "off" });
    this.#label.htmlFor = id;
    this.node = element("form", "disagree", {}, [
      this.#label,
      this.#words,
      element("div", "buttons", {}, [this.#dispute, this.#dismiss, this.#cancel]),
    ]);
    this.node.hidden = true;
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = this.#words.value.trim();
      if (words === "") {
        this.#words.focus();
        return;
      }
      actions.dispute(words);
      this.close();
    });
    this.#dismiss.addEventListener("click", () => {
      actions.dismiss();
      this.close();
    });
    const close = (): void => {
      this.close();
      actions.close();
    };
    this.#cancel.addEventListener("click", close);
    this.node.addEventListener("keydown", (event) => {
      // Letters and arrows are the field's; no key of the cards may take them.
      event.stopPropagation();
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      close();
    });
  }

  get isOpen(): boolean {
    return !this.node.hidden;
  }

  open(): void {
    this.node.hidden = false;
    this.#words.focus();
  }

  close(): void {
    this.node.hidden = true;
    this.#words.value = "";
  }

  show(): void {
    setText(this.#label, t("What do you see differently?"));
    setText(this.#dispute, t("Dispute"));
    setAttributes(this.#dispute, {
      title: t("Keeps your sentence beside the remark; a mark changes only if you mark it"),
    });
    setText(this.#dismiss, t("Dismiss"));
    setAttributes(this.#dismiss, { title: t("Hides this remark in your answer") });
    setText(this.#cancel, t("Cancel"));
  }
}
