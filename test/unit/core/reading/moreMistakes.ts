// Further kinds of mistakes, from an author's side: words from memory, habits of other tools, slips of the hand.
import type { Kind, LineContext } from "./mistakes";

const inYaml =
  (pattern: RegExp, replacement: string) =>
  (line: string, { yaml }: LineContext): string | undefined =>
    yaml && pattern.test(line) ? line.replace(pattern, replacement) : undefined;
const inBody =
  (pattern: RegExp, replacement: string) =>
  (line: string, { yaml }: LineContext): string | undefined =>
    !yaml && pattern.test(line) ? line.replace(pattern, replacement) : undefined;

const verdict = /^(- [\w-]+: )(?:met|missed|contradicted)$/;
const wrongWords = ["correct", "yes", "partial", "miss", "wrong", "full", "hit", "no", "1", "true", "✓", "met partly"];

const verdictKinds = wrongWords.map((word): Kind => ({
  name: `"${word}" for a verdict`,
  edit: inBody(verdict, `$1${word}`),
  codes: ["unknown-verdict"],
}));

const sectionKinds: readonly Kind[] = [
  { name: "another word for a section", edit: inBody(/^## Reference$/, "## Model answer"), codes: ["unknown-section"] },
  { name: "a section in German", edit: inBody(/^## Reference$/, "## Lösung"), codes: ["unknown-section"] },
  { name: "a section in Chinese", edit: inBody(/^## Prompt$/, "## 题目"), codes: ["unknown-section"] },
  { name: "gold for a golden", edit: inBody(/^## Golden: (full)$/, "## Gold: $1"), codes: ["golden-kind"] },
  { name: "a bold heading", edit: inBody(/^## (Reference)$/, "## **$1**"), codes: ["unknown-section"] },
  { name: "a heading with a picture", edit: inBody(/^## (Prompt|Reference)$/, "## 📝 $1"), codes: ["unknown-section"] },
  { name: "a heading in the plural", edit: inBody(/^## (Prompt|Reference)$/, "## $1s"), codes: ["unknown-section"] },
  { name: "a golden in the plural", edit: inBody(/^## Golden: (full)$/, "## Goldens: $1"), codes: ["golden-kind"] },
  { name: "a golden behind a dash", edit: inBody(/^## Golden: (full)$/, "## Golden - $1"), codes: ["golden-kind"] },
  {
    name: "an arrow in Expect",
    edit: inBody(/^- ([\w-]+): (met|missed)$/, "- $1 -> $2"),
    codes: ["expect-line"],
  },
  { name: "an equals sign in Expect", edit: inBody(/^- ([\w-]+): (met)$/, "- $1 = $2"), codes: ["expect-line"] },
  { name: "a number in Expect", edit: inBody(/^- ([\w-]+): (met)$/, "1. $1: $2"), codes: ["expect-line"] },
  {
    name: "an underscore in Expect",
    edit: inBody(/^- (\w+)(\w): (met)$/, "- $1_$2: $3"),
    codes: ["unknown-criterion"],
  },
  { name: "a line twice in Expect", edit: inBody(/^(- [\w-]+: met)$/, "$1\n$1"), told: 1, codes: ["expect-line"] },
  {
    name: "half a conflict",
    edit: inBody(/^([A-Z][^|]*[.?])$/, "$1\n>>>>>>> theirs"),
    told: 1,
    codes: ["merge-conflict"],
  },
];

const yamlKinds: readonly Kind[] = [
  {
    name: "no blank behind a dash",
    edit: inYaml(/^( +)- ([A-Z][a-z]+ [^:#'"\\{}[\]]*)$/, "$1-$2"),
    codes: ["blank-missing", "yaml-syntax", "wrong-kind", "needs-quotes"],
  },
  {
    name: "a tilde for a text",
    edit: inYaml(/^( +(?:statement|idea): ).+$/, "$1~"),
    codes: ["needs-quotes", "empty-value"],
  },
  {
    name: "an equals sign behind a key",
    edit: inYaml(/^( +)(statement|idea): /, "$1$2 = "),
    codes: ["colon-missing", "yaml-syntax"],
  },
  {
    name: "a wide colon behind a key",
    edit: inYaml(/^( +)(statement|idea): /, "$1$2："),
    codes: ["colon-missing", "yaml-syntax"],
  },
  {
    name: "a key in capitals",
    edit: inYaml(/^( +)(statement|idea):/, "$1STATEMENT:"),
    codes: ["unknown-key", "duplicate-key"],
  },
  { name: "marks with a word", edit: inYaml(/^( *marks: )(\d+)$/, "$1$2 points"), codes: ["wrong-kind"] },
  { name: "negative marks", edit: inYaml(/^( *marks: )(\d+)$/, "$1-$2"), codes: ["out-of-range"] },
  { name: "marks as a share", edit: inYaml(/^( *marks: )(\d+)$/, "$1$2/4"), codes: ["wrong-kind"] },
  { name: "a number in words", edit: inYaml(/^( *- anyOf: )\d+$/, "$1two"), codes: ["wrong-kind"] },
  { name: "an id with an underscore", edit: inYaml(/^( +- id: [a-z]+)$/, "$1_x"), codes: ["bad-id"] },
  { name: "an id with a dot", edit: inYaml(/^( +- id: [a-z]+)$/, "$1.md"), codes: ["bad-id"] },
  { name: "an empty item", edit: inYaml(/^( +- )[A-Z][a-z]+ [^:#'"\\{}[\]]*$/, "$1"), codes: ["empty-value"] },
  {
    name: "a title too long",
    edit: inYaml(/^(title: ).*$/, `$1${"Long and longer ".repeat(6).trim()}`),
    codes: ["out-of-range"],
  },
  {
    name: "a text over two lines of a key",
    edit: inYaml(/^( +)(idea): (\w+) (.+)$/, "$1$2: $3\n$1$4"),
    told: 1,
    codes: ["colon-missing", "yaml-syntax", "dash-indent"],
  },
  {
    name: "a zero-width space in an id",
    edit: inYaml(/^( +- id: [a-z]{2})([a-z]*)$/, "$1\u200B$2"),
    codes: ["bad-id"],
  },
  { name: "a hyphen that is none in an id", edit: inYaml(/^( +- id: [a-z]+)-/, "$1\u2013"), codes: ["bad-id"] },
  { name: "UTF-16", edit: inYaml(/^(title: .*)$/, "$1\u0000x"), codes: ["not-utf8"] },
];

/** Kinds beside those of mistakes.ts. */
export const moreKinds: readonly Kind[] = [...yamlKinds, ...sectionKinds, ...verdictKinds];
