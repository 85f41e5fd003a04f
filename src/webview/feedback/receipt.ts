// The receipt's one line below the cards, and behind it what makes the result replayable.
import { t } from "@vscode/l10n";
import type { Head } from "../../shared/feedbackMessages";
import { element, onFold, setAttributes, setText } from "../kit/dom";
import { icon } from "../kit/icons";

export class ReceiptLine {
  readonly #line = element("span");
  readonly #summary = element("summary", "", {}, [icon("chevron"), this.#line]);
  readonly #details = element("dl");
  readonly node = element("details", "receipt", { "data-fold": "receipt" }, [this.#summary, this.#details]);

  constructor(folded: (name: string, open: boolean) => void) {
    this.node.hidden = true;
    onFold(this.node, (open) => folded("receipt", open));
  }

  show(receipt: Head["receipt"], open: boolean): void {
    this.node.hidden = receipt === undefined;
    if (receipt === undefined) return;
    this.node.open = open;
    // Wraps between its parts: no number parts from its unit.
    setText(this.#line, receipt.line.replace(/(?<!·) (?!·)/g, "\u00a0"));
    setAttributes(this.#summary, { title: t("How this came about") });
    const drawn = JSON.stringify(receipt.details);
    if (this.#details.dataset["drawn"] === drawn) return;
    this.#details.dataset["drawn"] = drawn;
    this.#details.replaceChildren(
      ...receipt.details.flatMap(({ name, value }) => [element("dt", "", {}, [name]), element("dd", "", {}, [value])]),
    );
  }
}
