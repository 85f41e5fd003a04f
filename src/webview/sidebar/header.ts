// What stands above the tree: the total with its bar, the way back to work, search and state filter.
import { t } from "@vscode/l10n";
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { element, setAttributes, setText } from "../kit/dom";
import { icon } from "../kit/icons";
import { FilterBar } from "./filterBar";
import { totalText } from "./labels";
import type { Summary } from "./summary";
import { fillBar, tallyBar } from "./tallyBar";
import type { StateFilter, UiState } from "./uiState";

export interface HeaderActions {
  search(query: string): void;
  filter(filter: StateFilter): void;
  resume(key: QuestionKey): void;
  getStarted(): void;
  showReport(): void;
  /** Down from the search box: into the tree. */
  enterTree(): void;
}

export interface HeaderData extends Summary {
  /** Of the roadmap, or empty where there are several. */
  readonly title: string;
  readonly description: string;
  readonly ui: UiState;
}

export class Header {
  readonly node: HTMLElement;
  readonly #title = element("h2", "total-title");
  readonly #marks = element("p", "total-marks", { id: "total" });
  readonly #bar = tallyBar({ model: { low: 0, high: 0 }, own: 0, open: 1, max: 1 });
  readonly #report = element("button", "icon-button", { type: "button", id: "report" }, [icon("report")]);
  readonly #resumeTitle = element("span", "resume-title");
  readonly #resume = element("button", "resume", { type: "button", id: "continue" }, [icon("play"), this.#resumeTitle]);
  readonly #getStarted = element("button", "link", { type: "button", id: "get-started" });
  readonly #search = element("input", "", {
    type: "text",
    id: "search",
    autocomplete: "off",
    spellcheck: "false",
    role: "searchbox",
    "aria-controls": "tree",
  });
  readonly #clear = element("button", "icon-button clear", { type: "button", id: "clear" }, [icon("close")]);
  readonly #filters: FilterBar;
  #resumeKey: QuestionKey | undefined;

  constructor(private readonly actions: HeaderActions) {
    this.#filters = new FilterBar((filter) => {
      actions.filter(filter);
    });
    this.#bar.id = "total-bar";
    const total = element("div", "total", {}, [this.#title, this.#report]);
    const search = element("div", "search", {}, [icon("search"), this.#search, this.#clear]);
    const goOn = element("div", "go-on", {}, [this.#resume, this.#getStarted]);
    this.node = element("header", "header", {}, [total, this.#bar, this.#marks, goOn, search, this.#filters.node]);
    this.#listen();
  }

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  show({ title, description, tally, resume, counts, ui }: HeaderData): void {
    setText(this.#title, title === "" ? t("All roadmaps") : title);
    setAttributes(this.#title, { title: `${title}\n${description}`.trim() });
    const total = totalText(tally);
    setText(this.#marks, total);
    setAttributes(this.#marks, { title: total });
    fillBar(this.#bar, tally);
    named(this.#report, t("Show assignment report"));
    this.#showResume(resume);
    setText(this.#getStarted, t("Get started"));
    setAttributes(this.#getStarted, { title: t("The first steps, one by one") });
    this.#getStarted.hidden = counts.all === 0 || counts.new < counts.all;
    if (this.#search.value !== ui.query) this.#search.value = ui.query;
    setAttributes(this.#search, { placeholder: t("Search questions"), "aria-label": t("Search questions") });
    this.#clear.hidden = ui.query === "";
    named(this.#clear, t("Clear search"));
    this.#filters.show({ counts }, ui.filter);
  }

  #showResume(resume: HeaderData["resume"]): void {
    this.#resumeKey = resume?.key;
    this.#resume.hidden = resume === undefined;
    if (resume === undefined) return;
    const label = resumeLabel(resume);
    setText(this.#resumeTitle, label);
    setAttributes(this.#resume, { title: label });
  }

  #listen(): void {
    const { actions } = this;
    this.#report.addEventListener("click", () => {
      actions.showReport();
    });
    this.#resume.addEventListener("click", () => {
      if (this.#resumeKey) actions.resume(this.#resumeKey);
    });
    this.#getStarted.addEventListener("click", () => {
      actions.getStarted();
    });
    this.#search.addEventListener("input", () => {
      actions.search(this.#search.value);
    });
    this.#clear.addEventListener("click", () => {
      actions.search("");
      this.focusSearch();
    });
    this.#search.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && this.#search.value !== "") actions.search("");
      else if (event.key === "ArrowDown" || event.key === "Enter") actions.enterTree();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}

function resumeLabel({ kind, title }: NonNullable<HeaderData["resume"]>): string {
  switch (kind) {
    case "continue":
      return t("Continue: {0}", title);
    case "next":
      return t("Next: {0}", title);
    case "start":
      return t("Start: {0}", title);
  }
}

function named(button: HTMLButtonElement, name: string): void {
  setAttributes(button, { title: name, "aria-label": name });
}
