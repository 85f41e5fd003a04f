// What makes the id of a record its own, where two are made in the same millisecond.

/** Eight characters of `0-9a-f`, others at each call. */
export function randomPart(): string {
  return crypto.randomUUID().slice(0, 8);
}
