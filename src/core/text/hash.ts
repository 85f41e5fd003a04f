// Hashes that make a grade replayable and a changed question visible. Pure and synchronous; no Node or Web crypto here.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Question } from "../roadmap/question";

/** SHA-256 of the text's UTF-8 bytes, 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash of a text that comes in parts, as `sha256Hex` has it of the whole. */
export class TextHash {
  private readonly hash = sha256.create();

  add(part: string): void {
    this.hash.update(utf8ToBytes(part));
  }

  /** Nothing can be added after it. */
  hex(): string {
    return bytesToHex(this.hash.digest());
  }
}

/**
 * What a receipt says of an answer: the same for one text however its file is encoded, its lines end, or what blanks
 * stand at their ends.
 */
export function answerHash(answer: string): string {
  return sha256Hex(normalAnswer(answer));
}

/**
 * The answer without byte order mark, blanks at ends of lines, and blank lines around it; lines end with `\n`, letters
 * are composed. Linear.
 */
function normalAnswer(answer: string): string {
  const lines = answer
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== "");
  return first < 0 ? "" : lines.slice(first).join("\n").trimEnd().normalize("NFC");
}

/**
 * Changes when anything that can change a grade changes: prompt, marks, criteria, groups or reference. Title, hints and
 * goldens do not count.
 */
export function rubricHash(
  question: Pick<Question, "id" | "marks" | "prompt" | "criteria" | "groups" | "reference">,
): string {
  const { id, marks, prompt, criteria, groups, reference } = question;
  return sha256Hex(canonicalJson({ id, marks, prompt, criteria, groups, reference }));
}

/** The first 12 hex digits of the rubric hash, as written into an answer document. */
export function promptHash(question: Parameters<typeof rubricHash>[0]): string {
  return rubricHash(question).slice(0, 12);
}

/** JSON with keys in code-unit order and absent keys left out, so that equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
