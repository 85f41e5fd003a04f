// A Markdown text as a reader sees it, with every offset where it was.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invisibleRuns, withoutInvisible } from "../../../../src/grading/text/invisible";
import { read } from "../../../../src/grading/text/reading";
import { runAtOnce } from "../../../../src/grading/text/slices";

/** What is shown, white space and unseen characters aside. */
function shown(text: string): string {
  return runAtOnce(read(text))
    .shown.replace(/\u00ad/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

describe("what a reader sees", () => {
  it.each([
    ["a ~~b~~ c", "a c"],
    ["about ~5 to ~6", "about ~5 to ~6"],
    ["~~one\n\ntwo~~", "~~one two~~"],
    ["a <del>b</del> c <s>d</s>", "a c"],
    ["a <!-- b --> c", "a c"],
    ["a\n<!-- never\nclosed", "a"],
    ["an arrow <!-- in a line", "an arrow <!-- in a line"],
    ["does <b>not</b>", "does not"],
    ["one<br>two", "one two"],
    ["wo<b>rd</b> and gen**er**ator", "word and generator"],
    ["List<T> and Map<String, Integer>", "List<T> and Map<String, Integer>"],
    ["doesn&#39;t &amp; won&rsquo;t", "doesn't & won’t"],
    ["1\\. a\\*b", "1. a*b"],
    ["![alt](a.png) and [name](https://example.org/x)", "and [name"],
    ["see https://example.org/a_b and <https://example.org>", "see and"],
    ["[ref]: https://example.org\ntext", "text"],
    ["[^1]: a footnote", "[^1]: a footnote"],
    ["`<!-- x --> ~~y~~`", "`<!-- x --> ~~y~~`"],
    ["```html\n<!-- x -->\n```\nafter", "<!-- x --> after"],
    ["<script>x</script> y", "y"],
  ])("%j", (text, expected) => expect(shown(text)).toBe(expected));

  it("keeps the length, and letters where they were, whatever the text", () => {
    const part = fc.constantFrom(
      "a",
      "~~",
      "<b>",
      "</b>",
      "<s>",
      "</s>",
      "&amp;",
      "<!--",
      "-->",
      "`",
      "\n",
      "\n\n",
      "](",
      ")",
      "![",
      "\\",
      "*",
      "漢",
      "😀",
      "```\n",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const { shown: seen } = runAtOnce(read(text));
        expect(seen).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++)
          if (/[a漢]/.test(seen.charAt(i))) expect(text.charAt(i)).toBe(seen.charAt(i));
      }),
    );
  });
});

describe("invisible characters", () => {
  it("are taken out, save those that letters or emoji need", () => {
    for (const unread of [
      "\u00ad",
      "\u034f",
      "\ufe01",
      "\ufe0f\ufe0e\ufe0f",
      "\u3164",
      "\u180e",
      "\u0007",
      "\u{1d173}",
      "\u{1bca0}",
      "\u{e0fff}",
    ])
      expect(withoutInvisible(`ke${unread}ys`)).toBe("keys");
    expect(withoutInvisible("a\tb\r\nc")).toBe("a\tb\r\nc");
    expect(withoutInvisible("ke\u200bys \u202ecollide\u{e0041}\u{e0042}.")).toBe("keys collide.");
    const flag = "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
    for (const kept of ["👩‍👩‍👧‍👦", "می\u200cخواهم", flag, "❤️"]) expect(withoutInvisible(kept)).toBe(kept);
  });

  it("are told in runs", () => {
    expect(invisibleRuns("a\u200b\u200cb", 5)).toEqual([{ start: 1, end: 3 }]);
    expect(invisibleRuns("a\u200bb", 5)).toEqual([]);
  });
});
