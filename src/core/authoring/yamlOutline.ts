// What stands where in a YAML text that is being written, taken by lines and indentation: a parser has nothing to say
// of a half-written line. Knows no fields.
import type { Span } from "../reading/source";

/** A key or list item of the text. */
export interface OutlineEntry {
  /** Keys and indices that lead to it, its own last. */
  readonly path: OutlinePath;
  readonly line: number;
  /** The key; absent for an item of a list. */
  readonly key?: Span;
  /** What stands behind the key or dash on its line. */
  readonly value: string;
  readonly valueStart: number;
}

export type OutlinePath = readonly (string | number)[];

/** Where the author is writing. */
export interface WritingPlace {
  /** What the place belongs to; with `value`, the key or item that the value is of. */
  readonly path: OutlinePath;
  /** `key`: a key or an item may begin here; `value`: behind a key or inside brackets. */
  readonly kind: "key" | "value";
  /** The word that is being written. */
  readonly word: Span;
  /** Blanks that a further line of the same depth stands in by, beyond the line's own indentation. */
  readonly hanging: number;
}

interface Frame {
  readonly column: number;
  readonly step: string | number;
}

const entryPattern = /^( *)((?:- +)*(?:-$)?)(?:(["']?)([A-Za-z_][\w-]*)\3[ \t]*:(?:[ \t]+|$))?/;

/** Keeps the keys and dashes that are open while lines are read one after the other. */
class Frames {
  private readonly open: Frame[] = [];

  get path(): OutlinePath {
    return this.open.map(({ step }) => step);
  }

  dash(column: number): void {
    this.closeWhere((frame) => frame.column > column);
    const top = this.open.at(-1);
    if (top?.column === column && typeof top.step === "number") this.open[this.open.length - 1] = next(top, top.step);
    else this.open.push({ column, step: 0 });
  }

  key(column: number, name: string): void {
    this.inside(column);
    this.open.push({ column, step: name });
  }

  /** Closes what a line at this column does not belong to. */
  inside(column: number): void {
    this.closeWhere((frame) => frame.column >= column);
  }

  private closeWhere(closes: (frame: Frame) => boolean): void {
    for (let top = this.open.at(-1); top && closes(top); top = this.open.at(-1)) this.open.pop();
  }
}

function next({ column }: Frame, step: number): Frame {
  return { column, step: step + 1 };
}

/** Reads the lines of `yaml`, a part of `text`; offsets are those of `text`. */
export function readOutline(text: string, yaml: Span): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const frames = new Frames();
  let blockColumn: number | undefined;
  eachLine(text, yaml, (line, start, number) => {
    const indent = line.length - line.trimStart().length;
    if (line.trim() === "" || line.trimStart().startsWith("#")) return;
    if (blockColumn !== undefined && indent > blockColumn) return;
    blockColumn = undefined;
    const found = enter(frames, line);
    if (!found) return;
    const value = line.slice(found.valueColumn).replace(/(?:^|\s+)#(?:\s.*)?$/, "");
    const key = found.key && { start: start + found.column, end: start + found.column + found.key.length };
    entries.push({
      path: frames.path,
      line: number,
      value: value.trim(),
      valueStart: start + found.valueColumn,
      ...(key ? { key } : {}),
    });
    if (/^[|>][-+\d]*\s*$/.test(value)) blockColumn = found.column;
  });
  return entries;
}

/** Opens the dashes and the key of a line; undefined where it has neither. */
function enter(frames: Frames, line: string): { column: number; key?: string; valueColumn: number } | undefined {
  const [whole = "", indent = "", dashes = "", quote = "", key] = entryPattern.exec(line) ?? [];
  for (let i = 0; i < dashes.length; i++) if (dashes[i] === "-") frames.dash(indent.length + i);
  const column = indent.length + dashes.length;
  if (key === undefined)
    return dashes === "" ? undefined : { column: column - 2, valueColumn: Math.min(column, line.length) };
  frames.key(column, key);
  return { column: column + quote.length, key, valueColumn: whole.length };
}

/** Where an offset of the YAML lies. */
export function placeInYaml(text: string, yaml: Span, offset: number): WritingPlace | undefined {
  const frames = new Frames();
  let place: WritingPlace | undefined;
  let blockColumn: number | undefined;
  eachLine(text, yaml, (line, start) => {
    if (place || start > offset) return;
    const indent = line.length - line.trimStart().length;
    const here = offset <= start + line.length;
    const blank = line.trim() === "";
    const inBlock = blockColumn !== undefined && (indent > blockColumn || (blank && !here));
    if (!here) {
      if (blank || inBlock || line.trimStart().startsWith("#")) return;
      const found = enter(frames, line);
      blockColumn = found && /:[ \t]+[|>][-+\d]*\s*$/.test(line) ? found.column : undefined;
    } else if (!inBlock) {
      place = placeOnLine(frames, line.slice(0, offset - start), start);
    }
  });
  return place;
}

function placeOnLine(frames: Frames, before: string, start: number): WritingPlace | undefined {
  if (/(?:^|\s)#/.test(before)) return undefined;
  const indent = before.length - before.trimStart().length;
  const key = /^ *(?:- +)*["']?[A-Za-z_][\w-]*["']?[ \t]*:[ \t]+/.exec(before);
  const end = start + before.length;
  if (key) {
    enter(frames, before);
    const value = before.slice(key[0].length);
    const inBrackets = /^\[(?:.*,)?[ \t]*/.exec(value);
    const from = start + key[0].length + (inBrackets?.[0].length ?? 0);
    return {
      path: inBrackets ? [...frames.path, 0] : frames.path,
      kind: "value",
      word: { start: from, end },
      hanging: 0,
    };
  }
  const dashes = /^ *((?:- +)*)/.exec(before)?.[1] ?? "";
  if (dashes !== "") enter(frames, `${before.slice(0, indent)}${dashes}`);
  else frames.inside(indent);
  const word = { start: start + indent + dashes.length, end };
  return { path: frames.path, kind: "key", word, hanging: dashes.length };
}

function eachLine(text: string, part: Span, look: (line: string, start: number, number: number) => void): void {
  let number = 0;
  for (let start = part.start; start < part.end || (start === part.end && number === 0); number++) {
    const lineEnd = text.indexOf("\n", start);
    const end = lineEnd === -1 || lineEnd > part.end ? part.end : lineEnd;
    look(text.slice(start, end), start, number);
    start = end + 1;
  }
}
