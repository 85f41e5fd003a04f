// The bar of "Mark it yourself": how far it is and which keys count. The marks stand above it, in the head.
import { t } from "@vscode/l10n";
import { element, setAttributes, setText } from "../kit/dom";
import { walkSentence } from "./labels";
import type { WalkProgress } from "./walk";

export class WalkBar {
  readonly #sentence = element("p", "walk-sentence", { tabindex: "-1" });
  readonly #keys = element("p", "muted walk-keys");
  readonly #end = element("button", "secondary", { type: "button", id: "walk-end" });
  readonly node = element("section", "walk", { "data-walk": "" }, [
    element("div", "walk-line", {}, [this.#sentence, this.#end]),
    this.#keys,
  ]);

  constructor(end: () => void) {
    this.#end.addEventListener("click", end);
    this.node.hidden = true;
  }

  show(progress: WalkProgress | undefined): void {
    this.node.hidden = progress === undefined;
    this.node.toggleAttribute("data-walk", progress !== undefined);
    if (progress === undefined) return;
    const over = progress.at === undefined;
    setAttributes(this.node, { "aria-label": t("Mark it yourself") });
    setText(this.#sentence, walkSentence(progress));
    setText(
      this.#keys,
      over ? t("u undo · Esc to the answer") : t("y yes · p partly · n no · u undo · Esc to the answer"),
    );
    setText(this.#end, over ? t("Done") : t("Stop"));
  }

  /** Puts the keyboard on the bar's button: where a walk ends. */
  focus(): void {
    this.#end.focus();
  }
}
