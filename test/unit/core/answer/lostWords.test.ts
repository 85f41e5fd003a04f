// What a formatter does to a text loses nothing; another's text in its place does.
import { describe, expect, it } from "vitest";
import { losesWords } from "../../../../src/core/answer/lostWords";

const text = "A cache keeps\nwhat was read, and drops *it*  later.\n";

describe("a text in the place of another", () => {
  it.each([
    ["the same", text],
    ["wrapped anew", "A cache keeps what was read,\nand drops _it_ later.\n"],
    ["with more", `${text}\nThe least used goes first.`],
    ["in another order", "and drops it later. A cache keeps what was read"],
  ])("%s loses nothing", (_what, other) => {
    expect(losesWords(text, other)).toBe(false);
  });

  it.each([
    ["without a word", "A cache keeps what was read, and drops it."],
    ["with another word", text.replace("read", "written")],
    ["with a word fewer times", text.replace("A cache", "Cache")],
    ["blank", ""],
  ])("%s loses words", (_what, other) => {
    expect(losesWords(text, other)).toBe(true);
  });

  it("counts words, so that one said twice must stand there twice", () => {
    expect(losesWords("no, no", "no")).toBe(true);
    expect(losesWords("no", "no, no")).toBe(false);
  });

  it("reads Chinese with and without blanks beside it", () => {
    expect(losesWords("缓存用LRU策略。", "缓存用 LRU 策略。")).toBe(false);
    expect(losesWords("缓存用LRU策略。", "缓存用LFU策略。")).toBe(true);
    expect(losesWords("缓存先满。", "缓存后满。")).toBe(true);
  });

  it("does not mind how a list is numbered, but minds numbers in its items", () => {
    expect(losesWords("1. read\n1. write\n4) drop", "1. read\n2. write\n3) drop")).toBe(false);
    expect(losesWords("> 1. read 10 pages", "> 2. read 12 pages")).toBe(true);
  });

  it("of nothing loses nothing", () => {
    expect(losesWords(" \n-- ", "")).toBe(false);
  });
});
