// A prompt in a document that a preview renders fetches nothing from elsewhere, and reads as it was written else.
import { Marked, type Token } from "marked";
import { describe, expect, it } from "vitest";
import { newAnswerDocument } from "../../../../src/core/answer/answer";
import { withoutRemotePictures } from "../../../../src/core/roadmap/remotePictures";
import { referencePage } from "../../../../src/core/report/referencePage";
import { samplePlaced, sampleQuestion } from "./samplePlaced";

/** Places that a renderer would fetch a picture from, and raw tags that have an attribute with a value. */
function fetched(markdown: string): string[] {
  const marked = new Marked();
  const found: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === "image") found.push(String(token["href"]));
    if (token.type === "html" && /<style|<[a-z][^>]*=/i.test(token.raw)) found.push(token.raw);
  });
  return found;
}

const hostile = [
  "![](https://tracker.example/p.png)",
  "![a](  <//tracker.example/p.png>)",
  '![a](https://tracker.example/p.png "title")',
  "![a](ht&#116;ps://tracker.example/p.png)",
  "![a](\\//tracker.example/p.png)",
  "![a][b]\n\n[b]: https://tracker.example/p.png",
  "![b]\n\n[b]: https://tracker.example/p.png",
  "[![a](https://tracker.example/p.png)](https://example.org)",
  "![a [b] c](https://tracker.example/p.png)",
  '<img alt=">" src="https://tracker.example/p.png">',
  '<img\nsrc="https://tracker.example/p.png">',
  "<p style='background:url(https://tracker.example)'>x</p>",
  "<style>p { background: url(https://tracker.example) }</style>",
  `<img ${"x ".repeat(2_000)}src=https://tracker.example/p.png>`,
  "``` ![a](https://tracker.example/p.png) ````",
];

describe("a prompt above an answer", () => {
  it.each(hostile)("fetches nothing from elsewhere: %j", (prompt) => {
    expect(fetched(withoutRemotePictures(prompt))).toEqual([]);
    const document = newAnswerDocument(samplePlaced({ prompt }), { marks: "2 marks", instruction: "Write." });
    expect(fetched(document)).toEqual([]);
    expect(document).toContain("tracker.example");
  });

  it.each([
    "See ![the table](pictures/table.png) and ![](<a b.png>)",
    "`List<T>` and List<T>, `![x](https://x.org)`, <https://example.org/?a=b>",
    "```html\n<img src=https://example.org/a.png>\n```",
    "1 <2 and <br> and <kbd>x</kbd> and x!",
  ])("reads as it was written: %j", (prompt) => {
    if (!prompt.includes("a b.png")) expect(withoutRemotePictures(prompt)).toBe(prompt);
    expect(fetched(withoutRemotePictures("![the table](pictures/table.png)"))).toEqual(["pictures/table.png"]);
  });
});

describe("the page with the reference", () => {
  it("shows the pictures that lie beside the question, in prompt and reference", () => {
    const sources = new Map([["t/a.png", "data:image/png;base64,AAAA"]]);
    const page = referencePage(
      { title: "Title", prompt: "![a](a.png)", reference: "![again](./a.png) ![gone](b.png)", criteria: [] },
      { reference: "Reference answer", criteria: "What earns marks" },
      { folder: "t", sources },
    );
    expect(fetched(page)).toEqual(["data:image/png;base64,AAAA", "data:image/png;base64,AAAA"]);
  });

  it.each(hostile)("loads nothing: %j", (text) => {
    const criteria = sampleQuestion().criteria.map((criterion) => ({ ...criterion, statement: text }));
    const page = referencePage(
      { title: text.replaceAll("\n", " "), prompt: text, reference: text, criteria },
      { reference: "Reference answer", criteria: "What earns marks" },
    );
    expect(fetched(page)).toEqual([]);
  });
});
