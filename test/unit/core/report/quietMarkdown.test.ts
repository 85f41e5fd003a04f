// Nothing in a report loads anything, and what loads nothing is left alone.
import { Marked } from "marked";
import { describe, expect, it } from "vitest";
import { quietMarkdown } from "../../../../src/core/report/quietMarkdown";
import { cpuTime } from "../../../support/cpuTime";

const rendered = (markdown: string): string => new Marked().parse(quietMarkdown(markdown), { async: false });

/** A tag beyond those that load nothing. */
const loading = /<(?!\/?(?:p|a|h\d|ul|ol|li|pre|code|blockquote)\b)[a-z]/i;

describe("quietMarkdown", () => {
  it.each([
    "Plain *text* with `List<T>` and ``![x](y) ` z``",
    "Compare a < b and 1<2, see <https://x.org> or <mailto:a@b.org>",
    "```ts\nconst a: List<T> = ![x];\n```\nafter",
    "~~~html\n<img src=x>\n~~~",
    "```html\n<img src=x>",
    "Wait![^1] \\![x](y) \\<b>",
    "# Title!\n\n- [x] done\n\n<!-- note -->",
    "",
  ])("leaves %j alone", (markdown) => {
    expect(quietMarkdown(markdown)).toBe(markdown.replace("![^1]", "\\![^1]"));
  });

  it.each([
    "![p](https://tracker.example/p.gif)",
    "![p][ref]\n\n[ref]: https://tracker.example/p.gif",
    "[![p](https://tracker.example/p.gif)](https://x.org)",
    '<img src="https://tracker.example/p.gif">',
    'Text <IMG alt=">" src=//tracker.example/p.gif> text',
    "<svg><image href=//tracker.example/p.gif /></svg>",
    '<p style="background:url(https://tracker.example/p.gif)">x</p>',
    '<div\nstyle="background:url(//tracker.example)"\n>x</div>',
    "- item\n\n    <img src=//tracker.example/p.gif>",
    "\\`![p](https://tracker.example/p.gif)`",
    "``` ![p](https://tracker.example/p.gif) ````",
    "> ```\n![p](https://tracker.example/p.gif)\n> ```",
    "a ` b\n\n![p](https://tracker.example/p.gif)\n\nc ` d",
    "~~~ ~~~\n~~~\n![p](https://tracker.example/p.gif)",
  ])("shows %j as text", (markdown) => {
    expect(rendered(markdown)).not.toMatch(loading);
    expect(quietMarkdown(markdown)).toContain("tracker.example");
  });

  it.each(["`", "![", "<a ", "~~~\n<a\n", "``` x\n![", "\\<b", "a `b\n\n![", "` `` ``` ![ "])(
    "keeps pace with a long text of %j",
    (unit) => {
      const time = (length: number): number => {
        const start = cpuTime();
        quietMarkdown(unit.repeat(Math.ceil(length / unit.length)));
        return cpuTime() - start;
      };
      time(1_000);
      expect(time(1_000_000)).toBeLessThan(1000);
      expect(time(90_000)).toBeLessThan(1000);
    },
  );
});
