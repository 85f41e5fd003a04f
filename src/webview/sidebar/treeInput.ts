// What mouse and keyboard do on the tree: clicks and keys become store changes and messages. No drawing.
import type { FromWebview } from "../../shared/sidebarMessages";
import { treeAction, TypeAhead, type TreeAction } from "./keyboard";
import type { TreeRow } from "./rows";
import type { Store } from "./store";
import type { Tree } from "./tree";

/** What the tree's input needs of the page. */
export interface TreePage {
  readonly store: Store;
  readonly tree: Tree;
  post(message: FromWebview): void;
  focusSearch(): void;
  /** Index of the row that the keyboard is on. */
  currentIndex(): number;
}

export class TreeInput {
  readonly #typeAhead = new TypeAhead();

  constructor(private readonly page: TreePage) {
    const { node } = page.tree;
    node.addEventListener("click", (event) => {
      this.#clicked(event);
    });
    node.addEventListener("auxclick", (event) => {
      this.#clicked(event);
    });
    // The middle button would otherwise start scrolling.
    node.addEventListener("mousedown", (event) => {
      if (event.button === 1) event.preventDefault();
    });
    node.addEventListener("keydown", (event) => {
      this.#keyPressed(event);
    });
    node.addEventListener("focusin", (event) => {
      const row = page.tree.rowOf(event.target);
      if (row) page.store.moveTo(row.key);
    });
  }

  #clicked(event: MouseEvent): void {
    if (event.button > 1) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest("a");
    if (link) {
      // The host opens links; VS Code's own handler on the page must not open them a second time.
      event.preventDefault();
      event.stopPropagation();
      this.page.post({ type: "openLink", href: link.getAttribute("href") ?? "" });
      return;
    }
    const row = this.page.tree.rowOf(event.target);
    if (!row || target?.closest(".content")) return;
    this.page.store.moveTo(row.key);
    if (event.button === 0 && target?.closest(".twistie") && row.expanded !== undefined)
      this.page.store.expand([row.key], !row.expanded);
    else this.#activate(row, event.button === 1 || event.ctrlKey || event.metaKey);
  }

  #keyPressed(event: KeyboardEvent): void {
    const { view } = this.page.store;
    // Keys on a link inside a row are the link's.
    if (event.target instanceof Element && event.target.closest("a")) return;
    const press = { key: event.key, command: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
    const action = treeAction(
      press,
      view.rows,
      this.page.currentIndex(),
      this.page.tree.page,
      this.#typeAhead,
      event.timeStamp,
    );
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(action);
  }

  #do(action: TreeAction): void {
    const { rows } = this.page.store.view;
    switch (action.kind) {
      case "move": {
        const row = rows[action.to];
        if (row) this.page.store.moveTo(row.key);
        this.page.tree.focus(action.to);
        return;
      }
      case "expand": {
        this.page.store.expand(
          action.at.flatMap((i) => rows[i]?.key ?? []),
          action.open,
        );
        return;
      }
      case "activate": {
        const row = rows[action.at];
        if (row) this.#activate(row, action.beside);
        return;
      }
      case "search": {
        this.page.focusSearch();
        return;
      }
    }
  }

  #activate(row: TreeRow, beside: boolean): void {
    if (row.kind === "question") {
      const key = { roadmap: row.roadmapId, question: row.question.id };
      this.page.post(beside ? { type: "open", key, beside } : { type: "open", key });
    } else if (row.kind === "problem") {
      this.page.post({
        type: "openProblem",
        roadmap: row.roadmapId,
        file: row.problem.file,
        line: row.problem.range.start.line + 1,
      });
    } else if (row.kind === "notice") {
      this.page.post({ type: "openNotice", path: row.notice.path });
    } else if (row.expanded !== undefined) {
      this.page.store.expand([row.key], !row.expanded);
    }
  }
}
