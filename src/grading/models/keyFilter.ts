// Keeps a key out of a reply's text: a service that echoes it must not put it into a remark, also where it comes in
// pieces.

/** Shorter keys are placeholders such as "ollama", which an answer may well speak of. */
const shortest = 12;

/**
 * Takes a text piece by piece and gives it back with the key replaced; a piece that may be the key's beginning waits.
 */
export class KeyFilter {
  private held = "";
  private readonly key: string;

  constructor(key: string | undefined) {
    this.key = key !== undefined && key.length >= shortest ? key : "";
  }

  /** What may be shown now. */
  push(piece: string): string {
    if (this.key === "") return piece;
    const text = this.whole(this.held + piece);
    let keep = Math.min(this.key.length - 1, text.length);
    while (keep > 0 && !this.key.startsWith(text.slice(text.length - keep))) keep--;
    this.held = text.slice(text.length - keep);
    return text.slice(0, text.length - keep);
  }

  /** What was held back. */
  end(): string {
    const rest = this.held;
    this.held = "";
    return rest;
  }

  /** A whole text without the key. */
  whole(text: string): string {
    return this.key === "" ? text : text.split(this.key).join("…");
  }
}
