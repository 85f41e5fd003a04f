// The state filters: buttons of which one is pressed, reached by one Tab and walked with the arrow keys.
import { t } from "@vscode/l10n";
import { progressMeaning } from "../../core/progress/progressWords";
import { element, setAttributes, setText } from "../kit/dom";
import { icon } from "../kit/icons";
import { filterName } from "./labels";
import { filterShapes, stateIcon } from "./stateIcon";
import { usefulFilters, type Summary } from "./summary";
import { stateFilters, type StateFilter } from "./uiState";

export class FilterBar {
  readonly node = element("div", "filters", { role: "toolbar" });
  readonly #buttons: ReadonlyMap<StateFilter, HTMLButtonElement>;

  constructor(private readonly choose: (filter: StateFilter) => void) {
    this.#buttons = new Map(stateFilters.map((filter) => [filter, this.#button(filter)]));
    this.node.append(...this.#buttons.values());
    this.node.addEventListener("keydown", (event) => {
      this.#keyPressed(event);
    });
  }

  /** Shows how many questions each filter would leave; filters that would leave none are away. */
  show({ counts }: Pick<Summary, "counts">, current: StateFilter): void {
    setAttributes(this.node, { "aria-label": t("Filter by state") });
    const useful = usefulFilters({ counts }, current);
    for (const [filter, button] of this.#buttons) {
      const [, name, count] = button.children;
      if (name) setText(name, filterName(filter));
      if (count) setText(count, String(counts[filter]));
      button.hidden = !useful.includes(filter);
      const tooltip = filter === "all" ? filterName(filter) : progressMeaning(filter);
      setAttributes(button, {
        "aria-pressed": String(current === filter),
        tabindex: current === filter ? "0" : "-1",
        title: `${tooltip} (${counts[filter]})`,
      });
    }
  }

  #button(filter: StateFilter): HTMLButtonElement {
    const button = element("button", "filter", { type: "button", "data-filter": filter }, [
      filter === "all" ? icon("all") : stateIcon(filterShapes[filter]),
      element("span", "filter-name"),
      element("span", "filter-count"),
    ]);
    // Pressing a pressed filter lets go of it.
    button.addEventListener("click", () => {
      this.choose(button.getAttribute("aria-pressed") === "true" ? "all" : filter);
    });
    return button;
  }

  #keyPressed(event: KeyboardEvent): void {
    const shown = [...this.#buttons.values()].filter((button) => !button.hidden);
    const at = shown.findIndex((button) => button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    shown[(to + shown.length) % shown.length]?.focus();
  }
}
