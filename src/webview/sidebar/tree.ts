// The tree on the page: draws only the rows in view, patches instead of rebuilding, and keeps the keyboard's place.
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from "@tanstack/virtual-core";
import { element, setAttributes } from "../kit/dom";
import type { MatchLine } from "./filter";
import { drawRow, hasContent, placeRow, rowHeight, rowSignature, type RowContext } from "./rowView";
import type { TreeRow, TreeView } from "./rows";

export interface TreeContext {
  /** The tree's name for screen readers. */
  readonly label: string;
  readonly words: readonly string[];
  /** Row key of the question in the active editor, or empty. */
  readonly active: string;
  /** What an open row shows below its line, as safe HTML; undefined while it is on its way. */
  content(rowKey: string): string | undefined;
  /** What matched the search of a row beyond its title. */
  matches(row: TreeRow): readonly MatchLine[];
}

interface DrawnRow {
  readonly node: HTMLElement;
  signature: string;
}

/** Rows drawn beyond each edge of the view. */
const overscan = 4;

export class Tree {
  readonly scroller: HTMLElement;
  readonly node: HTMLElement;
  readonly #drawn = new Map<string, DrawnRow>();
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #view: TreeView = { rows: [], indexOf: new Map(), shown: 0, total: 0 };
  #current = -1;
  /** True while drawn rows are measured; what that changes is drawn once, at the end. */
  #measuring = false;
  #outdated = false;
  #context: TreeContext = { label: "", words: [], active: "", content: () => undefined, matches: () => [] };

  constructor() {
    this.node = element("div", "tree", { role: "tree", id: "tree" });
    this.scroller = element("div", "scroller", { id: "scroller" }, [this.node]);
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options());
  }

  /** To be called once the tree is in the page. */
  mount(): void {
    this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
  }

  /** Rows now in view. */
  get page(): number {
    const { range } = this.#virtualizer;
    return range ? range.endIndex - range.startIndex : 1;
  }

  /** Shows these rows; `current` is the index of the row that Tab leads to. */
  show(view: TreeView, current: number, context: TreeContext): void {
    const hadFocus = this.hasFocus();
    this.#view = view;
    this.#current = current;
    this.#context = context;
    setAttributes(this.node, { "aria-label": context.label });
    this.#virtualizer.setOptions(this.#options());
    this.#virtualizer._willUpdate();
    this.#draw();
    // The focused row is gone from the roadmap; the keyboard goes on from the row that took its place.
    if (hadFocus && !this.hasFocus() && current >= 0) this.focus(current);
  }

  /** Scrolls to the top at once, not with the next scroll event, so that the rows drawn next are the first ones. */
  scrollToTop(): void {
    this.scroller.scrollTop = 0;
    this.#virtualizer.scrollOffset = 0;
  }

  /** Scrolls a row into view and puts the focus on it. */
  focus(index: number): void {
    this.reveal(index);
    this.#nodeOf(index)?.focus({ preventScroll: true });
  }

  /** Scrolls a row into view; of one that is taller than the view, its beginning. */
  reveal(index: number): void {
    const height = this.#nodeOf(index)?.offsetHeight ?? 0;
    if (index >= 0)
      this.#virtualizer.scrollToIndex(index, { align: height > this.scroller.clientHeight ? "start" : "auto" });
    this.#draw();
  }

  /** True while the keyboard is on a row. */
  hasFocus(): boolean {
    return this.node.contains(document.activeElement);
  }

  /** The row that an event happened on. */
  rowOf(target: EventTarget | null): TreeRow | undefined {
    const key = target instanceof Element ? target.closest<HTMLElement>(".row")?.dataset["row"] : undefined;
    return this.#view.rows[this.#view.indexOf.get(key ?? "") ?? -1];
  }

  #nodeOf(index: number): HTMLElement | undefined {
    return this.#drawn.get(this.#view.rows[index]?.key ?? "")?.node;
  }

  #options(): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    return {
      count: this.#view.rows.length,
      overscan,
      getScrollElement: () => this.scroller,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      estimateSize: (index) => this.#estimate(index),
      // A row with and without its content has two sizes; a key for each keeps the measured one from staying.
      getItemKey: (index) => this.#sizeKey(index),
      rangeExtractor: (range) => this.#rangeWithCurrent(range),
      indexAttribute: "data-index",
      onChange: () => {
        if (this.#measuring) this.#outdated = true;
        else this.#draw();
      },
    };
  }

  #estimate(index: number): number {
    const row = this.#view.rows[index];
    return row ? rowHeight(row) + (hasContent(row) ? 44 : 0) : 22;
  }

  #sizeKey(index: number): string {
    const row = this.#view.rows[index];
    return row ? (hasContent(row) ? `${row.key}+` : row.key) : String(index);
  }

  /** The focused row stays in the page however far it is scrolled away, or the focus would be lost. */
  #rangeWithCurrent(range: Range): number[] {
    const indexes = defaultRangeExtractor(range);
    const first = indexes[0];
    const last = indexes.at(-1);
    if (this.#current < 0 || this.#current >= range.count || first === undefined || last === undefined) return indexes;
    if (this.#current < first) return [this.#current, ...indexes];
    if (this.#current > last) return [...indexes, this.#current];
    return indexes;
  }

  #draw(): void {
    const items = this.#virtualizer.getVirtualItems();
    const rows = items.flatMap((item) => {
      const row = this.#view.rows[item.index];
      return row ? [{ item, row }] : [];
    });
    this.node.style.setProperty("height", `${this.#virtualizer.getTotalSize()}px`);
    const wanted = new Set(rows.map(({ row }) => row.key));
    for (const [key, { node }] of this.#drawn) {
      if (wanted.has(key)) continue;
      node.remove();
      this.#drawn.delete(key);
    }
    let next = this.node.firstElementChild;
    for (const { item, row } of rows) {
      const node = this.#drawRow(row, item.index);
      node.style.setProperty("transform", `translateY(${item.start}px)`);
      if (node === next) next = next.nextElementSibling;
      else this.node.insertBefore(node, next);
    }
    this.#measure(rows.map(({ row }) => row));
  }

  /** Titles wrap, so every row in view is measured; other heights mean other positions, and maybe other rows. */
  #measure(rows: readonly TreeRow[]): void {
    this.#measuring = true;
    this.#outdated = false;
    for (const row of rows) this.#virtualizer.measureElement(this.#drawn.get(row.key)?.node ?? null);
    this.#measuring = false;
    if (this.#isOutdated()) this.#draw();
  }

  #isOutdated(): boolean {
    return this.#outdated;
  }

  #drawRow(row: TreeRow, index: number): HTMLElement {
    let drawn = this.#drawn.get(row.key);
    if (drawn === undefined) {
      drawn = { node: element("div"), signature: "" };
      this.#drawn.set(row.key, drawn);
    }
    const content = hasContent(row) ? this.#context.content(row.key) : undefined;
    const { words, active } = this.#context;
    const matches = this.#context.matches(row);
    const context: RowContext = { words, matches, content, active: row.key === active };
    placeRow(drawn.node, row, context, index === this.#current);
    drawn.node.dataset["index"] = String(index);
    const signature = rowSignature(row, context);
    if (signature !== drawn.signature) {
      drawRow(drawn.node, row, context);
      drawn.signature = signature;
    }
    return drawn.node;
  }
}
