// What each key means on the tree, as the ARIA tree pattern and VS Code's own lists have it. Pure; time is passed in.
import { fold } from "./fold";
import type { TreeRow } from "./rows";

export interface KeyPress {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

export type TreeAction =
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "expand"; readonly at: readonly number[]; readonly open: boolean }
  | { readonly kind: "activate"; readonly at: number; readonly beside: boolean }
  | { readonly kind: "search" };

/** Milliseconds between two letters that still belong to one word, as in VS Code's lists. */
const typeAheadPause = 800;

/** Letters typed on the tree, joined while they come quickly. */
export class TypeAhead {
  #typed = "";
  #last = Number.NEGATIVE_INFINITY;

  /** True while a word is being typed. */
  isTyping(now: number): boolean {
    return this.#typed !== "" && now - this.#last < typeAheadPause;
  }

  /** The index of the row that the letter leads to, or undefined where none begins so. `now` in milliseconds. */
  type(letter: string, rows: readonly TreeRow[], from: number, now: number): number | undefined {
    if (!this.isTyping(now)) this.#typed = "";
    this.#last = now;
    const typed = fold(letter);
    // The same letter again goes to the next row that begins with it.
    const repeated = this.#typed === typed;
    if (!repeated) this.#typed += typed;
    const start = this.#typed.length === 1 ? from + 1 : from;
    for (let i = 0; i < rows.length; i++) {
      const at = (start + i) % rows.length;
      const row = rows[at];
      if (row && fold(row.label).startsWith(this.#typed)) return at;
    }
    return undefined;
  }
}

/**
 * What a key does with the keyboard on row `at`; undefined leaves the key to others. `page` is the number of rows in
 * view.
 */
export function treeAction(
  press: KeyPress,
  rows: readonly TreeRow[],
  at: number,
  page: number,
  typeAhead: TypeAhead,
  now: number,
): TreeAction | undefined {
  const row = rows[at];
  const { key } = press;
  if (press.alt || row === undefined) return undefined;
  if (press.command) return key === "Enter" ? { kind: "activate", at, beside: true } : undefined;
  const move = (to: number): TreeAction => ({ kind: "move", to: Math.min(Math.max(to, 0), rows.length - 1) });
  switch (key) {
    case "ArrowDown":
      return move(at + 1);
    case "ArrowUp":
      return move(at - 1);
    case "Home":
      return move(0);
    case "End":
      return move(rows.length - 1);
    case "PageDown":
      return move(at + Math.max(page - 1, 1));
    case "PageUp":
      return move(at - Math.max(page - 1, 1));
    case "ArrowRight":
      if (row.expanded === false) return { kind: "expand", at: [at], open: true };
      return rows[at + 1]?.parent === at ? move(at + 1) : undefined;
    case "ArrowLeft":
      if (row.expanded === true) return { kind: "expand", at: [at], open: false };
      return row.parent >= 0 ? move(row.parent) : undefined;
    case "Enter":
      return { kind: "activate", at, beside: false };
    case "*":
      return {
        kind: "expand",
        at: rows.flatMap((r, i) => (r.parent === row.parent && r.kind === row.kind ? [i] : [])),
        open: true,
      };
    case "/":
      return { kind: "search" };
    case " ":
      if (!typeAhead.isTyping(now)) return { kind: "activate", at, beside: false };
  }
  if (!/^.$/u.test(key)) return undefined;
  const to = typeAhead.type(key, rows, at, now);
  return to === undefined ? undefined : { kind: "move", to };
}
