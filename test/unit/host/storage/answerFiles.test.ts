import { expect, it } from "vitest";
import { answerHeader } from "../../../../src/core/answer";
import { answerState } from "../../../../src/core/progress";
import { AnswerFiles } from "../../../../src/host/storage/answerFiles";
import { answerPath, attemptPath, keyOfAnswerFile } from "../../../../src/host/storage/paths";
import { SafeFolder } from "../../../../src/host/storage/safeFolder";
import { NodeFiles } from "../../../support/nodeFiles";
import { tempFolder } from "../../../support/tempFolder";
import { samplePlaced } from "../../core/samplePlaced";

const key = { roadmap: "generative-ai", question: "mode-collapse" };
const header = answerHeader(samplePlaced(), { marks: "4 marks", instruction: "Write." });
const bytes = (text: string) => new TextEncoder().encode(text);

async function setUp() {
  const files = new NodeFiles(await tempFolder());
  return { files, answers: new AnswerFiles(new SafeFolder(files)) };
}

it("gives the answer back byte for byte", async () => {
  const { answers } = await setUp();
  const answer = "List<T> & <b>\r\n\u{1F600}\n\n";
  await answers.writeDocument(key, bytes(header + answer));
  expect(await answers.read(key)).toBe(answer);
  expect(await answers.read({ ...key, question: "other" })).toBeUndefined();
  expect(await answers.keys()).toEqual([key]);
});

it("reads a file for progress again only after it changed", async () => {
  const { files, answers } = await setUp();
  await answers.writeDocument(key, bytes(`${header}one`));
  expect(await answers.states()).toEqual(new Map([["generative-ai/mode-collapse", answerState("one")]]));
  const reads = files.counts.read;
  await answers.states();
  expect(files.counts.read).toBe(reads);
  await answers.writeDocument(key, bytes(`${header}three`));
  expect((await answers.states()).get("generative-ai/mode-collapse")).toEqual(answerState("three"));
});

it("counts a document without its answer line as a draft, never as nothing", async () => {
  const { answers } = await setUp();
  await answers.writeDocument(key, bytes("my text"));
  expect((await answers.states()).get("generative-ai/mode-collapse")?.blank).toBe(false);
});

it("makes paths of ids only, valid on every system", () => {
  expect(answerPath(key)).toBe("answers/generative-ai/mode-collapse.md");
  expect(answerPath({ roadmap: "con", question: "nul" })).toBe("answers/_con/_nul.md");
  expect(keyOfAnswerFile("_con/_nul.md")).toEqual({ roadmap: "con", question: "nul" });
  for (const question of ["..", "a/b", "a\\b", "", "A", "a.b", "con ", "é"]) {
    expect(() => answerPath({ roadmap: "r", question })).toThrow(RangeError);
    expect(keyOfAnswerFile(`r/${question}.md`)).toBeUndefined();
  }
  expect(() => attemptPath(key, "../../x")).toThrow(RangeError);
  expect(keyOfAnswerFile("_generative-ai/x.md")).toBeUndefined();
});
