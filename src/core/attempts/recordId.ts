// Ids of attempts and amendments: a time and some chance, valid as a file name everywhere. No clock and no chance here.

const idPattern = /^\d{8}T\d{9}Z-[a-z0-9]{4,32}$/;

/** `20261123T061820123Z-k3v9x2`: sorts by time. `random` is 4 to 32 of `a-z0-9`; anything else throws a RangeError. */
export function recordId(now: Date, random: string): string {
  const id = `${now.toISOString().replace(/[-:.]/g, "")}-${random}`;
  if (!isRecordId(id)) throw new RangeError(`Not an id: ${id}`);
  return id;
}

/** True for what `recordId` makes. */
export function isRecordId(text: string): boolean {
  return idPattern.test(text);
}
