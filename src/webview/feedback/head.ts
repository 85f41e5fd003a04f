// What stands above the cards: marks and whose they are, what was noticed, errors and a grading under way, each with
// its button.
import { t } from "@vscode/l10n";
import type { AnswerFeedback, FeedbackCommand, Head as HeadState } from "../../shared/feedbackMessages";
import { element, setAttributes, setText } from "../kit/dom";
import { icon } from "../kit/icons";

export interface HeadActions {
  run(command: FeedbackCommand): void;
  startWalk(): void;
  undo(): void;
  goToObservation(index: number): void;
}

export interface HeadContext {
  /** How many cards wait for a mark. */
  readonly waiting: number;
  readonly walking: boolean;
}

export class Head {
  readonly #title = element("h1", "question-title");
  readonly #headline = element("p", "headline");
  readonly #about = element("p", "about");
  readonly #steady = element("p", "steady");
  readonly #progressText = element("span", "progress-text");
  readonly #bar = element("progress", "", { max: "1" });
  readonly #progress = element("div", "progress", {}, [this.#progressText, this.#bar]);
  readonly #notGraded = element("p", "notice");
  readonly #unkept = element("p", "notice");
  readonly #summary = element("p", "summary");
  readonly #observations = element("ul", "observations");
  readonly #walk = element("button", "primary", { type: "button", id: "mark-yourself" });
  readonly #undo = element("button", "secondary", { type: "button", id: "undo", "aria-keyshortcuts": "U" });
  readonly #commands = element("span", "buttons");
  readonly #buttons = element("div", "buttons", {}, [this.#walk, this.#commands, this.#undo]);
  readonly node = element("header", "head", {}, [
    this.#title,
    this.#headline,
    this.#about,
    this.#steady,
    this.#progress,
    this.#notGraded,
    this.#unkept,
    this.#summary,
    this.#observations,
    this.#buttons,
  ]);

  constructor(private readonly actions: HeadActions) {
    this.#walk.addEventListener("click", () => actions.startWalk());
    this.#undo.addEventListener("click", () => actions.undo());
    this.#observations.addEventListener("click", (event) => {
      const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
      if (place) actions.goToObservation(Number(place.dataset["index"]));
    });
  }

  show({ title, head, undoable }: AnswerFeedback, { waiting, walking }: HeadContext): void {
    shown(this.#title, title);
    shown(this.#headline, head.headline);
    shown(this.#about, head.about);
    shown(this.#steady, head.steady ?? "");
    this.#showProgress(head.progress);
    notice(this.#notGraded, head.notGraded);
    notice(this.#unkept, head.unkept);
    shown(this.#summary, head.summary);
    this.#showObservations(head);
    setText(this.#walk, t("Mark it yourself"));
    setAttributes(this.#walk, { title: t("Idea by idea, against what a full answer says") });
    this.#walk.hidden = waiting === 0 || walking || head.progress !== undefined;
    this.#showCommands(head, this.#walk.hidden);
    setText(this.#undo, t("Undo"));
    const undoes = undoable && t("Undo: {0} (u)", undoable.text);
    setAttributes(this.#undo, { title: undoes, "aria-description": undoable?.text });
    // A button that goes away with its purpose would take the keyboard with it.
    if (undoable === undefined && document.activeElement === this.#undo) this.#title.focus();
    this.#undo.hidden = undoable === undefined;
    this.#buttons.hidden = [this.#walk, this.#undo].every((b) => b.hidden) && head.actions.length === 0;
  }

  #showProgress(progress: HeadState["progress"]): void {
    this.#progress.hidden = progress === undefined;
    if (progress === undefined) return;
    setText(this.#progressText, progress.text);
    setAttributes(this.#bar, { "aria-label": t("Ideas graded") });
    this.#bar.max = Math.max(progress.of, 1);
    // Without a value the bar moves by itself: nothing is known yet.
    if (progress.done > 0) this.#bar.value = progress.done;
    else this.#bar.removeAttribute("value");
  }

  #showObservations({ observations }: HeadState): void {
    const drawn = JSON.stringify(observations);
    if (this.#observations.dataset["drawn"] === drawn) return;
    this.#observations.dataset["drawn"] = drawn;
    this.#observations.hidden = observations.length === 0;
    this.#observations.replaceChildren(
      ...observations.map(({ index, text, place }) => {
        const attributes = { type: "button", "data-index": String(index), title: t("Go to these words") };
        return element("li", "", {}, [
          text,
          ...(place ? [" ", element("button", "link", attributes, [t("Show")])] : []),
        ]);
      }),
    );
  }

  /** What grades, or leads on, comes first where nothing else is to be done. */
  #showCommands({ actions }: HeadState, first: boolean): void {
    this.#commands.hidden = actions.length === 0;
    const drawn = JSON.stringify([actions, first]);
    if (this.#commands.dataset["drawn"] === drawn) return;
    this.#commands.dataset["drawn"] = drawn;
    const focused = this.#commands.contains(document.activeElement);
    this.#commands.replaceChildren(
      ...actions.map(({ title, command }) => {
        const goesOn = command === "tutor.gradeAnswer" || command === "tutor.nextQuestion";
        const look = first && goesOn ? "primary" : "secondary";
        const button = element("button", look, { type: "button", "data-command": command }, [title]);
        button.addEventListener("click", () => this.actions.run(command));
        return button;
      }),
    );
    if (focused) (this.#commands.querySelector("button") ?? this.#title).focus();
  }
}

function shown(node: HTMLElement, text: string): void {
  setText(node, text);
  node.hidden = text === "";
  if (node.tagName === "H1") node.tabIndex = -1;
}

function notice(node: HTMLElement, text: string | undefined): void {
  node.hidden = text === undefined;
  if (node.dataset["drawn"] === text) return;
  node.dataset["drawn"] = text ?? "";
  node.replaceChildren(icon("problem"), element("span", "", {}, [text ?? ""]));
}
