// Words of others stay words: VS Code makes no link and no icon of them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAfterIcon, plainText } from "../../../../src/core/feedback/plainText";

/** How VS Code finds links in the text of a message (base/common/linkedText.ts), and icons in that of a list. */
const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/i;
const icon = /\$\([a-z-]+(?:~[a-z]+)?\)/i;

describe("plainText", () => {
  it.each([
    "Look [here](command:workbench.action.files.newUntitledFile)",
    '[a](command:x "title")',
    "[a](https://example.org)",
    "[a](file:///etc/passwd)",
    "[[a]](command:x)",
    "[a]\u200e(command:x)",
    "[a]\u0000(command:x)",
    "$(trash) gone",
    "$\u202e(trash)",
    "$$(trash)",
  ])("makes no link or icon of %j", (text) => {
    expect(plainText(text)).not.toMatch(link);
    expect(plainText(text)).not.toMatch(icon);
  });

  it("does so whatever is put together", () => {
    const part = fc.constantFrom(
      "[",
      "]",
      "(",
      ")",
      "$",
      "a",
      " ",
      "\u202e",
      "\u0007",
      "command:x",
      "https://x",
      "trash",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const text = plainText(parts.join(""));
        return !link.test(text) && !icon.test(text);
      }),
      { numRuns: 3_000 },
    );
  });

  it("turns no words around", () => {
    expect(plainText("a\u202eb\u2066c\u0007d\u200f")).toBe("abcd");
  });

  it.each(["List<T> stays", "f(x)[0] (y)", "10 $ (ten)", "two\nlines\tand a tab", "50 % & more", "第一章", "👩‍💻 نص"])(
    "leaves %j alone",
    (text) => expect(plainText(text)).toBe(text),
  );

  it("shows the beginning of what nobody reads to its end", () => {
    expect(plainText("😀".repeat(100_000)).length).toBeLessThan(2_002);
    expect(plainText("x".repeat(2_000))).toHaveLength(2_000);
  });
});

describe("plainAfterIcon", () => {
  it("keeps the icon at the beginning and no other", () => {
    expect(plainAfterIcon("$(sync~spin) a $(trash) b")).toBe("$(sync~spin) a $ (trash) b");
    expect(plainAfterIcon("a $(trash)")).toBe("a $ (trash)");
    expect(plainAfterIcon("$(pass)\u00a0Grade")).toBe("$(pass)\u00a0Grade");
  });
});
