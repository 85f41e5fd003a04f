// The line at the bottom: who looks at answers, the way to set up a model, and the way back to the check alone.
import { t } from "@vscode/l10n";
import { element, setAttributes, setText } from "../kit/dom";

export class Footer {
  readonly #grader = element("span", "grader", { id: "grader" });
  readonly #setUp = element("button", "link", { type: "button", id: "set-up-model" });
  readonly #withoutModel = element("button", "link", { type: "button", id: "without-model" });
  readonly node = element("footer", "footer", {}, [this.#grader, this.#setUp, this.#withoutModel]);

  constructor(run: (command: "tutor.setUpModel" | "tutor.useBuiltInGrader") => void) {
    this.#setUp.addEventListener("click", () => {
      run("tutor.setUpModel");
    });
    this.#withoutModel.addEventListener("click", () => {
      // The button goes away with its purpose; the keyboard stays in the footer.
      this.#setUp.focus();
      run("tutor.useBuiltInGrader");
    });
  }

  /** `model` is the name of the one that grades; undefined where answers are only checked. */
  show(model: string | undefined): void {
    const text = model === undefined ? t("Checked here, marked by you") : t("Model: {0}", model);
    setText(this.#grader, text);
    setAttributes(this.#grader, {
      title:
        model === undefined
          ? t("Without a model your answer is checked on this machine for what it speaks of, and you mark it yourself")
          : text,
    });
    setText(this.#setUp, model === undefined ? t("Set up a model") : t("Change model"));
    setText(this.#withoutModel, t("Use no model"));
    setAttributes(this.#withoutModel, {
      title: t("Check answers on this machine again and mark them yourself"),
    });
    this.#withoutModel.hidden = model === undefined;
  }
}
