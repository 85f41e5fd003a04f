// The line at the bottom: which grader is in use, the way to set up a model, and the way back.
import { t } from "@vscode/l10n";
import { element, setAttributes, setText } from "../kit/dom";

export class Footer {
  readonly #grader = element("span", "grader", { id: "grader" });
  readonly #setUp = element("button", "link", { type: "button", id: "set-up-model" });
  readonly #useBuiltIn = element("button", "link", { type: "button", id: "use-built-in" });
  readonly node = element("footer", "footer", {}, [this.#grader, this.#setUp, this.#useBuiltIn]);

  constructor(run: (command: "tutor.setUpModel" | "tutor.useBuiltInGrader") => void) {
    this.#setUp.addEventListener("click", () => run("tutor.setUpModel"));
    this.#useBuiltIn.addEventListener("click", () => {
      // The button goes away with its purpose; the keyboard stays in the footer.
      this.#setUp.focus();
      run("tutor.useBuiltInGrader");
    });
  }

  /** `grader` is "built-in" or the model's name. */
  show(grader: string): void {
    const builtIn = grader === "built-in";
    const text = t("Grader: {0}", builtIn ? t("built-in") : grader);
    setText(this.#grader, text);
    setAttributes(this.#grader, {
      title: builtIn ? t("Grades on this machine, without a key; its marks are an estimate") : text,
    });
    setText(this.#setUp, builtIn ? t("Set up a model") : t("Change"));
    setText(this.#useBuiltIn, t("Use built-in"));
    setAttributes(this.#useBuiltIn, { title: t("Grade on this machine again, without the model") });
    this.#useBuiltIn.hidden = builtIn;
    setAttributes(this.#setUp, { "aria-label": builtIn ? undefined : t("Change the model that grades") });
  }
}
