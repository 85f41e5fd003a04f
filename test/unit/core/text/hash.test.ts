import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { answerHash, canonicalJson, promptHash, rubricHash, sha256Hex } from "../../../../src/core/text/hash";
import { sampleQuestion } from "../roadmap/samplePlaced";
import { cpuTime } from "../../../support/cpuTime";

it("is SHA-256 of the UTF-8 bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(sha256Hex(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
  );
});

it("takes an answer as the same however its file is encoded and its lines end", () => {
  const hash = answerHash("Zwei Zeilen,\n\n  über Köln.");
  for (const same of [
    "Zwei Zeilen,\n\n  über Köln.\n",
    "\uFEFFZwei Zeilen,\r\n\r\n  über Köln.\r\n",
    "Zwei Zeilen,\r\r  über Köln.",
    "\n \nZwei Zeilen,  \n\t\n  über Köln.\t\n\n",
    "Zwei Zeilen,\n\n  über Köln.".normalize("NFD"),
  ])
    expect(answerHash(same)).toBe(hash);
  const others = ["Zwei Zeilen,\n  über Köln.", "Zwei Zeilen,\n\nüber Köln.", "zwei Zeilen,\n\n  über Köln."];
  for (const other of others) expect(answerHash(other)).not.toBe(hash);
});

it("hashes a megabyte of blanks in time", () => {
  const begin = cpuTime();
  for (const piece of [" ", "\n", " \n", "x ", "\r"]) answerHash(`a${piece.repeat(1_000_000 / piece.length)}b`);
  expect(cpuTime() - begin).toBeLessThan(2000);
});

it("does not depend on the order of keys or on absent keys", () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined, a: 2 }], a: null })).toBe('{"a":null,"b":[{"a":2,"d":1}]}');
});

it("changes with what a grade depends on, and with nothing else", () => {
  const hash = rubricHash(sampleQuestion());
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(promptHash(sampleQuestion())).toBe(hash.slice(0, 12));
  expect(rubricHash(sampleQuestion({ title: "Other", hints: ["h"] }))).toBe(hash);
  expect(rubricHash(sampleQuestion({ prompt: "Other" }))).not.toBe(hash);
  expect(rubricHash(sampleQuestion({ reference: "Other" }))).not.toBe(hash);
  expect(rubricHash(sampleQuestion({ groups: [{ id: "g", choose: 1, marks: 1 }] }))).not.toBe(hash);
});
