// What the learner says is kept in order, and nothing of it is lost where the disk refuses.
import { describe, expect, test } from "vitest";
import type { Amendment, Amends } from "../../../../src/core/attempts/amendment";
import { keyText } from "../../../../src/core/roadmap/questionKey";
import { standingOf, type Standing } from "../../../../src/core/attempts/standing";
import { wordingOf } from "../../../../src/core/attempts/wordings";
import { WordKeeper } from "../../../../src/host/marking/wordKeeper";
import { sampleCheck } from "../../core/attempts/sampleAttempt";
import { sampleQuestion } from "../../core/roadmap/samplePlaced";

const yes = (criterion: string): Amends => ({ kind: "mark", criterion, verdict: "met" });
/** The same as it is kept: with the statement that it was said of. */
const keptYes = (criterion: string): Amends => {
  const asked = sampleQuestion().criteria.find(({ id }) => id === criterion);
  return { kind: "mark", criterion, verdict: "met", ...(asked && { statement: wordingOf(asked).statement }) };
};

/** A disk that refuses while `full`, and what the learner sees. */
function desk() {
  const attempt = sampleCheck();
  const kept: Amendment[] = [];
  let shown: readonly Amendment[] = [];
  const told: (string | undefined)[] = [];
  const disk = { full: false, slow: false };
  const keeper = new WordKeeper({
    keep: async (amendment) => {
      if (disk.slow) await new Promise((done) => setTimeout(done, 5));
      if (disk.full) throw new Error("the disk is full");
      kept.push(amendment);
    },
    list: () => Promise.resolve([...kept]),
    show: (key, amendments) => {
      expect(keyText(key)).toBe(keyText(attempt.key));
      shown = amendments;
    },
    changed: (_, why) => told.push(why),
  });
  const standing = (): Standing => standingOf(attempt, shown, sampleQuestion());
  const own = (): unknown => standing().criteria.map((c) => c.own);
  return { keeper, standing, own, kept, told, disk, key: attempt.key };
}

describe("a word", () => {
  test("is kept and shown", async () => {
    const { keeper, standing, own, kept } = desk();
    expect(await keeper.say(standing, yes("few"))).toBe(true);
    expect([own(), kept.length]).toEqual([["met", undefined], 1]);
    expect(await keeper.say(() => undefined, yes("few"))).toBe(false);
  });

  test("said quickly after another waits for it, so that an undo takes back the right one", async () => {
    const { keeper, standing, own, disk } = desk();
    disk.slow = true;
    const all = [keeper.say(standing, yes("few")), keeper.say(standing, yes("mitigation")), keeper.undo(standing)];
    expect(await Promise.all(all)).toEqual([true, true, true]);
    expect(own()).toEqual(["met", undefined]);
  });

  test("is taken back by criterion too; nothing to take back is said", async () => {
    const { keeper, standing, own } = desk();
    await keeper.say(standing, yes("few"));
    await keeper.say(standing, yes("mitigation"));
    expect(await keeper.undo(standing, "few")).toBe(true);
    expect(own()).toEqual([undefined, "met"]);
    expect(await keeper.undo(standing, "few")).toBe(false);
  });
});

describe("where the disk refuses", () => {
  test("words stay in sight, in order, and are kept once it lets them", async () => {
    const { keeper, standing, own, kept, told, disk, key } = desk();
    disk.full = true;
    await keeper.say(standing, yes("few"));
    await keeper.say(standing, yes("mitigation"));
    expect([own(), kept, keeper.whyUnkept(key)]).toEqual([["met", "met"], [], "the disk is full"]);
    disk.full = false;
    await keeper.keepAgain(key);
    expect([own(), kept.map((a) => a.amends), keeper.whyUnkept(key)]).toEqual([
      ["met", "met"],
      [keptYes("few"), keptYes("mitigation")],
      undefined,
    ]);
    expect(told).toEqual(["the disk is full", "the disk is full", undefined]);
  });

  test("the next word takes those that wait with it", async () => {
    const { keeper, standing, kept, disk } = desk();
    disk.full = true;
    await keeper.say(standing, yes("few"));
    disk.full = false;
    await keeper.say(standing, yes("mitigation"));
    expect(kept.map((a) => a.amends)).toEqual([keptYes("few"), keptYes("mitigation")]);
  });

  test("a word that waits is taken back without a trace", async () => {
    const { keeper, standing, own, kept, told, disk } = desk();
    disk.full = true;
    await keeper.say(standing, yes("few"));
    expect(await keeper.undo(standing)).toBe(true);
    expect([own(), kept, told.at(-1)]).toEqual([[undefined, undefined], [], undefined]);
  });
});
