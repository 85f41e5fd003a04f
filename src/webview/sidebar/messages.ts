// What stands in the tree's place when there is nothing to list: loading, an error, no roadmap, no match.
import { t } from "@vscode/l10n";
import { element } from "../kit/dom";

/** Placeholder rows while the host reads the roadmaps. */
export function loadingMessage(): HTMLElement {
  const bars = Array.from({ length: 6 }, (_, i) =>
    element("div", `skeleton skeleton-${i % 3}`, { "aria-hidden": "true" }),
  );
  return element("div", "message loading", { role: "status" }, [
    element("span", "sr-only", {}, [t("Loading roadmaps…")]),
    ...bars,
  ]);
}

/** What went wrong, with the way to the log. */
export function errorMessage(message: string, showLog: () => void): HTMLElement {
  return element("div", "message error", { role: "alert" }, [
    element("p", "", {}, [message]),
    button("show-log", t("Show log"), showLog),
  ]);
}

/** No roadmap at all. */
export function noRoadmapMessage(): HTMLElement {
  return element("div", "message empty", {}, [
    element("p", "", {}, [t("No roadmap found.")]),
    element("p", "muted", {}, [t("A roadmap is a folder with a roadmap.yaml in your workspace.")]),
  ]);
}

/** A roadmap without topics. */
export function noQuestionMessage(): HTMLElement {
  return element("div", "message empty", {}, [element("p", "", {}, [t("This roadmap has no topics yet.")])]);
}

/** A search or filter that leaves no question. */
export function noMatchMessage(query: string, clear: () => void): HTMLElement {
  const text = query.trim() === "" ? t("No question is in this state.") : t("Nothing matches “{0}”.", query.trim());
  return element("div", "message empty", {}, [
    element("p", "", {}, [text]),
    button("show-all", t("Show all questions"), clear),
  ]);
}

function button(id: string, label: string, pressed: () => void): HTMLButtonElement {
  const node = element("button", "secondary", { type: "button", id }, [label]);
  node.addEventListener("click", pressed);
  return node;
}
