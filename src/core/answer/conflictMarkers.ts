// The marks that a merge leaves where two versions of a text differ: where they stand, and each version whole.
import type { TextRange } from "../text/textRange";

/** A stretch between the marks of a merge, marks and the last line's end included. */
interface Conflict extends TextRange {
  /** The lines of either version, as they stand; absent where a mark is missing, or the sides are no texts. */
  readonly sides?: readonly [string, string];
}

/** The first stretch between the marks of a merge, marks included; undefined for none. Linear. */
export function findConflict(text: string): TextRange | undefined {
  const found = conflicts(text)[0];
  return found && { start: found.start, end: text[found.end - 1] === "\n" ? found.end - 1 : found.end };
}

/** The first conflict that reaches behind an offset; one that ends before it is of no concern. */
export function findConflictBehind(text: string, offset: number): TextRange | undefined {
  const found = conflicts(text).find(({ end }) => end > offset);
  return found && { start: found.start, end: found.end };
}

/** The whole text as either side of the merge has it. */
export function versionsOf(text: string): readonly [string, string] {
  const parts: [string[], string[]] = [[], []];
  let copied = 0;
  for (const { start, end, sides } of conflicts(text)) {
    if (!sides) continue;
    parts.forEach((part, side) => part.push(text.slice(copied, start), sides[side] ?? ""));
    copied = end;
  }
  const [first, second] = parts.map((part) => part.join("") + text.slice(copied));
  return [first ?? text, second ?? text];
}

/** A line with a mark: its sign, how often it stands there, and whether a label follows. */
interface Mark extends TextRange {
  readonly sign: string;
  readonly size: number;
  readonly labelled: boolean;
}

const fenceLine = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** The marks of a text in order, and the code fences that have an end. */
function marksAndFences(text: string): { readonly marks: readonly Mark[]; readonly fences: readonly TextRange[] } {
  const marks: Mark[] = [];
  const fences: TextRange[] = [];
  let open: { readonly start: number; readonly signs: string } | undefined;
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(start, Math.min(end, start + 200)).trimEnd();
    const [, sign = "", label = ""] = /^(<{7,}|={7,}|>{7,}|\|{7,})(?:\s+(.*))?$/.exec(line) ?? [];
    if (sign !== "") marks.push({ start, end, sign: sign.charAt(0), size: sign.length, labelled: label !== "" });
    const [, signs = "", rest = ""] = fenceLine.exec(line) ?? [];
    if (signs !== "" && !open) open = { start, signs };
    else if (open && rest.trim() === "" && signs.startsWith(open.signs)) {
      fences.push({ start: open.start, end });
      open = undefined;
    }
    start = end;
  }
  return { marks, fences };
}

/** Every conflict, but for those that stand whole in a code fence: an answer about merges shows what they look like. */
function conflicts(text: string): readonly Conflict[] {
  if (!/[<>]{7}/.test(text)) return [];
  const { marks, fences } = marksAndFences(text);
  const ends = endsOf(marks);
  const found: Conflict[] = [];
  let fence = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i];
    if (mark?.sign !== "<" && mark?.sign !== ">") continue;
    const last = ends.get(i);
    const conflict = last === undefined ? half(mark) : whole(text, marks.slice(i, last + 1));
    i = last ?? i;
    if (!conflict) continue;
    while ((fences[fence]?.end ?? Infinity) < conflict.start) fence++;
    const around = fences[fence];
    if (!(around && around.start < conflict.start && conflict.end < around.end)) found.push(conflict);
  }
  return found;
}

/** Which mark ends the conflict that one begins: the next of its size, unless another begins before. */
function endsOf(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const next = new Map<number, number>();
  for (let i = marks.length - 1; i >= 0; i--) {
    const { sign = "", size = 0 } = marks[i] ?? {};
    if (sign === ">") next.set(size, i);
    const end = sign === "<" ? next.get(size) : undefined;
    if (end === undefined) continue;
    ends.set(i, end);
    next.delete(size);
  }
  return ends;
}

/** A mark that lost its others. Without a label it may be anything. */
function half({ start, end, labelled }: Mark): Conflict | undefined {
  return labelled ? { start, end } : undefined;
}

function whole(text: string, [first, ...marks]: readonly Mark[]): Conflict | undefined {
  const last = marks.at(-1);
  if (!first || !last || (first.size > 7 && !first.labelled)) return undefined;
  const range = { start: first.start, end: last.end };
  const own = marks.filter(({ size }) => size === first.size);
  const middle = own.find(({ sign }) => sign === "=");
  // Some merges write what changed in place of the sides.
  if (!middle) return first.labelled ? range : undefined;
  // Others show what both versions came from between them.
  const base = own.find(({ sign, start }) => sign === "|" && start < middle.start);
  return {
    ...range,
    sides: [text.slice(first.end, (base ?? middle).start), text.slice(middle.end, last.start)],
  };
}
