// The page as a whole: puts header, tree, messages and footer together and turns what the learner does into store
// changes and messages.
import { t } from "@vscode/l10n";
import type { FromWebview, SidebarCommand, ToWebview } from "../../shared/sidebarMessages";
import { element, setText } from "../kit/dom";
import { matchLines, type MatchLine } from "./filter";
import { searchWords } from "./fold";
import { Footer } from "./footer";
import { Header } from "./header";
import { onFindKey, onKeyboardArrival } from "./pageKeys";
import { errorMessage, loadingMessage, noMatchMessage, noQuestionMessage, noRoadmapMessage } from "./messages";
import { questionRowKey } from "./rowKeys";
import { Store, type Change } from "./store";
import { newResult, shownSentence } from "./summary";
import { Tree } from "./tree";
import { TreeInput } from "./treeInput";
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
  readonly #heading = element("h1", "sr-only", { id: "heading" });
  readonly #message = element("div", "messages");
  readonly #live = element("div", "sr-only", { role: "status", "aria-live": "polite", id: "live" });
  #restoreScroll: number;

  constructor(private readonly options: SidebarOptions) {
    this.#store = new Store(options.saved, (change) => {
      this.#changed(change);
    });
    this.#restoreScroll = options.saved.scrollTop;
    const run = (command: SidebarCommand): void => {
      options.post({ type: "command", command });
    };
    this.#header = new Header({
      search: (query) => {
        this.#store.search(query);
      },
      filter: (filter) => {
        this.#store.filter(filter);
      },
      resume: (key) => {
        options.post({ type: "open", key });
      },
      getStarted: () => {
        options.post({ type: "getStarted" });
      },
      showReport: () => {
        run("tutor.showReport");
      },
      enterTree: () => {
        this.#tree.focus(this.#entryIndex());
      },
    });
    this.#footer = new Footer(run);
    // In the scroller and not in its place: a hidden scroller has no height, and the next rows would come a frame late.
    this.#tree.scroller.prepend(this.#message);
    options.root.replaceChildren(this.#heading, this.#header.node, this.#tree.scroller, this.#footer.node, this.#live);
    this.#tree.mount();
    new TreeInput({
      store: this.#store,
      tree: this.#tree,
      post: (message) => {
        options.post(message);
      },
      focusSearch: () => {
        this.#header.focusSearch();
      },
      currentIndex: () => this.#currentIndex(),
    });
    this.#listen();
    this.#draw();
  }

  /** Takes a message from the host. */
  receive(message: ToWebview): void {
    switch (message.type) {
      case "state": {
        const news = newResult(this.#store.host, message.state);
        const before = this.#activeKey();
        const keepScroll = this.#restoreScroll > 0 || this.#tree.hasFocus();
        this.#store.receive(message.state);
        if (news !== "") setText(this.#live, news);
        const active = this.#activeKey();
        if (active !== before && !keepScroll) this.#tree.reveal(this.#store.view.indexOf.get(active) ?? -1);
        return;
      }
      case "content": {
        this.#store.takeContent(message.of, message.html);
        return;
      }
      case "texts": {
        this.#store.takeTexts(message.version, message.topics, message.done);
        return;
      }
      case "focusSearch": {
        this.#header.focusSearch();
        return;
      }
    }
  }

  #changed(change: Change): void {
    if (change === "narrowing") this.#tree.scrollToTop();
    this.#draw();
    if (change === "narrowing") this.#narrowed();
    if (change === "narrowing" || change === "state") this.#askTexts();
    if (change === "texts") this.#narrowed();
    if (change !== "content") this.options.save(this.#store.ui);
  }

  /** Says what a search or filter has left; once all is back, goes to the row that the keyboard was on. */
  #narrowed(): void {
    const { ui, view } = this.#store;
    setText(this.#live, isNarrowed(ui) ? shownSentence(view.shown, view.total) : "");
    if (!isNarrowed(ui) && view.indexOf.has(ui.current)) this.#tree.reveal(this.#currentIndex());
  }

  /** A search looks through more than titles: the host sends that once it is wanted. */
  #askTexts(): void {
    if (this.#store.wantsTexts()) this.options.post({ type: "askTexts" });
  }

  #draw(): void {
    setText(this.#heading, t("Roadmap"));
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
    this.#footer.show(host.model);
    this.#tree.show(view, this.#currentIndex(), {
      label: t("Roadmap"),
      words: searchWords(ui.query),
      active: this.#activeKey(),
      content: (key) => this.#contentOf(key),
      matches: (row) => this.#matchesOf(row),
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
      return errorMessage(host.message, () => {
        this.options.post({ type: "command", command: "tutor.showLog" });
      });
    if (roadmaps.length === 0) return noRoadmapMessage();
    return isNarrowed(ui)
      ? noMatchMessage(ui.query, () => {
          this.#store.clear();
        })
      : noQuestionMessage();
  }

  /** Where Tab enters the tree: the remembered row, else the active question, else the first row. */
  #currentIndex(): number {
    const { view, ui } = this.#store;
    return view.indexOf.get(ui.current) ?? view.indexOf.get(this.#activeKey()) ?? (view.rows.length > 0 ? 0 : -1);
  }

  /** Where Down leads from the search box: to the first that was found, else to where Tab leads. */
  #entryIndex(): number {
    const { view, ui } = this.#store;
    const found = isNarrowed(ui) ? view.rows.findIndex(({ kind }) => kind === "question") : -1;
    return found < 0 ? this.#currentIndex() : found;
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

  #matchesOf(row: TreeRow): readonly MatchLine[] {
    if ((row.kind !== "question" && row.kind !== "notes") || !row.byText) return [];
    const title = row.kind === "question" ? row.label : "";
    return matchLines(row.key, title, searchWords(this.#store.ui.query), this.#store.texts);
  }

  #listen(): void {
    const { scroller } = this.#tree;
    let saving: ReturnType<typeof setTimeout> | undefined;
    scroller.addEventListener("scroll", () => {
      this.#store.scrolled(scroller.scrollTop);
      clearTimeout(saving);
      saving = setTimeout(() => {
        this.options.save(this.#store.ui);
      }, 200);
    });
    onFindKey(() => {
      this.#header.focusSearch();
    });
    onKeyboardArrival(() => {
      this.#tree.focus(this.#currentIndex());
    });
  }
}
