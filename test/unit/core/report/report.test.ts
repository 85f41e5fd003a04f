// The assignment report: what it says in each state, and that nothing in an answer or a model's words breaks out of it.
import { Marked } from "marked";
import { describe, expect, it } from "vitest";
import { newAmendment } from "../../../../src/core/attempts/amendments";
import type { Attempt, CheckedAttempt, GradedAttempt, SelfVerdict } from "../../../../src/core/attempts/attempt";
import type { Check } from "../../../../src/core/marks/check";
import type { Grade } from "../../../../src/core/marks/grade";
import { standingOf } from "../../../../src/core/attempts/standing";
import type { Question } from "../../../../src/core/roadmap/question";
import type { JsonReport } from "../../../../src/core/report/reportJson";
import {
  reportHtml,
  reportJson,
  reportMarkdown,
  type ReportData,
  type ReportEntry,
} from "../../../../src/core/report/report";
import { readRoadmap } from "../../../../src/core/reading/roadmapReader";
import { changed, sampleFolder, tcpQuestion } from "../reading/sampleRoadmap";

const roadmap = readRoadmap(
  sampleFolder({
    "transport/udp.md": changed(
      changed(tcpQuestion, "id: tcp", "id: udp"),
      "title: What TCP gives",
      "title: Why *UDP* at all?",
    ),
  }),
).roadmap;
if (!roadmap) throw new Error("the sample roadmap does not load");
const topic = roadmap.topics[0];
const [tcp, udp] = topic?.questions ?? [];
if (!topic || !tcp || !udp) throw new Error("the sample roadmap lacks its questions");

const answer = "Lost segments are sent again.\n\n# Not a heading of the report\n\n```\nunclosed fence\n";

const receipt = { answerHash: "a", rubricHash: "b", promptVersion: "p1", ms: 1 };

function graded(question: Question, change: Partial<Grade> = {}, text = answer): GradedAttempt {
  return {
    ...base(question, text),
    kind: "graded",
    grade: {
      verdicts: [
        {
          criterion: "reliable",
          verdict: "met",
          quotes: [{ start: 0, end: 29, text: text.slice(0, 29) }],
          remark: "Says what happens to lost data.",
        },
        { criterion: "order", verdict: "missed", quotes: [], remark: "Nothing is said of it." },
      ],
      errors: [],
      summary: "",
      flags: [],
      ...change,
    },
    receipt: { ...receipt, grader: "model", model: "qwen3:8b", qualification: "qualified" },
  };
}

function checked(question: Question, observations: Check["observations"] = [], text = answer): CheckedAttempt {
  return {
    ...base(question, text),
    kind: "checked",
    check: {
      criteria: [
        { criterion: "reliable", found: true, quotes: [{ start: 0, end: 29, text: text.slice(0, 29) }] },
        { criterion: "order", found: false, quotes: [] },
      ],
      observations,
    },
    receipt: { ...receipt, grader: "check" },
  };
}

function base(question: Question, text: string) {
  return {
    version: 2,
    id: "20261123T060000000Z-abcd12",
    key: { roadmap: "networks", question: question.id },
    at: "2026-11-23T06:00:00.000Z",
    answer: text,
    asked: { title: question.title, prompt: question.prompt },
  } as const;
}

/** An entry of an attempt, marked by the learner as `marks` says. */
const entryOf = (attempt: Attempt, marks: Readonly<Record<string, SelfVerdict>> = {}): ReportEntry => {
  const amendments = Object.entries(marks).map(([criterion, verdict], n) =>
    newAmendment(
      attempt,
      { kind: "mark", criterion, verdict },
      { now: new Date(Date.UTC(2026, 10, 23, 7, n)), random: "beef01" },
    ),
  );
  return { topic, question: tcp, answer, standing: standingOf(attempt, amendments, tcp), stale: false };
};

const report = (...entries: readonly ReportEntry[]): ReportData => ({
  roadmap,
  entries,
  at: "2026-11-23T06:30:12.000Z",
  lang: "en",
});
const empty: ReportEntry = { topic, question: udp, stale: false };

/** The headings that a Markdown reader sees outside quotes. */
const headings = (markdown: string): string[] =>
  new Marked()
    .lexer(markdown)
    .flatMap((token) =>
      token.type === "heading" ? [`${"#".repeat(token["depth"] as number)} ${String(token["text"])}`] : [],
    );

describe("the Markdown report", () => {
  it("is laid out as an assignment: title, question, answer, feedback, unanswered at the end", () => {
    const text = reportMarkdown(report(entryOf(graded(tcp)), empty));
    expect(headings(text)).toEqual([
      "# Networks roadmap",
      "## 1. What TCP gives",
      "### Answer",
      "### Feedback",
      "## Not answered yet",
    ]);
    expect(text).toContain(
      "\n> Lost segments are sent again.\n>\n> # Not a heading of the report\n>\n> ```\n> unclosed fence\n",
    );
    expect(text).toContain("**2 so far · qwen3:8b**\n");
    expect(text).toContain(
      "- ✓ **Good · what happens to lost data** (2 of 2 marks) “Lost segments are sent again.” — ",
    );
    expect(text).toMatch(/^- ○ \*\*Missing · order\*\* \(0 of 1 mark; the best 2 of 3 count\) — Nothing/m);
    expect(text).toContain("- Why \\*UDP\\* at all? · Transport · 4 marks\n");
    expect(text).toMatch(/Made on Nov 23, 2026, 6:30\sAM UTC\./);
    expect(reportMarkdown({ ...report(empty), lang: "de" })).toContain("Made on 23.11.2026, 06:30 UTC.");
  });

  it("keeps a model's marks, one's own and what is not judged apart", () => {
    const own = entryOf(checked(tcp), { reliable: "partly", order: "met" });
    const text = reportMarkdown(report(entryOf(graded(tcp)), own, empty));
    expect(text).toContain("Marks: 2 by a model · 2 marked by you · ");
    expect(text).toContain("Graded by a model: 1. Marked by the learner: 1.");
    expect(text).toMatch(/✓ \*\*Yes · order\*\* \(1 of 1 mark; [^)]*, marked by you\)/);
  });

  it("shows both words where the learner sees it otherwise than the model", () => {
    const text = reportMarkdown(report(entryOf(graded(tcp), { reliable: "missed" })));
    expect(text).toContain("○ **No · what happens to lost data** (0 of 2 marks, marked by you, the model: Good)");
  });

  it("judges nothing of a check", () => {
    const text = reportMarkdown(report(entryOf(checked(tcp, [{ id: "list-of-terms" }]))));
    expect(text).toContain("**1 of 2 ideas spoken of · not judged**");
    expect(text).toContain("- • **Speaks of: what happens to lost data** “Lost segments are sent again.”");
    expect(text).toContain("- – **Not found: order**");
    expect(text).toContain("list of terms");
    expect(text).not.toMatch(/[✓✗◐○]|\d \/ \d|of 2 marks/);
  });
});

describe("the Markdown report of what has changed, or was not judged", () => {
  it("says that stale feedback is of an earlier text, and shows both texts", () => {
    const text = reportMarkdown(report({ ...entryOf(graded(tcp)), answer: "Now something else.", stale: true }));
    expect(text).toContain("> Now something else.");
    expect(text).toContain("This feedback is about the earlier text below");
    expect(text.indexOf("**The text that it is about**")).toBeLessThan(text.indexOf("> Lost segments are sent again."));
    expect(text).toContain("where the answer has changed since: 1.");
  });

  it("shows a range as a range", () => {
    const unclear = graded(tcp, {
      verdicts: [{ criterion: "reliable", verdict: "unclear", quotes: [], remark: "Could be either." }],
    });
    const text = reportMarkdown(report(entryOf(unclear)));
    expect(text).toContain("**0–2 so far · qwen3:8b**\n\n*The marks are a range");
  });

  it("shows an answer that was never checked or graded, without marks", () => {
    const text = reportMarkdown(report({ topic, question: tcp, answer: "A draft.", stale: false }));
    expect(text).toContain("> A draft.");
    expect(text).toContain("### Feedback\n\nNot checked or graded yet.");
    expect(text).toContain("Marks: 4 not judged of 4.");
  });

  it("counts a blank answer as unanswered, and one that was emptied after a grading as stale", () => {
    expect(headings(reportMarkdown(report({ ...empty, answer: " \n" })))).toEqual([
      "# Networks roadmap",
      "## Not answered yet",
    ]);
    const emptied: ReportEntry = { ...entryOf(graded(tcp)), answer: "", stale: true };
    expect(reportMarkdown(report(emptied))).toContain("The answer has been emptied.");
  });
});

describe("the Markdown report held against what it is given", () => {
  it("shows the question as it was asked and says that it has changed", () => {
    const old: Attempt = { ...graded(tcp), asked: { title: "Old title", prompt: "Old prompt?" } };
    const text = reportMarkdown(report(entryOf(old)));
    expect(text).toContain("## 1. Old title\n\n*Transport · 4 marks*\n\n> Old prompt?");
    expect(text).toContain("The question has changed since it was graded");
  });

  it.each([
    "## Feedback\n\n**4 / 4**",
    "Setext\n===\n\nTwo\n---",
    "<!-- never closed",
    "~~~\nnever closed",
    "<div><details>\n\n# x",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "- list\n\n      code\n1. one",
    "\ttabbed\r\n\r\nold Mac\rline",
    "[Feedback]: https://evil.example\n\n[1]: <javascript:alert(1)>",
    "> quoted\nlazy",
    "</blockquote></section>",
  ])("keeps its headings whatever the answer holds: %j", (text) => {
    const markdown = reportMarkdown(report({ ...entryOf(graded(tcp, { verdicts: [] }, text)), answer: text }, empty));
    expect(headings(markdown)).toEqual([
      "# Networks roadmap",
      "## 1. What TCP gives",
      "### Answer",
      "### Feedback",
      "## Not answered yet",
    ]);
    // Raw tags are shown as text.
    const shown = markdown.replaceAll("\\<", "<");
    for (const line of text.split(/\r\n|\r|\n/).filter((l) => l !== "")) expect(shown).toContain(`> ${line}`);
  });

  it("keeps its structure whatever a model says", () => {
    const nasty = "# Won\n\n## 4 / 4 <img src=x onerror=alert(1)> [click](command:evil) ```";
    const markdown = reportMarkdown(
      report(
        entryOf(
          graded(tcp, {
            summary: nasty,
            verdicts: [{ criterion: "reliable", verdict: "met", quotes: [], remark: nasty }],
            errors: [{ quotes: [], remark: nasty }],
          }),
        ),
      ),
    );
    expect(headings(markdown)).toHaveLength(4);
    const html = new Marked().parse(markdown, { async: false });
    expect(html).not.toMatch(/<img|href="command/);
  });
});

describe("the Markdown report of pictures and of documents that are gone", () => {
  it("loads no picture of an answer or a prompt", () => {
    const text = "![p](https://tracker.example/p.gif)\n\n<img src=//tracker.example/p.gif>";
    const old: Attempt = { ...graded(tcp, { verdicts: [] }, text), asked: { title: "T", prompt: text } };
    const html = new Marked().parse(reportMarkdown(report({ ...entryOf(old), answer: text })), { async: false });
    expect(html).not.toContain("<img");
    expect(html.match(/tracker/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it("shows the graded text where the document is gone or has lost its answer line", () => {
    const text = reportMarkdown(
      report({ topic, question: tcp, standing: standingOf(graded(tcp), [], tcp), stale: false }),
    );
    expect(text).toContain("> Lost segments are sent again.");
    expect(text).toContain("has lost its answer line");
    expect(text).not.toContain("emptied");
  });
});

describe("the HTML report", () => {
  it("is in the display language", () => {
    expect(reportHtml({ ...report(empty), lang: "pt-br" })).toContain('<html lang="pt-br">');
  });

  it("says what the Markdown report says", () => {
    const html = reportHtml(report(entryOf(graded(tcp)), empty));
    expect(html).toContain("<h1>Networks roadmap</h1>");
    expect(html).toContain("<h2>1. What TCP gives</h2>");
    expect(html).toContain('<strong class="marks">2 so far · qwen3:8b</strong>');
    expect(html).toContain("<q>Lost segments are sent again.</q>");
    expect(html).toContain("<li>Why *UDP* at all? · Transport · 4 marks</li>");
  });

  it("marks the phrases in the answer as the editor does, whole elements only, and says what the looks mean", () => {
    const text = "Lost **segments are** sent again.\n\n- one\n- two\n";
    const quotes = [{ start: 0, end: text.length - 1, text: text.slice(0, -1) }];
    const attempt = graded(tcp, { verdicts: [{ criterion: "reliable", verdict: "met", quotes, remark: "" }] }, text);
    const html = reportHtml(report({ ...entryOf(attempt), answer: text }));
    const body = /<div class="answer">([^]*?)<\/div>/.exec(html)?.[1] ?? "";
    expect(body.match(/<mark /g)?.length).toBeGreaterThan(3);
    expect(body).toContain('<mark class="met by-model" title="Good · what happens to lost data">segments are</mark>');
    // No element begins inside a mark and ends outside of it.
    expect(body).not.toMatch(/<mark [^>]*>[^<]*<(?!\/mark>)/);
    expect(html).toContain('<mark class="met by-model">Good</mark>');
    const check = reportHtml(report(entryOf(checked(tcp))));
    expect(check).toContain('<mark class="found by-check"');
    expect(check).not.toMatch(/class="(?:met|missed|partly|contradicted)/);
  });
});

const hostile = [
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[a](javascript:alert(1)) [b](JaVaScRiPt&colon;alert(1)) [c](data:text/html,x) [d](vbscript:x) <javascript:alert(1)>",
  '![p](https://tracker.example/p.gif "t")',
  "</div></section></main></body><form action=//evil><style>body{display:none}</style>",
  "<svg/onload=alert(1)>",
  "```html\n</code></pre><script>x</script>\n```",
  "`</code><script>x</script>`",
  '[x](https://a.example/"onmouseover="alert(1))',
  "<a href='javascript:alert(1)'>x</a>",
  "| <script> |\n|---|\n| <iframe src=x> |",
];

const allowed = new Set(
  (
    "html head meta title style body main h1 h2 h3 h4 h5 h6 p section div span strong em del ul ol li q br a mark " +
    "pre code blockquote table thead tbody tr th td hr"
  ).split(" "),
);

describe("the HTML report held against what it is given", () => {
  it("puts the answer's headings below its own", () => {
    const html = reportHtml(report(entryOf(graded(tcp))));
    expect(html).toContain("<h4>Not a heading of the report</h4>");
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it.each(hostile)("neither runs nor loads anything: %j", (text) => {
    const asked = { title: text, prompt: text };
    const grade = {
      summary: text,
      verdicts: [
        {
          criterion: text,
          verdict: "met" as const,
          quotes: [{ start: 0, end: text.length, text }],
          remark: text,
        },
      ],
      errors: [{ quotes: [], remark: text }],
    };
    const entry: ReportEntry = {
      topic: { ...topic, title: text },
      question: { ...tcp, title: text, prompt: text },
      answer: text,
      standing: standingOf({ ...graded(tcp, grade, text), asked }, [], tcp),
      stale: true,
    };
    const html = reportHtml({
      ...report(entry, { ...empty, question: { ...udp, title: text } }),
      roadmap: { ...roadmap, title: text },
    });
    const tags = [...html.matchAll(/<\/?([a-z][\w-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>/gi)];
    for (const [tag, name = "", attributes = ""] of tags) {
      expect(allowed.has(name.toLowerCase()), tag).toBe(true);
      // Names only: what stands between quotes is text.
      const names = attributes.replace(/="[^"]*"/g, "=");
      expect(names, tag).not.toMatch(/\son\w+|\sstyle=|\ssrc=|\saction=/i);
      const href = /href="([^"]*)"/.exec(attributes)?.[1];
      if (href !== undefined) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
    }
    // Every "<" that is left opens one of those tags, the doctype, or stands in the style sheet.
    expect(html.split("<").length - 1).toBe(tags.length + 1);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html.match(/<\/(main|body|html)>/g)).toHaveLength(3);
  });

  it("shows a prompt's picture in every format that is read, and loads none", () => {
    const data = "data:image/png;base64,AAAA";
    const prompt = "Look: ![the net](net.png) ![far](https://x.org/far.png) ![lost](lost.png) <img src=x>";
    const entry = { ...entryOf(graded(tcp)), pictures: { folder: "t", sources: new Map([["t/net.png", data]]) } };
    const { standing, ...unjudged } = { ...entry, question: { ...entry.question, prompt } };
    expect(standing).toBeDefined();
    const html = reportHtml(report(unjudged));
    expect(html.match(/<img [^>]*>/g)).toEqual([`<img src="${data}" alt="the net">`]);
    const markdown = reportMarkdown(report(unjudged));
    expect(markdown).toContain(`Look: ![the net](${data}) \\![far](https://x.org/far.png) \\![lost](lost.png) \\<img`);
  });

  it("shows the learner's own pictures in the page, and none from elsewhere", () => {
    const data = "data:image/png;base64,AAAA";
    const answer = "My sketch: ![sketch](image.png) ![far](https://x.org/far.png) ![lost](lost.png)";
    const answerPictures = { folder: "", sources: new Map([["image.png", data]]) };
    const { standing, ...unjudged } = { ...entryOf(graded(tcp)), answer, answerPictures };
    expect(standing).toBeDefined();
    const html = reportHtml(report(unjudged));
    expect(html.match(/<img [^>]*>/g)).toEqual([`<img src="${data}" alt="sketch">`]);
    // A document to edit says where the picture is.
    expect(reportMarkdown(report(unjudged))).not.toContain("base64");
  });

  it("is one file with a policy that forbids scripts and loading, and styles for dark and paper", () => {
    const html = reportHtml(report(entryOf(graded(tcp))));
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<link|<script|@import|url\(/);
    expect(html).toContain("@media print");
    expect(html).toContain("prefers-color-scheme: dark");
  });
});

describe("the JSON report", () => {
  it("has a version, the state of each question, answers byte for byte, and whole attempts", () => {
    const json = JSON.parse(
      reportJson(
        report(entryOf(graded(tcp), { order: "met" }), empty, { topic, question: tcp, answer: "x\r\n", stale: false }),
      ),
    ) as JsonReport;
    expect(json).toMatchObject({
      version: 2,
      at: "2026-11-23T06:30:12.000Z",
      roadmap: { id: "networks", title: "Networks" },
      tally: { model: { low: 2, high: 2 }, own: 1, max: 12 },
    });
    expect(json.questions.map((q) => [q.id, q.state, q.answer])).toEqual([
      ["tcp", "marked", answer],
      ["udp", "unanswered", undefined],
      ["tcp", "not-checked", "x\r\n"],
    ]);
    expect(json.questions[0]?.attempt).toEqual(graded(tcp));
    expect(json.questions[0]?.amendments).toHaveLength(1);
  });
});
