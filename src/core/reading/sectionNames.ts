// The headings that a question has, however they are written: which section is meant.
import { goldenKinds, type GoldenKind } from "../roadmap/question";
import { visible } from "./invisible";
import { nearest } from "./nearest";

/** What a heading stands for. */
export type SectionName =
  | { readonly kind: "prompt" | "reference" | "expect" | "without instructions" }
  | { readonly kind: "golden"; readonly golden: GoldenKind; readonly name: string };

const plainNames = ["prompt", "reference", "expect", "without instructions"] as const;
const goldenTitle = /^golden\s*[:：]\s*([\w-]+)\s*(?:[(（]([^()（）]*)[)）])?$/i;
const almostGolden = /^gold(?:ens?)?(?:\s*[:：-]\s*|\s+)([\w-]+(?:\s[\w-]+)?)\s*(?:[(（]([^()（）]*)[)）])?[.:]?$/i;

/** What authors call a section from memory, or in their own language. */
const otherNames: Readonly<Record<(typeof plainNames)[number], readonly string[]>> = {
  prompt: ["question", "task", "frage", "aufgabe", "aufgabenstellung", "题目", "题干", "问题"],
  reference: [
    ...["answer", "model answer", "reference answer", "sample answer", "solution"],
    ...["antwort", "lösung", "musterlösung", "referenz", "答案", "参考答案", "解答"],
  ],
  expect: ["expected", "expectation", "expectations", "erwartet", "erwartung", "预期", "期望"],
  "without instructions": [],
};

/** The section that a title names exactly, but for case and invisible characters. */
export function sectionNamed(title: string): SectionName | undefined {
  const seen = visible(title).trim().replace(/\s+/g, " ").toLowerCase();
  const plain = plainNames.find((name) => name === seen);
  if (plain) return { kind: plain };
  const golden = goldenTitle.exec(visible(title).trim());
  const kind = goldenKinds.find((k) => k === golden?.[1]?.toLowerCase());
  return kind && { kind: "golden", golden: kind, name: golden?.[2]?.trim() ?? "" };
}

/** The section that a misspelt title most likely names. */
export function sectionMeant(title: string): SectionName | undefined {
  const seen = visible(title).trim().slice(0, 80);
  const golden = almostGolden.exec(seen);
  if (golden) {
    const kind = nearest((golden[1] ?? "").toLowerCase().replace(/\s+/g, "-"), goldenKinds);
    const known = goldenKinds.find((k) => k === kind);
    return known && { kind: "golden", golden: known, name: golden[2]?.trim() ?? "" };
  }
  const words = seen
    .toLowerCase()
    .replace(/[^\p{L} ]+/gu, "")
    .trim();
  const plain = plainNames.find((name) => otherNames[name].includes(words)) ?? nearest(words, plainNames);
  return plainNames.filter((name) => name === plain).map((kind) => ({ kind }))[0];
}

/** The heading of a section as it is written. */
export function headingOf(name: SectionName): string {
  switch (name.kind) {
    case "prompt":
      return "## Prompt";
    case "reference":
      return "## Reference";
    case "expect":
      return "### Expect";
    case "without instructions":
      return "### Without instructions";
    case "golden":
      return `## Golden: ${name.golden}${name.name === "" ? "" : ` (${name.name})`}`;
  }
}

/** Tells sections apart: the goldens of one kind are one, whatever their names. */
export function sectionKey(name: SectionName): string {
  return name.kind === "golden" ? `golden: ${name.golden}` : name.kind;
}

/** Whether a section stands inside a golden, under a third-level heading. */
export function isInGolden(name: SectionName): boolean {
  return name.kind === "expect" || name.kind === "without instructions";
}

/** The heading of the section that a title names, where it stands in the body itself; undefined for others. */
export function bodyKey(title: string): string | undefined {
  const name = sectionNamed(title);
  return name && !isInGolden(name) ? headingOf(name) : undefined;
}

/** As `bodyKey`, of the section that a misspelt title most likely names. */
export function meantKey(title: string): string | undefined {
  const name = sectionMeant(title);
  return name && headingOf(name);
}
