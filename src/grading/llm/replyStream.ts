// Reads a reply while it comes: tells each criterion once it is complete. Provisional; replyReader reads the whole.
// Looks at each character once and keeps what may still be part of a criterion.
import { longestReply } from "./modelClient";
import { parseLoosely } from "./replyObjects";
import { criterionOf, type CriterionReply } from "./replyReader";

/** A criterion lies this deep at most: wrapper, reply, list, item. */
const deepest = 6;
/** No criterion is longer, in UTF-16 units. */
const longestCriterion = 16_384;

const perhapsThinking = /^\s*(?:[<[][a-z:]*)?$/i;
const thinking = /^\s*[<[](?:[a-z]+:)?(?:think|thought|reason)/i;
const thought = /[<[]\/(?:[a-z]+:)?(?:think|thought|reason)/i;

/** Takes a reply piece by piece and calls `found` once for each criterion that is complete, in order of arrival. */
export class ReplyStream {
  private length = 0;
  /** The beginning, until it is known whether the model thinks first. */
  private head: string | undefined = "";
  private inString = false;
  private escaped = false;
  private depth = 0;
  /** Objects that are open, outermost first, each with what came of it; as deep as a criterion may lie. */
  private readonly open: string[][] = [];

  constructor(private readonly found: (criterion: CriterionReply) => void) {}

  push(piece: string): void {
    this.length += piece.length;
    if (this.length > longestReply) return;
    if (this.head === undefined) { this.read(piece); return; }
    this.head += piece;
    // Nothing in a thinking block is a verdict yet.
    const from = thinking.test(this.head)
      ? thought.exec(this.head)?.index
      : perhapsThinking.test(this.head)
        ? undefined
        : 0;
    if (from === undefined) return;
    const rest = this.head.slice(from);
    this.head = undefined;
    this.read(rest);
  }

  private read(piece: string): void {
    let kept = 0;
    for (let i = 0; i < piece.length; i++) {
      const c = piece.charAt(i);
      if (this.inString) this.readString(c);
      else if (c === "{") {
        this.keep(piece.slice(kept, i));
        kept = i;
        if (this.depth++ < deepest) this.open.push([]);
      } else if (this.depth === 0) continue;
      else if (c === '"') this.inString = true;
      else if (c === "}") {
        this.keep(piece.slice(kept, i + 1));
        kept = i + 1;
        this.close();
      }
    }
    this.keep(piece.slice(kept));
  }

  private readString(c: string): void {
    if (this.escaped) this.escaped = false;
    else if (c === "\\") this.escaped = true;
    else if (c === '"') this.inString = false;
  }

  private keep(text: string): void {
    if (text !== "") for (const object of this.open) object.push(text);
  }

  private close(): void {
    if (this.depth-- > deepest) return;
    const text = (this.open.pop() ?? []).join("");
    const criterion = text.length <= longestCriterion ? criterionOf(parseLoosely(text)) : undefined;
    if (criterion) this.found(criterion);
  }
}
