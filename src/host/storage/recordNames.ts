// How the file of an attempt or amendment is called, so that names sort in the order of keeping whatever a clock said.
// A name is the id; where a later-sorting one is there already: that one's place, a number one higher, and the id.
import { isRecordId } from "../../core/attempts/recordId";

/** A record's file in its folder. */
export interface RecordName {
  readonly id: string;
  /** Sorts in the order of keeping; the file is called this and `.json`. */
  readonly place: string;
}

const ending = ".json";
const placeParts = /^([^~]+)~(\d{6})~([^~]+)$/;

/** What a file's name says; undefined for any other name. */
export function readRecordName(name: string): RecordName | undefined {
  if (!name.endsWith(ending)) return undefined;
  const place = name.slice(0, -ending.length);
  const [, behind = place, , id = place] = placeParts.exec(place) ?? [];
  return isRecordId(behind) && isRecordId(id) ? { id, place } : undefined;
}

/** The names of records among those of a folder, in the order of keeping. Of an id with two names, the later place. */
export function recordNames(names: readonly string[]): RecordName[] {
  const all = names.map(readRecordName).filter((name) => name !== undefined);
  const byId = new Map(all.sort((a, b) => compare(a.place, b.place)).map((name) => [name.id, name]));
  return all.filter((name) => byId.get(name.id) === name);
}

/**
 * The place of a record that is kept now, behind all that are there (in the order of keeping). Throws a RangeError for
 * no id.
 */
export function nextPlace(id: string, there: readonly RecordName[]): string {
  if (!isRecordId(id)) throw new RangeError(`Not an id: ${JSON.stringify(id)}`);
  const last = there.at(-1)?.place;
  if (last === undefined || last < id) return id;
  const [, behind = last, count = "0"] = placeParts.exec(last) ?? [];
  return `${behind}~${String(Number(count) + 1).padStart(6, "0")}~${id}`;
}

/** `<place>.json`. */
export function recordFileName({ place }: Pick<RecordName, "place">): string {
  return place + ending;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
