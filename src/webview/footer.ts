// The line at the bottom: which grader is in use, and the way to set up a model.
import { t } from "@vscode/l10n";
import { element, setAttributes, setText } from "./dom";

export class Footer {
  readonly #grader = element("span", "grader", { id: "grader" });
  readonly #setUp = element("button", "link", { type: "button", id: "set-up-model" });
  readonly node = element("footer", "footer", {}, [this.#grader, this.#setUp]);

  constructor(setUpModel: () => void) {
    this.#setUp.addEventListener("click", setUpModel);
  }

  /** `grader` is "built-in" or the model's name. */
  show(grader: string): void {
    const builtIn = grader === "built-in";
    const text = t("Grader: {0}", builtIn ? t("built-in") : grader);
    setText(this.#grader, text);
    setAttributes(this.#grader, { title: builtIn ? t("Grades on this machine, without a key; its marks are an estimate") : text });
    setText(this.#setUp, builtIn ? t("Set up a model") : t("Change"));
    setAttributes(this.#setUp, { "aria-label": builtIn ? undefined : t("Change the model that grades") });
  }
}
