// Names of records: they sort in the order of keeping, stay short, and nothing else is taken for one.
import fc from "fast-check";
import { expect, it } from "vitest";
import { recordId } from "../../../../src/core/attempts/recordId";
import { nextPlace, readRecordName, recordFileName, recordNames } from "../../../../src/host/storage/recordNames";

const id = fc
  .tuple(fc.integer({ min: 0, max: 4e12 }), fc.stringMatching(/^[a-z0-9]{4,8}$/))
  .map(([time, random]) => recordId(new Date(time), random));

it("sort in the order of keeping for any clock", () => {
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 40 }), (kept) => {
      const files: string[] = [];
      for (const one of kept) files.push(recordFileName({ place: nextPlace(one, recordNames(files)) }));
      expect(recordNames([...files].reverse()).map((name) => name.id)).toEqual(kept);
      expect(Math.max(0, ...files.map((name) => name.length))).toBeLessThan(80);
    }),
  );
});

it("are no paths, and nothing else is a name", () => {
  expect(() => nextPlace("../x", [])).toThrow(RangeError);
  for (const name of ["x.json", "20260101T000000000Z-abcd.txt", "~000001~20260101T000000000Z-abcd.json", "../x.json"])
    expect(readRecordName(name)).toBeUndefined();
});
