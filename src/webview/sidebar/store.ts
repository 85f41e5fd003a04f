// The sidebar's whole state: the host's last message and the UI's own, and the rows that follow from both. No DOM.
import type { TopicTexts } from "../../core/roadmap/searchText";
import { indexRoadmaps, type IndexedRoadmap } from "./filter";
import { treeLabels } from "./labels";
import { notesRowKey, questionRowKey } from "./rowKeys";
import { buildRows, isNarrowed, type TreeView } from "./rows";
import { summarise, type Summary } from "./summary";
import { SearchTexts } from "./texts";
import type { StateFilter, UiState } from "./uiState";
import type { ContentKey, SidebarState } from "../../shared/sidebarMessages";

/** What changed, so that a view draws no more than it must. */
export type Change = "state" | "narrowing" | "rows" | "current" | "content" | "texts";

export class Store {
  #host: SidebarState = { status: "loading" };
  #roadmaps: readonly IndexedRoadmap[] = [];
  #summary: Summary = summarise([], undefined);
  /** Rows that the learner opened or closed against what the search in use does. */
  #flipped = new Set<string>();
  #view: TreeView | undefined;
  /** What a search looks through besides titles; comes once a search begins. */
  readonly texts = new SearchTexts();
  #askedTexts = -1;
  readonly #contents = new Map<string, string>();
  readonly #asked = new Set<string>();

  constructor(
    private uiState: UiState,
    private readonly changed: (change: Change) => void,
  ) {}

  get host(): SidebarState {
    return this.#host;
  }

  get ui(): UiState {
    return this.uiState;
  }

  get roadmaps(): readonly IndexedRoadmap[] {
    return this.#roadmaps;
  }

  get summary(): Summary {
    return this.#summary;
  }

  /** The rows as they now are; built when first asked for after a change. */
  get view(): TreeView {
    this.#view ??= buildRows({
      roadmaps: this.#roadmaps,
      texts: this.texts,
      notices: this.#host.status === "ready" ? this.#host.notices : [],
      ui: this.uiState,
      flipped: this.#flipped,
      labels: treeLabels(),
    });
    return this.#view;
  }

  /** Takes the host's whole state. Contents shown stay until the host has sent them anew. */
  receive(state: SidebarState): void {
    this.#host = state;
    this.#roadmaps = state.status === "ready" ? indexRoadmaps(state.roadmaps) : [];
    this.#summary = summarise(this.#roadmaps, state.status === "ready" ? state.resume : undefined);
    this.#asked.clear();
    this.#update({}, "state");
  }

  search(query: string): void {
    this.#narrow({ query });
  }

  filter(filter: StateFilter): void {
    this.#narrow({ filter });
  }

  clear(): void {
    this.#narrow({ query: "", filter: "all" });
  }

  /** Opens or closes rows; those without anything to expand stay as they are. */
  expand(keys: readonly string[], open: boolean): void {
    const toggled = new Set(this.uiState.toggled);
    for (const key of keys) {
      const row = this.view.rows[this.view.indexOf.get(key) ?? -1];
      if (row?.expanded === undefined || row.expanded === open) continue;
      const container = row.kind === "topic" || row.kind === "roadmap";
      if (container && isNarrowed(this.uiState)) flip(this.#flipped, key);
      else flip(toggled, key);
    }
    this.#update({ toggled: [...toggled] }, "rows");
  }

  /** Moves the keyboard's place to a row. */
  moveTo(key: string): void {
    if (key !== this.uiState.current) this.#update({ current: key }, "current");
  }

  scrolled(scrollTop: number): void {
    this.uiState = { ...this.uiState, scrollTop };
  }

  takeContent(of: ContentKey, html: string): void {
    this.#contents.set(
      "question" in of ? questionRowKey(of.roadmap, of.question) : notesRowKey(of.roadmap, of.topic),
      html,
    );
    this.changed("content");
  }

  /** What an open row shows below its line, as HTML, if the host has sent it. */
  content(rowKey: string): string | undefined {
    return this.#contents.get(rowKey);
  }

  /** True the first time a row's content is wanted after each state from the host. */
  wantsContent(rowKey: string): boolean {
    if (this.#asked.has(rowKey)) return false;
    this.#asked.add(rowKey);
    return true;
  }

  /** True the first time that a search wants texts which are not those of the host's state. */
  wantsTexts(): boolean {
    const { host } = this;
    if (host.status !== "ready" || this.uiState.query.trim() === "") return false;
    if (host.texts === this.#askedTexts || !this.texts.isOlderThan(host.texts)) return false;
    this.#askedTexts = host.texts;
    return true;
  }

  /** Takes a part of the texts; the rows follow once they are whole. */
  takeTexts(version: number, topics: readonly TopicTexts[], done: boolean): void {
    if (this.texts.take(version, topics, done)) this.#update({}, "texts");
  }

  #narrow(part: Partial<Pick<UiState, "query" | "filter">>): void {
    this.#flipped = new Set();
    this.#update({ ...part, scrollTop: 0 }, "narrowing");
  }

  #update(part: Partial<UiState>, change: Change): void {
    this.uiState = { ...this.uiState, ...part };
    if (change !== "current") this.#view = undefined;
    this.changed(change);
  }
}

function flip(set: Set<string>, key: string): void {
  if (!set.delete(key)) set.add(key);
}
