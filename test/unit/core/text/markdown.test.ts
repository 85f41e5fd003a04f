// What renderMarkdown lets through, and a table of everything that it must not.
import { describe, expect, test } from "vitest";
import { renderMarkdown, safeHref } from "../../../../src/core/text/markdown";
import { cpuTime } from "../../../support/cpuTime";

describe("ordinary Markdown", () => {
  test.each([
    ["Plain *em* **strong** `code`", "<p>Plain <em>em</em> <strong>strong</strong> <code>code</code></p>\n"],
    ["# Title", "<h1>Title</h1>\n"],
    ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"],
    ["- [x] done\n- [ ] open", "<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>\n"],
    ["a & b < c &copy; &lt;d&gt;", "<p>a &amp; b &lt; c &copy; &lt;d&gt;</p>\n"],
    [
      "[paper](https://arxiv.org/abs/1706.03762)",
      '<p><a href="https://arxiv.org/abs/1706.03762" rel="noopener noreferrer">paper</a></p>\n',
    ],
    [
      '[a](http://x.org/?a=1&amp;b=2 "T")',
      '<p><a href="http://x.org/?a=1&#38;b=2" title="T" rel="noopener noreferrer">a</a></p>\n',
    ],
    ["<https://x.org>", '<p><a href="https://x.org" rel="noopener noreferrer">https://x.org</a></p>\n'],
    ["see https://x.org now", '<p>see <a href="https://x.org" rel="noopener noreferrer">https://x.org</a> now</p>\n'],
    ["[mail](mailto:a@b.org)", '<p><a href="mailto:a@b.org" rel="noopener noreferrer">mail</a></p>\n'],
    ["[*nested*](https://x.org)", '<p><a href="https://x.org" rel="noopener noreferrer"><em>nested</em></a></p>\n'],
    ['```js\nif (a < b) x("&");\n```', "<pre><code>if (a &#60; b) x(&#34;&#38;&#34;);\n</code></pre>\n"],
    ["List<T> stays", "<p>List&#60;T&#62; stays</p>\n"],
    ["", ""],
  ])("%j", (source, html) => {
    expect(renderMarkdown(source)).toBe(html);
  });
});

/** Sources that try to run, load or navigate. None may leave an element or attribute beyond the allowed ones. */
const attacks: readonly string[] = [
  "<script>alert(1)</script>",
  "<script>\nalert(1)\n</script>",
  "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
  "text <img src=x onerror=alert(1)> text",
  "<img src=x onerror=alert(1)//",
  "<svg/onload=alert(1)>",
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<a href=javascript:alert(1)>x</a>",
  "<a\nhref='javascript:alert(1)'>x</a>",
  "<style>@import '//evil.example/x.css'</style>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<base href=//evil.example/>",
  "<form action=//evil.example><button>go</button></form>",
  "<details open ontoggle=alert(1)>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<!--><img src=x onerror=alert(1)>-->",
  "<!-- --!><img src=x onerror=alert(1)> -->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<?php <img src=x onerror=alert(1)> ?>",
  "<!DOCTYPE html [<!ENTITY x '<img src=x onerror=alert(1)>'>]>",
  "<div\n\n<img src=x onerror=alert(1)>",
  "`<img src=x onerror=alert(1)>`",
  "```html\n<img src=x onerror=alert(1)>\n```",
  '```"><img/src=x/onerror=alert(1)>\nx\n```',
  "    <img src=x onerror=alert(1)>",
  "| <img src=x onerror=alert(1)> |\n|---|\n| <script>alert(1)</script> |",
  "# <img src=x onerror=alert(1)>",
  "> <img src=x onerror=alert(1)>",
  "- <img src=x onerror=alert(1)>",
  "&lt;img src=x onerror=alert(1)&gt;",
  "&#60;img src=x onerror=alert(1)&#62;",
  "\\<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](  javascript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](<\u0001javascript:alert(1)>)",
  "[x](<\u00a0javascript:alert(1)>)",
  "[x](java&#115;cript:alert(1))",
  "[x](java&#x73;cript:alert(1))",
  "[x](java&#0000115cript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](javascript&#58;alert(1))",
  "[x](javascript&amp;colon;alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](java&NewLine;script:alert(1))",
  "[x](java%0ascript:alert(1))",
  "[x](javascript%3Aalert(1))",
  "[x](java\\script:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](data&colon;text/html,<script>)",
  "[x](file:///etc/passwd)",
  "[x](vscode://evil.extension/run)",
  "[x](command:workbench.action.quit)",
  "[x](vscode-resource:/etc/passwd)",
  "[x](blob:https://x.org/1)",
  "[x](ftp://x.org)",
  "[x](//evil.example)",
  "[x](/absolute)",
  "[x](relative.md)",
  "[x](#hash)",
  "[x]()",
  "[x](?q)",
  "[x](https:evil.example)",
  "[x](http:\\\\evil.example)",
  "<javascript:alert(1)>",
  "<data:text/html,x>",
  "[x][r]\n\n[r]: javascript:alert(1)",
  "[r]: javascript:alert(1)\n[r]",
  "![x](https://evil.example/track.png)",
  "![x](javascript:alert(1))",
  '!["><img src=x onerror=alert(1)>](x)',
  "![&quot;&gt;&lt;img src=x onerror=alert(1)&gt;](x)",
  '![x](x "\\"><img src=x onerror=alert(1)>")',
  "[![x](https://evil.example/t.png)](javascript:alert(1))",
  '[x](https://x.org "\\" onmouseover=alert(1) x=\\"")',
  '[x](https://x.org "&quot; onmouseover=alert(1) x=&quot;")',
  "[x](https://x.org '\"onmouseover=alert(1)')",
  '[x](https://x.org/"onmouseover="alert(1))',
  '[x](<https://x.org/"><img src=x onerror=alert(1)>>)',
  "[<img src=x onerror=alert(1)>](https://x.org)",
  'https://x.org/"onmouseover=alert(1)',
  "https://x.org/<img/src=x/onerror=alert(1)>",
  "www.x.org/'\"onmouseover=alert(1)",
  'a@b.org"onmouseover=alert(1)',
  "- [x] <input autofocus onfocus=alert(1)>",
  "~~<img src=x onerror=alert(1)>~~",
  "**<b onclick=alert(1)>**",
  "\u0000<img src=x onerror=alert(1)>",
  "<img src=x\u0000 onerror=alert(1)>",
  "\u202E<img src=x onerror=alert(1)>",
];

const plainTag = /\/?(?:p|em|strong|del|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td|a)|hr|br/;
const target = /https?:\/\/[^\s"<>]+|mailto:[^\s"<>]+/;
const link = `a href="(?:${target.source})"(?: title="[^"<>]*")? rel="noopener noreferrer"`;
const allowedTag = new RegExp(`^<(?:${plainTag.source}|${link})>$`);

describe("hostile Markdown", () => {
  test.each(attacks)("%j leaves only allowed tags", (source) => {
    const html = renderMarkdown(source);
    for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(allowedTag);
    expect(html.replace(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
  });

  test("raw HTML stays readable", () => {
    expect(renderMarkdown("<b>bold</b>")).toBe("<p>&#60;b&#62;bold&#60;/b&#62;</p>\n");
    expect(renderMarkdown("<div>\nx\n</div>")).toBe("<p>&#60;div&#62;\nx\n&#60;/div&#62;</p>\n");
  });

  test("an image from elsewhere is a link to it, any other one leaves its words, a refused link its text", () => {
    const link = (words: string): string => `<a href="https://x.org/c.png" rel="noopener noreferrer">${words}</a>`;
    expect(renderMarkdown("![a cat](https://x.org/c.png)")).toBe(`<p>${link("a cat")}</p>\n`);
    expect(renderMarkdown("![](https://x.org/c.png)")).toBe(`<p>${link("https://x.org/c.png")}</p>\n`);
    expect(renderMarkdown("![a cat](c.png)")).toBe("<p>a cat</p>\n");
    expect(renderMarkdown("[![a cat](https://x.org/c.png)](https://x.org/c.png)")).toBe(`<p>${link("a cat")}</p>\n`);
    expect(renderMarkdown("[read](notes.md)")).toBe("<p>read</p>\n");
  });

  test("an image that is at hand shows, and nothing else is ever loaded", () => {
    const data = "data:image/png;base64,AAAA";
    const pictures = (address: string): string | undefined =>
      ({ "c.png": data, "d.png": "https://x.org/d.png", "e.png": "data:text/html,x" })[address];
    expect(renderMarkdown('![a "cat"](c.png)', pictures)).toBe(`<p><img src="${data}" alt="a &#34;cat&#34;"></p>\n`);
    expect(renderMarkdown("![d](d.png)![e](e.png)![f](f.png)", pictures)).toBe("<p>def</p>\n");
    expect(renderMarkdown('<img src="c.png" onerror="x()" alt="a <b>">', pictures)).toContain("&#60;img");
    expect(renderMarkdown("<img onload=x() src='c.png' alt='a cat'>", pictures)).toBe(
      `<img src="${data}" alt="a cat">`,
    );
    expect(renderMarkdown('See <IMG src="c.png"/> and <img src="d.png">.', pictures)).toBe(
      `<p>See <img src="${data}" alt=""> and &#60;img src=&#34;d.png&#34;&#62;.</p>\n`,
    );
  });

  test("nesting thousands deep still shows the text", () => {
    const source = `${">".repeat(20_000)} deep <b>`;
    expect(renderMarkdown(source)).toContain("deep");
    expect(renderMarkdown(source)).not.toContain("<b>");
  });
});

describe("a text that would take long", () => {
  const repeated = (piece: string, length = 100_000): string =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

  test.each([
    ...[
      "!?",
      "[",
      "[](",
      "![",
      "](",
      "`",
      "`a",
      "*",
      "_",
      "*_",
      "*a_",
      "**a*b ",
      "~~a",
      "|",
      "|a|b|\n",
      "<",
      "<a ",
      "<!--",
    ],
    ...[
      ">",
      "> ",
      "- ",
      "1. ",
      "- a\n  ",
      "- a\nb\n",
      "&",
      "&#1",
      "#",
      "http://a ",
      "a@b",
      "\n",
      " ",
      "\t",
      "a\n",
      "```\n",
    ],
    ...["[a]: b\n", "(", "a\n===\n", "https://a.b/(", "[a][b]\n[b]: c\n", "<a href='", "\\", "* * "],
  ])("%j over and over is shown in time that grows with its length", (piece) => {
    for (const length of [100_000, 49_000, 10_000]) {
      for (const before of ["", "- ", "|a|\n|-|\n"]) {
        const source = before + repeated(piece, length);
        const started = cpuTime();
        const html = renderMarkdown(source);
        expect(cpuTime() - started).toBeLessThan(2000);
        expect(html.replace(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
      }
    }
  });

  test("is shown as it is written, escaped", () => {
    expect(renderMarkdown(repeated("*a_<b>"))).toBe(
      `<p>${repeated("*a_<b>").replaceAll("<", "&#60;").replaceAll(">", "&#62;")}</p>\n`,
    );
  });

  test("is not what people write: notes of 30,000 characters are rendered", () => {
    const notes =
      "A **bold** word, an *emphasised* one and `code` in a sentence.\n\n- one *item*\n- another\n\n".repeat(300);
    expect(renderMarkdown(notes)).toContain("<strong>bold</strong>");
  });
});

describe("safeHref", () => {
  test.each([
    ["HTTPS://X.org", "HTTPS://X.org"],
    [" https://x.org/a b", "https://x.org/ab"],
    ["https&#58;//x.org", "https://x.org"],
    ["ht\ntps://x.org", "https://x.org"],
    ["http://", undefined],
    ["https:///x", undefined],
    ["javascript://x.org/%0aalert(1)", undefined],
    ["mailto:", undefined],
    ["&#0;javascript:alert(1)", undefined],
    ["&#99999999;javascript:alert(1)", undefined],
  ])("%j → %j", (href, target) => {
    expect(safeHref(href)).toBe(target);
  });
});
