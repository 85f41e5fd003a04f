// What stands above the tree: the total with its bar, the way back to work, search and state filter.
import { t } from "@vscode/l10n";
import type { QuestionKey } from "../../core/questionKey";
import { shortMarks } from "../../core/feedback/marksText";
import { element, setAttributes, setText } from "../kit/dom";
import { icon } from "../kit/icons";
import { filterName, spokenMarks, stateMeaning } from "./labels";
import { fillBar, marksBar } from "./rowView";
import type { Summary } from "./summary";
import { stateFilters, type StateFilter, type UiState } from "./uiState";

export interface HeaderActions {
  search(query: string): void;
  filter(filter: StateFilter): void;
  clear(): void;
  resume(key: QuestionKey): void;
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
  readonly #marks = element("span", "total-marks", { id: "total" });
  readonly #bar = marksBar({ low: 0, high: 0, max: 1 });
  readonly #report = element("button", "icon-button", { type: "button", id: "report" }, [icon("report")]);
  readonly #resumeTitle = element("span", "resume-title");
  readonly #resume = element("button", "resume", { type: "button", id: "continue" }, [icon("play"), this.#resumeTitle]);
  readonly #search = element("input", "", {
    type: "text",
    id: "search",
    autocomplete: "off",
    spellcheck: "false",
    role: "searchbox",
    "aria-controls": "tree",
  });
  readonly #clear = element("button", "icon-button clear", { type: "button", id: "clear" }, [icon("close")]);
  readonly #filters = element("div", "filters", { role: "group" });
  readonly #buttons: ReadonlyMap<StateFilter, HTMLButtonElement>;
  #resumeKey: QuestionKey | undefined;

  constructor(actions: HeaderActions) {
    this.#buttons = new Map(stateFilters.map((filter) => [filter, filterButton(filter, actions)]));
    this.#filters.append(...this.#buttons.values());
    this.#bar.id = "total-bar";
    this.#bar.removeAttribute("aria-hidden");
    const total = element("div", "total", {}, [this.#title, this.#marks, this.#report]);
    const search = element("div", "search", {}, [icon("search"), this.#search, this.#clear]);
    this.node = element("header", "header", {}, [total, this.#bar, this.#resume, search, this.#filters]);
    this.#report.addEventListener("click", () => actions.showReport());
    this.#resume.addEventListener("click", () => this.#resumeKey && actions.resume(this.#resumeKey));
    this.#search.addEventListener("input", () => actions.search(this.#search.value));
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

  focusSearch(): void {
    this.#search.focus();
    this.#search.select();
  }

  show({ title, description, marks, estimate, resume, counts, ui }: HeaderData): void {
    setText(this.#title, title === "" ? t("All roadmaps") : title);
    setAttributes(this.#title, { title: `${title}\n${description}`.trim() });
    setText(this.#marks, shortMarks(marks, estimate));
    setAttributes(this.#marks, {
      title: estimate ? t("Marks earned; ≈ means an estimate of the built-in grader") : t("Marks earned"),
    });
    fillBar(this.#bar, marks);
    setAttributes(this.#bar, {
      role: "progressbar",
      "aria-label": t("Marks earned"),
      "aria-valuemin": "0",
      "aria-valuemax": String(marks.max),
      "aria-valuenow": String(marks.low),
      "aria-valuetext": spokenMarks(marks, estimate),
    });
    named(this.#report, t("Show assignment report"));
    this.#resumeKey = resume?.key;
    this.#resume.hidden = resume === undefined;
    if (resume) {
      const label = resume.started ? t("Continue: {0}", resume.title) : t("Start: {0}", resume.title);
      setText(this.#resumeTitle, label);
      setAttributes(this.#resume, { title: label });
    }
    if (this.#search.value !== ui.query) this.#search.value = ui.query;
    setAttributes(this.#search, {
      placeholder: t("Search questions"),
      "aria-label": t("Search questions by title or topic"),
    });
    this.#clear.hidden = ui.query === "";
    named(this.#clear, t("Clear search"));
    setAttributes(this.#filters, { "aria-label": t("Filter by state") });
    for (const [filter, button] of this.#buttons) {
      const [, name, count] = button.children;
      if (name) setText(name, filterName(filter));
      if (count) setText(count, String(counts[filter]));
      const label = `${filterName(filter)}, ${counts[filter]}`;
      setAttributes(button, {
        "aria-pressed": String(ui.filter === filter),
        "aria-label": label,
        title: filter === "all" ? label : `${stateMeaning(filter)} (${counts[filter]})`,
      });
    }
  }
}

function filterButton(filter: StateFilter, actions: HeaderActions): HTMLButtonElement {
  const button = element("button", "filter", { type: "button", "data-filter": filter }, [
    icon(filter),
    element("span", "filter-name"),
    element("span", "filter-count"),
  ]);
  // Pressing a pressed filter lets go of it.
  button.addEventListener("click", () =>
    actions.filter(button.getAttribute("aria-pressed") === "true" ? "all" : filter),
  );
  return button;
}

function named(button: HTMLButtonElement, name: string): void {
  setAttributes(button, { title: name, "aria-label": name });
}
