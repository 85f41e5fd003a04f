// One answer, whatever its file's bytes are: encodings, line ends, blanks and where it is kept change neither its hash
// nor where its question stands, and every word of it is found where it was.
import fc from "fast-check";
import { expect, it } from "vitest";
import { answerHeader, isBlank, parseAnswerDocument } from "../../../../src/core/answer/answer";
import { quoteMover } from "../../../../src/core/feedback/sameAnswer";
import { answerHash } from "../../../../src/core/text/hash";
import { questionState } from "../../../../src/core/progress/progress";
import { decodeOwn, ownEncoding } from "../../../../src/host/storage/answerBytes";
import { AnswerFiles } from "../../../../src/host/storage/answerFiles";
import { copyAll } from "../../../../src/host/storage/moveFiles";
import { answerPath } from "../../../../src/host/storage/paths";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { encode, encodings, fit, settingFor } from "../../../support/encodings";
import { MemoryFiles } from "../../../support/memoryFiles";
import { samplePlaced } from "../../core/roadmap/samplePlaced";

const key = { roadmap: "generative-ai", question: "mode-collapse" };
const header = answerHeader(samplePlaced(), { marks: "4 marks", instruction: "Write below." });
const path = answerPath(key);

/** Another program's file of the same answer. */
interface Variant {
  readonly encoding: string;
  readonly lineEnd: string;
  readonly finalNewline: boolean;
  readonly trailing: string;
  readonly form: "NFC" | "NFD";
  /** Kept in a study folder, or moved from there into the tutor's own. */
  readonly moved: boolean;
}

const word = fc.oneof(
  fc.constantFrom(
    "café",
    "naïve",
    "Größe",
    "ça",
    "模型",
    "生成器",
    "samples",
    "List<T>",
    "`a=1`",
    "–",
    "“few”",
    "€",
    "😀",
    "ﬁ",
  ),
  fc.string({ minLength: 1, maxLength: 8 }).map((text) => text.replaceAll(/\s/g, "_")),
);
const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
const answers = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join("\n"));
const variants = fc.record<Variant>({
  encoding: fc.constantFrom(...encodings),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  finalNewline: fc.boolean(),
  trailing: fc.constantFrom("", "  ", "\t"),
  form: fc.constantFrom("NFC", "NFD"),
  moved: fc.boolean(),
});

/** The document's text as that program writes it: letters composed where its encoding has no others. */
function written(answer: string, { encoding, lineEnd, finalNewline, trailing, form }: Variant): string {
  const body = answer.split("\n").join(`${trailing}\n`) + (finalNewline ? "\n\n" : "");
  const formed = settingFor(encoding) === "utf-8" ? body.normalize(form) : body;
  return (header + formed).replaceAll("\n", lineEnd);
}

/** The answer's files below a new folder, read as VS Code is set for that encoding. */
function home(encoding: string): {
  readonly files: MemoryFiles;
  readonly folder: SafeFolder;
  readonly answers: AnswerFiles;
} {
  const files = new MemoryFiles();
  const folder = new SafeFolder(files);
  const setting = new TextDecoder(settingFor(encoding));
  const asEditor = (bytes: Uint8Array) => Promise.resolve(decodeOwn(bytes) ?? setting.decode(bytes));
  return { files, folder, answers: new AnswerFiles(folder, undefined, asEditor) };
}

it("is the same answer in every encoding, with any line ends, in both homes", async () => {
  let compared = 0;
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(answers, variants, async (any, variant) => {
      const answer = fit(any, variant.encoding);
      const bytes = encode(written(answer, variant), variant.encoding);
      fc.pre(bytes !== undefined && !isBlank(answer));
      const study = home(variant.encoding);
      study.files.put(path, bytes);
      const own = home(variant.encoding);
      if (variant.moved) await copyAll(study.folder, own.folder, "2026-11-25");
      const kept = (variant.moved ? own : study).answers;
      const read = (await kept.read(key)) ?? "";
      expect(answerHash(read)).toBe(answerHash(answer));
      const state = (await kept.states()).get("generative-ai/mode-collapse");
      const latest = { ...graded, answerHash: answerHash(answer) };
      expect(questionState({ answer: state, latest })).toBe("graded");
      // Of texts that hold the same letters every word stands where it was.
      const last = /\S+\s*$/.exec(answer)?.index ?? 0;
      const quote = { start: last, end: answer.trimEnd().length, text: answer.slice(last).trimEnd() };
      const moved = quoteMover(answer, read)?.(quote);
      expect(moved?.text.normalize("NFC")).toBe(quote.text.normalize("NFC"));
      compared += 1;
      seen.set(variant.encoding, (seen.get(variant.encoding) ?? 0) + 1);
    }),
    { numRuns: 1_000 },
  );
  expect(compared).toBe(1_000);
  for (const encoding of encodings) expect(seen.get(encoding), encoding).toBeGreaterThan(50);
});

it("knows what bytes show of themselves, and what they do not", () => {
  const text = written("Für alle: 10 è", plain);
  expect(encodings.map((name) => ownEncoding(encode(text, name) ?? new Uint8Array()))).toEqual([
    "utf-8",
    "utf-8",
    "utf-16le",
    "utf-16be",
    "utf-16le",
    undefined,
    undefined,
  ]);
  expect(parseAnswerDocument(decodeOwn(encode(text, "utf-16be") ?? new Uint8Array()) ?? "").kind).toBe("answer");
});

const plain: Variant = {
  encoding: "utf-8",
  lineEnd: "\n",
  finalNewline: true,
  trailing: "",
  form: "NFC",
  moved: false,
};
const graded = {
  id: "a",
  key,
  at: "2026-11-25T00:00:00.000Z",
  kind: "graded" as const,
  judged: [],
};
