// What each key means in the Feedback view. Pure.
import type { SelfVerdict } from "../../core/attempts/attempt";

export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, which counts where a layout has no Latin letters. */
  readonly code: string;
  /** Ctrl, Alt or Cmd: such chords are VS Code's. */
  readonly chord: boolean;
}

/** Where a key was pressed. `at` is the card's index among those in sight, -1 outside of all. */
export interface KeyPlace {
  readonly at: number;
  readonly count: number;
  /** True on a card's own line, false on a button inside. */
  readonly onTitle: boolean;
}

export type FeedbackAction =
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "open"; readonly open: boolean }
  | { readonly kind: "mark"; readonly verdict: SelfVerdict }
  | { readonly kind: "goTo" | "disagree" | "passage" | "accept" | "undo" | "leave" };

/** What a key does; undefined leaves it to others. */
export function feedbackAction(press: KeyPress, { at, count, onTitle }: KeyPlace): FeedbackAction | undefined {
  if (press.chord) return undefined;
  const move = (to: number): FeedbackAction | undefined =>
    count > 0 ? { kind: "move", to: Math.min(Math.max(to, 0), count - 1) } : undefined;
  switch (press.key) {
    case "Escape":
      return { kind: "leave" };
    case "ArrowDown":
      return move(at + 1);
    case "ArrowUp":
      return at < 0 ? undefined : move(at - 1);
    case "Home":
      return at < 0 ? undefined : move(0);
    case "End":
      return at < 0 ? undefined : move(count - 1);
    case "ArrowRight":
      return onTitle ? { kind: "open", open: true } : undefined;
    case "ArrowLeft":
      return onTitle ? { kind: "open", open: false } : undefined;
    case "Enter":
      return onTitle ? { kind: "goTo" } : undefined;
  }
  const letter = letterOf(press);
  if (letter === "u") return { kind: "undo" };
  return at < 0 ? undefined : cardLetter(letter);
}

function cardLetter(letter: string): FeedbackAction | undefined {
  switch (letter) {
    case "y":
      return { kind: "mark", verdict: "met" };
    case "p":
      return { kind: "mark", verdict: "partly" };
    case "n":
      return { kind: "mark", verdict: "missed" };
    case "d":
      return { kind: "disagree" };
    case "a":
      return { kind: "accept" };
    case "r":
      return { kind: "passage" };
    default:
      return undefined;
  }
}

/** The Latin letter of a key: the one it writes, or, where it writes another script's, the one at its place. */
function letterOf({ key, code }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "") : "";
}
