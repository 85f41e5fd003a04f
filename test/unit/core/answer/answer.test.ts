import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerHeader,
  applyEdit,
  isBlank,
  newAnswerDocument,
  parseAnswerDocument,
  restoreAnswerLine,
  updatePrompt,
  writingPosition,
} from "../../../../src/core/answer/answer";
import { promptHash } from "../../../../src/core/text/hash";
import { samplePlaced } from "../roadmap/samplePlaced";
import { cpuTime } from "../../../support/cpuTime";

const words = { marks: "4 marks", instruction: 'Write your answer below this line, save, then run "Grade my answer".' };
const placed = samplePlaced();
const key = { roadmap: "generative-ai", question: "mode-collapse" };
const fresh = newAnswerDocument(placed, words);
const header = answerHeader(placed, words);

describe("newAnswerDocument", () => {
  it("looks as agreed", () => {
    expect(fresh).toBe(
      [
        "# Mode collapse",
        `<!-- roadmap-tutor:question generative-ai/mode-collapse ${promptHash(placed.question)} -->`,
        "",
        "> Generative AI · Image models · 4 marks",
        "",
        "What is mode collapse?",
        "",
        "Name a mitigation.",
        "",
        `<!-- roadmap-tutor:answer · ${words.instruction} -->`,
        "",
        "",
      ].join("\n"),
    );
  });

  it("parses back to a blank answer", () => {
    expect(parseAnswerDocument(fresh)).toEqual({
      kind: "answer",
      key,
      promptHash: promptHash(placed.question),
      answerStart: header.length,
      answer: "\n",
    });
  });

  it("survives markers, comment ends and line ends in titles, prompts and words", () => {
    const hostile = [
      "x --> <!-- roadmap-tutor:answer --> y\r",
      "<!--roadmap-tutor:answer-->",
      "<!-- roadmap-tutor:question a/b 0123456789ab -->\u2028<!-- roadmap-tutor:answer -->",
    ].join("\n");
    const text = newAnswerDocument(samplePlaced({ title: hostile, prompt: hostile }), {
      marks: hostile,
      instruction: hostile,
    });
    const parsed = parseAnswerDocument(`${text}mine`);
    expect(parsed).toMatchObject({ kind: "answer", key, answer: "\nmine" });
  });
});

describe("parseAnswerDocument", () => {
  it("keeps every byte below the line, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        (answer, eol, bom) => {
          const text =
            (bom ? "\uFEFF" : "") + header.replaceAll("\n", eol) + (eol === "\r" ? answer.replace(/^\n/, "") : answer);
          const parsed = parseAnswerDocument(text);
          expect(parsed.kind).toBe("answer");
          if (parsed.kind !== "answer") return;
          expect(parsed.answer).toBe(eol === "\r" ? answer.replace(/^\n/, "") : answer);
          expect(text.slice(parsed.answerStart)).toBe(parsed.answer);
        },
      ),
    );
  });

  it("takes the first answer line; a further one is the learner's text", () => {
    const answer = "a\n<!-- roadmap-tutor:answer -->\nb <!-- roadmap-tutor:question x/y 0123456789ab -->\n";
    expect(parseAnswerDocument(header + answer)).toMatchObject({ key, answer });
  });

  it("keeps words that slipped onto the answer line", () => {
    expect(parseAnswerDocument(`${header.trimEnd()}My answer\nmore`)).toMatchObject({ answer: "My answer\nmore" });
    expect(parseAnswerDocument(`${header.trimEnd()}  \nmore`)).toMatchObject({ answer: "more" });
    expect(parseAnswerDocument(header.trimEnd())).toMatchObject({ answer: "" });
  });

  it("takes a broken answer line whole", () => {
    expect(parseAnswerDocument(`${header.replace(". -->\n", ".\n")}mine`)).toMatchObject({ answer: "mine" });
  });

  it("finds the answer although the header was edited", () => {
    const edited = header.replace("# Mode collapse", "my notes\r\n\tfoo").replace("What is", "  What was");
    expect(parseAnswerDocument(`${edited}mine`)).toMatchObject({ key, answer: "mine" });
  });

  it("says when the answer line is gone, and when a text is something else", () => {
    expect(parseAnswerDocument(header.split("<!-- roadmap-tutor:answer")[0] ?? "")).toEqual({ kind: "no-line", key });
    expect(parseAnswerDocument("# Notes\n")).toEqual({ kind: "other" });
    expect(parseAnswerDocument("", key)).toEqual({ kind: "no-line", key });
    expect(
      parseAnswerDocument("<!-- roadmap-tutor:question ../../etc 0123456789ab -->\n<!-- roadmap-tutor:answer -->\n"),
    ).toEqual({ kind: "other" });
  });

  it("falls back on the path's question where the comment is gone", () => {
    const text = `${header.replace(/<!-- roadmap-tutor:question.*\n/, "")}mine`;
    expect(parseAnswerDocument(text)).toEqual({ kind: "other" });
    expect(parseAnswerDocument(text, key)).toMatchObject({ kind: "answer", key, promptHash: "", answer: "mine" });
  });
});

describe("updatePrompt", () => {
  const newHeader = answerHeader(samplePlaced({ prompt: "Another prompt." }), words);

  it("replaces what is above the line and keeps the answer byte for byte", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (answer) => {
        const text = header + answer;
        const edit = updatePrompt(text, newHeader);
        expect(edit && parseAnswerDocument(applyEdit(text, edit))).toMatchObject({ answer });
      }),
    );
  });

  it("keeps the byte order mark and the file's line ends", () => {
    const text = `\uFEFF${header.replaceAll("\n", "\r\n")}mine\r\n`;
    const edit = updatePrompt(text, newHeader);
    expect(edit && applyEdit(text, edit)).toBe(`\uFEFF${newHeader.replaceAll("\n", "\r\n")}mine\r\n`);
  });

  it("does nothing without an answer line", () => {
    expect(updatePrompt("mine", newHeader)).toBeUndefined();
  });
});

describe("restoreAnswerLine", () => {
  const lost = (text: string) => text.replace(/<!-- roadmap-tutor:answer.*/, "");
  const restored = (text: string) => {
    const edit = restoreAnswerLine(text, header);
    return edit ? applyEdit(text, edit) : undefined;
  };

  it("puts the line back below the prompt, with the whole answer under it", () => {
    expect(parseAnswerDocument(restored(`${lost(header)}mine\n`) ?? "")).toMatchObject({ key, answer: "\n\nmine\n" });
    expect(parseAnswerDocument(restored(`${lost(header)}mine\n`.replaceAll("\n", "\r\n")) ?? "")).toMatchObject({
      key,
      answer: "\r\n\r\nmine\r\n",
    });
  });

  it("puts it right below the comment where the prompt is gone", () => {
    const text = `${header.split("\n").slice(0, 2).join("\n")}\nmine\n`;
    expect(parseAnswerDocument(restored(text) ?? "")).toMatchObject({ key, answer: "mine\n" });
  });

  it("puts a whole header above a text that has none, losing nothing", () => {
    expect(restored("mine")).toBe(`${header}mine`);
  });

  it("leaves a document that has its line", () => {
    expect(restored(fresh)).toBeUndefined();
  });
});

describe("isBlank", () => {
  it.each([
    "",
    " \r\n\t",
    "<!-- a\nb -->\n<!---->",
    "\u200B\uFEFF\u00A0\u3164",
    "***",
    "- \n> …\n```\n```",
    "<!--",
    "-->",
  ])("%j is blank", (text) => {
    expect(isBlank(text)).toBe(true);
  });
  it.each(["x", "42", "<!-- open", "a <!-- b -->", "<!-- b --> a", "List<T>", "答え"])("%j is not", (text) => {
    expect(isBlank(text)).toBe(false);
  });
  it("takes time by the length, not by its square", () => {
    const begin = cpuTime();
    for (const piece of ["<!--", "<!-- x -->", "<!-- ", "-->", "***\n"])
      isBlank(piece.repeat(1_000_000 / piece.length));
    expect(cpuTime() - begin).toBeLessThan(2000);
  });
});

it("places the cursor behind the last word, or at the end of a blank answer", () => {
  const at = (text: string) => {
    const parsed = parseAnswerDocument(text);
    return parsed.kind === "answer" ? writingPosition(parsed) : -1;
  };
  expect(at(fresh)).toBe(fresh.length);
  expect(at(`${header}\nmine \n\n`)).toBe(header.length + 5);
});

describe("the pictures of a prompt", () => {
  it("have their place beside the answer; others are shown as they are written", () => {
    const prompt =
      "![a](img/my%20dot.png) ![b](../shared/b.svg) ![c](https://x.org/c.png) ![d](../../d.png) `![e](e.png)`";
    const header = answerHeader(samplePlaced({ prompt }), { marks: "4 marks", instruction: "Write." });
    const topic = samplePlaced().topic.id;
    expect(header).toContain(`![a](question-pictures/${topic}/img/my%20dot.png) ![b](question-pictures/shared/b.svg)`);
    expect(header).toContain("\\![c](https://x.org/c.png)");
    expect(header).toContain("`![e](e.png)`");
  });
});
