// The page as a whole: puts header, tree, messages and footer together and turns what the learner does into store changes and messages.
import { t } from "@vscode/l10n";
import type { FromWebview, SidebarCommand, ToWebview } from "../protocol";
import { element, setText } from "./dom";
import { questionRowKey, searchWords } from "./filter";
import { Footer } from "./footer";
import { Header } from "./header";
import { treeAction, TypeAhead, type TreeAction } from "./keyboard";
import { errorMessage, loadingMessage, noMatchMessage, noQuestionMessage, noRoadmapMessage } from "./messages";
import { Store, type Change } from "./store";
import { newGrade, shownSentence } from "./summary";
import { Tree } from "./tree";
import { isNarrowed, type TreeRow } from "./rows";
import type { UiState } from "./uiState";

export interface SidebarOptions {
  readonly root: HTMLElement;
  readonly saved: UiState;
  post(message: FromWebview): void;
  /** Keeps the UI state for the next page. */
  save(ui: UiState): void;
}

export class Sidebar {
  readonly #store: Store;
  readonly #header: Header;
  readonly #tree = new Tree();
  readonly #footer: Footer;
  readonly #message = element("div", "messages");
  readonly #live = element("div", "sr-only", { role: "status", "aria-live": "polite", id: "live" });
  readonly #typeAhead = new TypeAhead();
  #restoreScroll: number;

  constructor(private readonly options: SidebarOptions) {
    this.#store = new Store(options.saved, (change) => this.#changed(change));
    this.#restoreScroll = options.saved.scrollTop;
    const run = (command: SidebarCommand): void => options.post({ type: "command", command });
    this.#header = new Header({
      search: (query) => this.#store.search(query),
      filter: (filter) => this.#store.filter(filter),
      clear: () => this.#store.clear(),
      resume: (key) => options.post({ type: "open", key }),
      showReport: () => run("tutor.showReport"),
      enterTree: () => this.#tree.focus(this.#currentIndex()),
    });
    this.#footer = new Footer(run);
    // In the scroller and not in its place: a hidden scroller has no height, and the next rows would come a frame late.
    this.#tree.scroller.prepend(this.#message);
    options.root.replaceChildren(this.#header.node, this.#tree.scroller, this.#footer.node, this.#live);
    this.#tree.mount();
    this.#listen();
    this.#draw();
  }

  /** Takes a message from the host. */
  receive(message: ToWebview): void {
    switch (message.type) {
      case "state": {
        const news = newGrade(this.#store.host, message.state);
        const before = this.#activeKey();
        const keepScroll = this.#restoreScroll > 0 || this.#tree.hasFocus;
        this.#store.receive(message.state);
        if (news !== "") setText(this.#live, news);
        const active = this.#activeKey();
        if (active !== before && !keepScroll) this.#tree.reveal(this.#store.view.indexOf.get(active) ?? -1);
        return;
      }
      case "content":
        return this.#store.takeContent(message.of, message.html);
      case "focusSearch":
        return this.#header.focusSearch();
    }
  }

  #changed(change: Change): void {
    if (change === "narrowing") this.#tree.scrollToTop();
    this.#draw();
    if (change === "narrowing") this.#narrowed();
    if (change !== "content") this.options.save(this.#store.ui);
  }

  /** Says what a search or filter has left; once all is back, goes to the row that the keyboard was on. */
  #narrowed(): void {
    const { ui, view } = this.#store;
    setText(this.#live, isNarrowed(ui) ? shownSentence(view.shown, view.total) : "");
    if (!isNarrowed(ui) && view.indexOf.has(ui.current)) this.#tree.reveal(this.#currentIndex());
  }

  #draw(): void {
    const { host, ui, roadmaps } = this.#store;
    const ready = host.status === "ready";
    const view = this.#store.view;
    const empty = !ready || view.rows.length === 0;
    this.#header.node.hidden = !ready || roadmaps.length === 0;
    this.#footer.node.hidden = !ready;
    this.#tree.node.hidden = empty;
    this.#message.hidden = !empty;
    if (empty) this.#message.replaceChildren(this.#emptyMessage());
    else this.#message.replaceChildren();
    // An empty tree scrolls back to its top; it returns to its place with its rows.
    if (empty && this.#restoreScroll === 0) this.#restoreScroll = ui.scrollTop;
    if (!ready) return;
    const only = roadmaps.length === 1 ? roadmaps[0]?.row : undefined;
    this.#header.show({
      title: only?.title ?? "",
      description: only?.description ?? "",
      ...this.#store.summary,
      ui,
    });
    this.#footer.show(host.grader);
    this.#tree.show(view, this.#currentIndex(), {
      label: t("Roadmap"),
      words: searchWords(ui.query),
      active: this.#activeKey(),
      content: (key) => this.#contentOf(key),
    });
    if (!empty && this.#restoreScroll > 0) {
      this.#tree.scroller.scrollTop = this.#restoreScroll;
      this.#restoreScroll = 0;
    }
  }

  #emptyMessage(): HTMLElement {
    const { host, ui, roadmaps } = this.#store;
    if (host.status === "loading") return loadingMessage();
    if (host.status === "error")
      return errorMessage(host.message, () => this.options.post({ type: "command", command: "tutor.showLog" }));
    if (roadmaps.length === 0) return noRoadmapMessage();
    return isNarrowed(ui) ? noMatchMessage(ui.query, () => this.#store.clear()) : noQuestionMessage();
  }

  /** Where Tab enters the tree: the remembered row, else the active question, else the first row. */
  #currentIndex(): number {
    const { view, ui } = this.#store;
    return view.indexOf.get(ui.current) ?? view.indexOf.get(this.#activeKey()) ?? (view.rows.length > 0 ? 0 : -1);
  }

  #activeKey(): string {
    const { host } = this.#store;
    return host.status === "ready" && host.active ? questionRowKey(host.active.roadmap, host.active.question) : "";
  }

  #contentOf(rowKey: string): string | undefined {
    const row = this.#store.view.rows[this.#store.view.indexOf.get(rowKey) ?? -1];
    if ((row?.kind === "question" || row?.kind === "notes") && this.#store.wantsContent(rowKey)) {
      const { roadmapId: roadmap } = row;
      this.options.post({
        type: "askContent",
        of: row.kind === "question" ? { roadmap, question: row.question.id } : { roadmap, topic: row.topicId },
      });
    }
    return this.#store.content(rowKey);
  }

  #listen(): void {
    const { node, scroller } = this.#tree;
    node.addEventListener("click", (event) => this.#clicked(event));
    node.addEventListener("auxclick", (event) => this.#clicked(event));
    // The middle button would otherwise start scrolling.
    node.addEventListener("mousedown", (event) => event.button === 1 && event.preventDefault());
    node.addEventListener("keydown", (event) => this.#keyPressed(event));
    node.addEventListener("focusin", (event) => {
      const row = this.#tree.rowOf(event.target);
      if (row) this.#store.moveTo(row.key);
    });
    let saving: ReturnType<typeof setTimeout> | undefined;
    scroller.addEventListener("scroll", () => {
      this.#store.scrolled(scroller.scrollTop);
      clearTimeout(saving);
      saving = setTimeout(() => this.options.save(this.#store.ui), 200);
    });
    // Captured before VS Code's own listener on the window, which would open the editor's find box.
    const find = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "f" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      event.stopPropagation();
      this.#header.focusSearch();
    };
    document.addEventListener("keydown", find, { capture: true });
  }

  #clicked(event: MouseEvent): void {
    if (event.button > 1) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest("a");
    if (link) {
      // The host opens links; VS Code's own handler on the page must not open them a second time.
      event.preventDefault();
      event.stopPropagation();
      this.options.post({ type: "openLink", href: link.getAttribute("href") ?? "" });
      return;
    }
    const row = this.#tree.rowOf(event.target);
    if (!row || target?.closest(".content")) return;
    this.#store.moveTo(row.key);
    if (event.button === 0 && target?.closest(".twistie") && row.expanded !== undefined)
      this.#store.expand([row.key], !row.expanded);
    else this.#activate(row, event.button === 1 || event.ctrlKey || event.metaKey);
  }

  #keyPressed(event: KeyboardEvent): void {
    const { view } = this.#store;
    // Keys on a link inside a row are the link's.
    if (event.target instanceof Element && event.target.closest("a")) return;
    const press = { key: event.key, command: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
    const action = treeAction(
      press,
      view.rows,
      this.#currentIndex(),
      this.#tree.page,
      this.#typeAhead,
      event.timeStamp,
    );
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(action);
  }

  #do(action: TreeAction): void {
    const { rows } = this.#store.view;
    switch (action.kind) {
      case "move": {
        const row = rows[action.to];
        if (row) this.#store.moveTo(row.key);
        return this.#tree.focus(action.to);
      }
      case "expand":
        return this.#store.expand(
          action.at.flatMap((i) => rows[i]?.key ?? []),
          action.open,
        );
      case "activate": {
        const row = rows[action.at];
        if (row) this.#activate(row, action.beside);
        return;
      }
      case "search":
        return this.#header.focusSearch();
    }
  }

  #activate(row: TreeRow, beside: boolean): void {
    if (row.kind === "question") {
      const key = { roadmap: row.roadmapId, question: row.question.id };
      this.options.post(beside ? { type: "open", key, beside } : { type: "open", key });
    } else if (row.kind === "problem") {
      this.options.post({
        type: "openProblem",
        roadmap: row.roadmapId,
        file: row.problem.file,
        line: row.problem.range.start.line + 1,
      });
    } else if (row.expanded !== undefined) {
      this.#store.expand([row.key], !row.expanded);
    }
  }
}
