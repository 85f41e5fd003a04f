// Each gate by itself: what it catches, and what it must let pass.
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../../src/grading/builtIn/answerText";
import {
  glueShare,
  isBlank,
  isDontKnow,
  isGibberish,
  isWordSoup,
  questionEchoes,
} from "../../../../src/grading/builtIn/gates";
import { tokenise } from "../../../../src/core/text/tokens";

describe("isBlank", () => {
  it.each(["", "\n \t", "---", "<!-- write here -->", "<!-- never closed", "* *"])("blank: %j", (text) =>
    expect(isBlank(text)).toBe(true),
  );
  it.each(["a", "7", "漢", "<!-- x --> y"])("not blank: %j", (text) => expect(isBlank(text)).toBe(false));
});

describe("isDontKnow", () => {
  it.each([
    "I don't know",
    "i dont know",
    "I don’t know the answer to this question.",
    "idk",
    "IDK :(",
    "No idea",
    "Sorry, I have no idea.",
    "not sure",
    "I'm not sure.",
    "n/a",
    "Skip",
    "I cannot remember this.",
    "I do not know. Sorry.",
    "dunno",
    "Honestly I have no clue",
  ])("does not know: %j", (text) => expect(isDontKnow(text)).toBe(true));
  it.each([
    "I don't know the exact term but two keys get the same slot.",
    "We do not know the true distribution, so it is estimated.",
    "None of the keys collide.",
    "Pass the key to the hash function.",
    "Nothing is learned when gradients vanish.",
    "Skip connections help gradients flow.",
    "The model does not know when it is wrong.",
  ])("knows something: %j", (text) => expect(isDontKnow(text)).toBe(false));
});

describe("questionEchoes", () => {
  const asked =
    "What is mode collapse in a generative adversarial network and why does it come about? Describe **two** ways to mitigate it.";
  it("finds copied sentences, whatever their case and marks", () => {
    expect(
      questionEchoes("what is mode collapse in a generative adversarial network and why does it come about", asked),
    ).toHaveLength(1);
    expect(questionEchoes(asked, asked)).toHaveLength(2);
  });
  it("lets an answer in the question's words pass", () => {
    expect(
      questionEchoes(
        "Mode collapse in a generative adversarial network is when it makes the same picture again.",
        asked,
      ),
    ).toEqual([]);
    expect(questionEchoes("It comes about because variety is not rewarded.", asked)).toEqual([]);
  });
});

describe("isGibberish", () => {
  const looks = (text: string): boolean => isGibberish(tokenise(text), new Set(["queri", "kubernet"]));
  it.each(["asdf qwer zxcv", "xkcdqz wvbnmk", "aaaa bbbb cccc", "jkljkl fghfgh"])("gibberish: %j", (text) =>
    expect(looks(text)).toBe(true),
  );
  it.each([
    "Kubernetes",
    "the encoder",
    "SQL, LSTM, GRU",
    "Das ist eine Antwort",
    "query key value",
    "rhythm",
    "キー",
    "f(x) = wx + b",
    "42",
  ])("not gibberish: %j", (text) => expect(looks(text)).toBe(false));
});

describe("isWordSoup", () => {
  const looks = (text: string): boolean => isWordSoup(text, splitSentences(text));
  it.each([
    "generator discriminator noise adversarial loss gradient collapse diversity samples Wasserstein",
    "key bucket hash slot collision list array load factor table entries function",
  ])("soup: %j", (text) => expect(looks(text)).toBe(true));
  it.each([
    "Python, SQL, linear algebra, statistics, NoSQL, vector index, vector database, embeddings, RNN",
    "- Python SQL\n- linear algebra\n- vector databases\n- transformer architecture\n- prompt engineering",
    "Gen AI (LLM) -> LLM architecture (autoencoding, autoregressive), prompt engineering, fine-tuning, PEFT, RLHF, RAG",
    "Mode collapse means generator outputs few samples ignoring data diversity",
    "discriminator too strong -> gradient vanishes; generator stops learning; training unstable",
    "for (const key of keys) { table[hash(key)] = value; }",
    "The generator is rewarded only for fooling the discriminator.",
    "short list of words",
    "Der Empfänger kann nicht zwischen korrekten und duplizierten Daten unterscheiden.",
    "0.0.0.0 bis 0.255.255.255 127.0.0.0 bis 127.255.255.255",
    "モード崩壊は生成器が少数の画像だけを出力する現象",
  ])("not soup: %j", (text) => expect(looks(text)).toBe(false));
});

it("counts the words that bind others", () => {
  expect(glueShare(tokenise("the key is hashed to a slot"))).toBeGreaterThan(0.5);
  expect(glueShare(tokenise("hash key bucket"))).toBe(0);
  expect(glueShare([])).toBe(0);
});
