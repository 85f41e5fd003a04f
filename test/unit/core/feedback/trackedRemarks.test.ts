// Quotes under editing: what stands equals its words, what was touched says so, and undo brings everything back.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerHash } from "../../../../src/core/text/hash";
import type { Quote } from "../../../../src/core/text/textRange";
import {
  stepRemarks,
  trackRemarks,
  type CurrentText,
  type TextChange,
  type TrackedRemarks,
} from "../../../../src/core/feedback/trackedRemarks";

const header = "# Title\n<!-- answer -->\n";

function quote(answer: string, words: string): Quote {
  const start = answer.indexOf(words);
  if (start < 0) throw new Error(`no “${words}” in the answer`);
  return { start, end: start + words.length, text: words };
}

function now(text: string, answerStart: number | undefined = header.length): CurrentText {
  return { answerStart, length: text.length, slice: (start, end) => text.slice(start, end) };
}

function applied(text: string, changes: readonly TextChange[]): string {
  return [...changes]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .reduce((t, c) => t.slice(0, c.rangeOffset) + c.text + t.slice(c.rangeOffset + c.rangeLength), text);
}

/** A document under editing. */
class Desk {
  text: string;
  tracked: TrackedRemarks;
  constructor(answer: string, words: readonly string[]) {
    this.text = header + answer;
    this.tracked = trackRemarks(
      answer,
      words.map((w) => ({ quotes: [quote(answer, w)] })),
      now(this.text),
    );
  }
  edit(...changes: TextChange[]): this {
    this.text = applied(this.text, changes);
    this.tracked = stepRemarks(this.tracked, changes, now(this.text));
    return this;
  }
  /** Replaces `words` where they first occur in the answer. */
  replace(words: string, text: string): this {
    return this.edit({ rangeOffset: this.text.indexOf(words, header.length), rangeLength: words.length, text });
  }
  insert(before: string, text: string): this {
    return this.edit({ rangeOffset: this.text.indexOf(before, header.length), rangeLength: 0, text });
  }
  get states(): string[] {
    return this.tracked.quotes.map((q) => q.state);
  }
  get words(): string[] {
    return this.tracked.quotes.map((q) => this.text.slice(q.start, q.end));
  }
}

const answer = "GANs train two networks. The generator makes samples.\n\nMode collapse repeats one sample.\n";

describe("tracking remarks through edits", () => {
  it("moves a remark with text put before it and leaves it standing", () => {
    const desk = new Desk(answer, ["The generator", "Mode collapse"]).insert("GANs", "In short: ");
    expect(desk.states).toEqual(["standing", "standing"]);
    expect(desk.words).toEqual(["The generator", "Mode collapse"]);
    expect(desk.tracked.current).toBe(false);
  });

  it("makes only the edited remark stale", () => {
    const desk = new Desk(answer, ["two networks", "Mode collapse"]).replace("networks", "models");
    expect(desk.states).toEqual(["edited", "standing"]);
    expect(desk.words).toEqual(["two models", "Mode collapse"]);
  });

  it("leaves a remark alone when text is put at its edges", () => {
    const desk = new Desk(answer, ["The generator"]).insert("The generator", "Well. ").insert(" makes", "-network");
    expect(desk.states).toEqual(["standing"]);
    expect(desk.words).toEqual(["The generator"]);
  });

  it("greys a remark when text is put inside it and stands it up again when that is taken out", () => {
    const desk = new Desk(answer, ["The generator"]).insert("generator", "good ");
    expect(desk.words).toEqual(["The good generator"]);
    expect(desk.states).toEqual(["edited"]);
    desk.replace("good ", "");
    expect(desk.states).toEqual(["standing"]);
    expect(desk.tracked.current).toBe(true);
  });

  it("finds words again that were cut across the remark's edge and pasted back, in an answer changed elsewhere", () => {
    const desk = new Desk(answer, ["The generator"]).insert("Mode", "Also: ").replace("networks. The gen", "");
    expect(desk.states).toEqual(["edited"]);
    desk.insert("erator", "networks. The gen");
    expect(desk.states).toEqual(["standing"]);
    expect(desk.words).toEqual(["The generator"]);
    expect(desk.tracked.current).toBe(false);
  });
});

describe("tracking remarks through deletions and changes elsewhere", () => {
  it("draws nothing for words that were deleted, and knows them again after undo", () => {
    const desk = new Desk(answer, ["Mode collapse"]).replace("Mode collapse ", "");
    expect(desk.words).toEqual([""]);
    expect(desk.states).toEqual(["edited"]);
    desk.insert("repeats", "Mode collapse ");
    expect(desk.states).toEqual(["standing"]);
  });

  it("does not guess which of two equal phrases came back", () => {
    const desk = new Desk("Same words here. Other.", ["Same words"])
      .insert("words", "X")
      .insert("X", "words Same words Same ");
    desk.replace("X", "");
    expect(desk.text).toContain("Same words Same words Same words");
    expect(desk.states).toEqual(["edited"]);
  });

  it("takes several changes of one event with offsets of the text before it", () => {
    const desk = new Desk(answer, ["The generator", "Mode collapse"]);
    const at = (words: string): number => desk.text.indexOf(words);
    desk.edit(
      { rangeOffset: at("Mode"), rangeLength: 4, text: "A mode" },
      { rangeOffset: at("GANs"), rangeLength: 4, text: "Adversarial networks" },
    );
    expect(desk.states).toEqual(["standing", "edited"]);
    expect(desk.words).toEqual(["The generator", "A mode collapse"]);
  });

  it("follows the answer when lines are put above the answer line, and stays current", () => {
    const desk = new Desk(answer, ["The generator"]);
    const changes = [{ rangeOffset: 0, rangeLength: 0, text: "note\n" }];
    const text = applied(desk.text, changes);
    const tracked = stepRemarks(desk.tracked, changes, now(text, header.length + 5));
    expect(tracked.current).toBe(true);
    expect(tracked.quotes.map((q) => text.slice(q.start, q.end))).toEqual(["The generator"]);
  });

  it("is not current while the answer line is missing", () => {
    const desk = new Desk(answer, ["The generator"]);
    const changes = [{ rangeOffset: 8, rangeLength: 15, text: "" }];
    const text = applied(desk.text, changes);
    const tracked = stepRemarks(desk.tracked, changes, { ...now(text), answerStart: undefined });
    expect(tracked.current).toBe(false);
    expect(tracked.quotes.map((q) => text.slice(q.start, q.end))).toEqual(["The generator"]);
  });
});

describe("a grade of an earlier text", () => {
  it("anchors what stands once, and says of the rest that it is gone", () => {
    const earlier = "The generator makes samples. It repeats. It repeats. Old claim.";
    const later = "At first: it repeats. The generator makes samples, often. It repeats. It repeats. New claim.";
    const remarks = ["The generator", "It repeats", "Old claim"].map((w) => ({ quotes: [quote(earlier, w)] }));
    const { quotes, current } = trackRemarks(earlier, remarks, now(header + later));
    expect(current).toBe(false);
    expect(quotes.map((q) => q.state)).toEqual(["standing", "gone", "gone"]);
  });

  it("needs no uniqueness in the unchanged beginning and end", () => {
    const earlier = "It repeats. It repeats. Middle. It repeats.";
    const last = { start: earlier.lastIndexOf("It repeats"), end: earlier.length - 1, text: "It repeats" };
    const later = earlier.replace("Middle", "A new middle");
    const { quotes } = trackRemarks(earlier, [{ quotes: [quote(earlier, "It repeats"), last] }], now(header + later));
    expect(quotes.map((q) => q.state)).toEqual(["standing", "standing"]);
    expect(quotes[1]?.start).toBe(header.length + later.lastIndexOf("It repeats"));
  });
});

describe("the same answer in another file", () => {
  const graded = "The café opens.\nIt repeats  \nitself.\n";
  const quotes = ["café opens", "repeats  \nitself"].map((words) => ({ quotes: [quote(graded, words)] }));
  const written = {
    "with other line ends": graded.replaceAll("\n", "\r\n"),
    "with decomposed letters": graded.normalize("NFD"),
    "without blanks at ends of lines": graded.replaceAll(/ +\n/g, "\n"),
    "with blank lines around it": `\n\n${graded}\n\n`,
  };

  for (const [how, answer] of Object.entries(written))
    it(`is current ${how}, and the quotes stand at their words`, () => {
      const text = header + answer;
      const tracked = trackRemarks(graded, quotes, now(text));
      expect(tracked.current).toBe(true);
      const words = tracked.quotes.map((q) => text.slice(q.start, q.end).normalize("NFC").replace(/\s+/g, " "));
      expect(words).toEqual(["café opens", "repeats itself"]);
    });

  it("stays current while only blanks are typed at its end, and no longer once a letter is", () => {
    const desk = new Desk(answer, ["Mode collapse"]);
    const end = (text: string) => ({ rangeOffset: desk.text.length, rangeLength: 0, text });
    expect(desk.edit(end("\n")).tracked.current).toBe(true);
    expect(desk.edit(end("x")).tracked.current).toBe(false);
    desk.edit({ rangeOffset: desk.text.length - 1, rangeLength: 1, text: "" });
    expect(desk.tracked.current).toBe(true);
  });

  it("is another one with another word", () => {
    expect(trackRemarks(graded, quotes, now(header + graded.replace("It", "She"))).current).toBe(false);
  });
});

const word = fc.constantFrom("a", "b", " ", "\n", "ab", "é", "😀");
const prose = fc.array(word, { minLength: 1, maxLength: 30 }).map((w) => w.join(""));
const place = fc.tuple(fc.nat(1000), fc.nat(1000));
const rawEdit = fc.record({ from: fc.nat(1000), length: fc.nat(6), text: fc.oneof(fc.constant(""), prose) });

const scene = fc.tuple(
  prose,
  fc.array(place, { maxLength: 5 }),
  fc.array(fc.array(rawEdit, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
);

/** One event's edits inside the answer, made disjoint. */
function eventOf(text: string, edits: readonly { from: number; length: number; text: string }[]): TextChange[] {
  const changes: TextChange[] = [];
  let limit = text.length;
  for (const edit of [...edits].sort((a, b) => b.from - a.from)) {
    const room = limit - header.length;
    if (room < 0) break;
    const rangeOffset = header.length + (room === 0 ? 0 : edit.from % (room + 1));
    changes.push({ rangeOffset, rangeLength: Math.min(edit.length, limit - rangeOffset), text: edit.text });
    limit = rangeOffset - 1;
  }
  return changes;
}

/** The changes that take one event back, in offsets of the text after it. */
function inverseOf(text: string, changes: readonly TextChange[]): TextChange[] {
  let delta = 0;
  return [...changes]
    .sort((a, b) => a.rangeOffset - b.rangeOffset)
    .map(({ rangeOffset, rangeLength, text: put }) => {
      const taken = text.slice(rangeOffset, rangeOffset + rangeLength);
      const inverse = { rangeOffset: rangeOffset + delta, rangeLength: put.length, text: taken };
      delta += put.length - rangeLength;
      return inverse;
    });
}

/** A document whose every step is held against what must be true of it. */
class WatchedDesk {
  text: string;
  tracked: TrackedRemarks;
  private readonly undo: TextChange[][] = [];
  private readonly untouched: boolean[];

  constructor(
    private readonly graded: string,
    quotes: readonly Quote[],
  ) {
    this.text = header + graded;
    this.untouched = quotes.map(() => true);
    const remarks = quotes.map((q) => ({ quotes: [q] }));
    this.tracked = trackRemarks(graded, remarks, now(this.text));
  }

  step(changes: TextChange[]): void {
    this.tracked.quotes.forEach(({ start, end }, n) => {
      if (changes.some((c) => c.rangeOffset < end && c.rangeOffset + c.rangeLength > start)) this.untouched[n] = false;
    });
    this.undo.push(inverseOf(this.text, changes));
    this.text = applied(this.text, changes);
    this.tracked = stepRemarks(this.tracked, changes, now(this.text));
    const answer = this.text.slice(header.length);
    if (answer === this.graded) expect(this.tracked.current).toBe(true);
    if (this.tracked.current) expect(answerHash(answer)).toBe(answerHash(this.graded));
    this.tracked.quotes.forEach((q, n) => {
      expect(q.start).toBeLessThanOrEqual(q.end);
      expect(q.end).toBeLessThanOrEqual(this.text.length);
      if (q.state === "standing") expect(this.text.slice(q.start, q.end)).toBe(q.graded.text);
      if (this.untouched[n]) expect(q.state).toBe("standing");
    });
  }

  undoAll(): void {
    for (const changes of [...this.undo].reverse()) this.step(changes);
  }
}

describe("tracking remarks through any edits", () => {
  it("never lets a standing remark point at other words, and undo stands all up again", () => {
    fc.assert(
      fc.property(scene, ([graded, places, events]) => {
        const quotes = places.map(([a, b]): Quote => {
          const start = a % graded.length;
          const end = start + 1 + (b % (graded.length - start));
          return { start, end, text: graded.slice(start, end) };
        });
        const desk = new WatchedDesk(graded, quotes);
        for (const edits of events) desk.step(eventOf(desk.text, edits));
        desk.undoAll();
        expect(desk.text).toBe(header + graded);
        expect(desk.tracked.current).toBe(true);
        const stand = desk.tracked.quotes.map((q) => [q.state, q.start - header.length, q.end - header.length]);
        expect(stand).toEqual(quotes.map((q) => ["standing", q.start, q.end]));
      }),
      { numRuns: 500 },
    );
  });
});
