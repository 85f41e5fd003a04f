// "dont-know": the answer says that its writer does not know, and nothing else.
import type { Observer } from "./observation";

/** Longer texts say more than that. */
const longest = 200;

/** The learner says that they do not know. */
export const dontKnow: Observer = {
  id: "dont-know",
  find({ said, language }) {
    const start = said.search(/\S/);
    if (start < 0) return [];
    const text = said.slice(start, start + 4 * longest).trimEnd();
    if (text.length > longest || said.slice(start + text.length, start + 100_000).trim() !== "") return [];
    const plain = text
      .normalize("NFKC")
      .replace(/[’‘`´]/g, "'")
      .replace(/\u00ad/g, "");
    return language.answering.isDontKnow(plain) ? [{ id: "dont-know" }] : [];
  },
};
