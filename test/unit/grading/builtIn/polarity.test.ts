// Sentences with the words of a wording that say something else, each beside its right twin.
import { describe, expect, it } from "vitest";
import { tokenise } from "../../../../src/core/text/tokens";
import { synonymGroups } from "../../../../src/core/text/synonyms";
import type { Token } from "../../../../src/core/text/tokens";
import { gradeBuiltIn } from "../../../../src/grading/builtIn/builtInGrader";
import { clausesOf, doubtOf } from "../../../../src/grading/builtIn/polarity";
import type { Clauses } from "../../../../src/grading/builtIn/polarity";
import { hashTables } from "./sampleQuestions";

const clauses = (text: string): Clauses => clausesOf(text, tokenise(text));
const alike = (a: Token, b: Token): boolean => synonymGroups(a.stem).some((g) => synonymGroups(b.stem).includes(g));
const kindOf = (said: string, wording: string): string =>
  doubtOf(clauses(said), clauses(wording), (t) => t.word.length, alike)?.kind ?? "none";

describe("doubtOf", () => {
  it.each([
    ["denied", "The pages of the cache are not written back.", "The pages of the cache are written back."],
    ["denied", "There is no need to lock the table.", "The table is locked."],
    ["denied", "Any block size will do for a disk.", "The disk depends on the block size."],
    ["denied", "Backups and logs can be left out.", "Backups and logs are kept."],
    ["denied", "Locks on the table are unnecessary.", "Locks on the table are needed."],
    ["denied", "Stale entries are harmless to the cache.", "Stale entries endanger the cache."],
    ["denied", "Neither locks nor logs are used.", "Locks and logs are used."],
    ["opposite", "A larger block increases the number of reads.", "A larger block decreases the number of reads."],
    ["opposite", "The index makes reads slower.", "The index makes reads faster."],
    ["opposite", "Writes need fewer pages.", "Writes need more pages."],
    [
      "swapped",
      "The reader writes the queue and the writer empties it, since the server pulls and the client pushes data.",
      "The client pulls data and the server pushes data to the queue of the reader.",
    ],
    ["swapped", "The client answers the request of the server.", "The server answers the request of the client."],
    [
      "swapped",
      "A high level gives exact results, a low level gives coarse results and saves time.",
      "A low level gives exact results, a high level gives coarse results and saves time.",
    ],
  ])("is %s: %s | %s", (kind, said, wording) => expect(kindOf(said, wording)).toBe(kind));

  it.each([
    ["The pages of the cache are written back.", "The pages of the cache are written back."],
    ["If the table is not locked, two writers spoil it.", "The table is locked, so that two writers do not spoil it."],
    ["A larger block does not increase the number of reads.", "A larger block decreases the number of reads."],
    ["Not only the index but the log is read.", "The index and the log are read."],
    ["The same key does not always give the same page.", "The same key may give different pages."],
    ["The request of the client is answered by the server.", "The server answers the request of the client."],
    ["With a smaller block there are fewer reads.", "A larger block means more reads."],
    ["Without a lock two writers spoil the table.", "A lock keeps two writers from spoiling the table."],
    [
      "The server answers the client's request and the client then closes.",
      "The server answers the request of the client.",
    ],
    ["Two columns cannot be null and must be unique.", "Two columns cannot be null, they have to be unique."],
  ])("lets pass: %s | %s", (said, wording) => expect(["none", "silent"]).toContain(kindOf(said, wording)));
});

describe("a doubtful sentence", () => {
  const verdict = (answer: string, id: string): unknown => {
    const outcome = gradeBuiltIn({ question: hashTables, answer });
    return outcome.kind === "graded" ? outcome.grade.verdicts.find((v) => v.criterion === id) : undefined;
  };

  it("earns a third, is shown, and is worth checking", () => {
    const wrong = "When the load factor is high, there is no need to enlarge the array and hash the keys again.";
    expect(verdict(wrong, "resize")).toMatchObject({
      verdict: "partly",
      credit: 0.35,
      quotes: [{ text: wrong }],
      remark: expect.stringMatching(/checking/) as string,
    });
    expect(
      verdict("When the load factor is high, the array has to be enlarged and the keys hashed again.", "resize"),
    ).toMatchObject({ verdict: "met" });
  });

  it("costs nothing where another sentence is right", () => {
    expect(
      verdict(
        "Without searching, no slot is enlarged.\n\nA bigger array is allocated and every key is hashed again.",
        "resize",
      ),
    ).toMatchObject({ verdict: "met", credit: 1 });
  });
});
