// Kinds of mistakes that authors make, each as an edit of one line of a sound file, with the line where it must be
// told. A kind finds its own places, so that every sound file gives cases.

/** A file with one mistake; `line` is 1-based. */
export interface Mistake {
  readonly text: string;
  readonly line: number;
}

/** A kind of mistake: what it makes of one line of a file, or undefined where the line offers no place for it. */
export interface Kind {
  readonly name: string;
  readonly edit: (line: string, context: LineContext) => string | undefined;
  /** Where the mistake is told, in lines after the edited one. */
  readonly told?: number;
  /** The codes that may tell it. */
  readonly codes: readonly string[];
}

/** Where a line stands. */
export interface LineContext {
  /** Whether it belongs to the YAML of its file. */
  readonly yaml: boolean;
  readonly next: string;
  readonly before: string;
}

/** Lines such as `    statement: Plain words.` and `      - Plain words.`, cut behind the sign. */
const plainText = /^( +(?:- |(?:statement|idea): )|title: )([A-Z][a-z]+ [^:#'"\\{}[\]]*)$/;
const item = /^( +- )([A-Z][a-z]+ [^:#'"\\{}[\]]*)$/;

const inText =
  (make: (text: string) => string) =>
  (line: string, { yaml }: LineContext): string | undefined => {
    const found = yaml ? plainText.exec(line) : null;
    return found ? `${found[1] ?? ""}${make(found[2] ?? "")}` : undefined;
  };
const inItem =
  (make: (text: string) => string) =>
  (line: string, { yaml }: LineContext): string | undefined => {
    const found = yaml ? item.exec(line) : null;
    return found ? `${found[1] ?? ""}${make(found[2] ?? "")}` : undefined;
  };
const matching =
  (pattern: RegExp, replacement: string, inYaml = true) =>
  (line: string, { yaml }: LineContext): string | undefined =>
    yaml === inYaml && pattern.test(line) ? line.replace(pattern, replacement) : undefined;
const afterWord = (text: string, inserted: string): string => text.replace(" ", () => inserted);

/** Mistakes in the YAML of either file. */
const yamlKinds: readonly Kind[] = [
  { name: "a colon in a text", edit: inText((text) => afterWord(text, ": ")), codes: ["needs-quotes"] },
  { name: "a text that ends in a colon and goes on", edit: inText((text) => `${text}: so`), codes: ["needs-quotes"] },
  { name: "a number sign in a text", edit: inText((text) => afterWord(text, " #1 ")), codes: ["cut-by-comment"] },
  { name: "a text of a comment alone", edit: inText((text) => `#${text}`), codes: ["cut-by-comment"] },
  { name: "emphasis at the start", edit: inText((text) => `*${afterWord(text, "* ")}`), codes: ["needs-quotes"] },
  {
    name: "strong emphasis at the start",
    edit: inText((text) => `**${afterWord(text, "** ")}`),
    codes: ["needs-quotes"],
  },
  { name: "code at the start", edit: inText((text) => `\`${afterWord(text, "` ")}`), codes: ["needs-quotes"] },
  { name: "a mention at the start", edit: inText((text) => `@${text}`), codes: ["needs-quotes"] },
  { name: "a percent sign at the start", edit: inText((text) => `%${text}`), codes: ["needs-quotes"] },
  { name: "an ampersand at the start", edit: inText((text) => `&${text}`), codes: ["needs-quotes"] },
  { name: "an exclamation mark at the start", edit: inText((text) => `!${text}`), codes: ["needs-quotes"] },
  { name: "a quotation's sign at the start", edit: inText((text) => `> ${text}`), codes: ["needs-quotes"] },
  { name: "a table's bar at the start", edit: inText((text) => `| ${text}`), codes: ["needs-quotes"] },
  {
    name: "a link at the start",
    edit: inText((text) => `[${afterWord(text, "](https://example.org) ")}`),
    codes: ["needs-quotes"],
  },
  {
    name: "a word in brackets alone",
    edit: inText((text) => `[${text.replaceAll(",", "")}]`),
    codes: ["needs-quotes"],
  },
  { name: "braces at the start", edit: inText((text) => `{${afterWord(text, "} ")}`), codes: ["needs-quotes"] },
  { name: "a quoted word at the start", edit: inText((text) => `"${afterWord(text, '" ')}`), codes: ["needs-quotes"] },
  { name: "a quote without an end", edit: inText((text) => `"${text}`), codes: ["quote-without-end"] },
  { name: "a single quote without an end", edit: inText((text) => `'${text}`), codes: ["quote-without-end"] },
  {
    name: "an apostrophe in single quotes",
    edit: inText((text) => `'${afterWord(text, "'s ")}'`),
    codes: ["needs-quotes"],
  },
  {
    name: "TeX that becomes a tab",
    edit: inText((text) => `"${afterWord(text, " $\\theta$ ")}"`),
    codes: ["eaten-escape"],
  },
  {
    name: "TeX that becomes a control sign",
    edit: inText((text) => `"${afterWord(text, " $\\beta$ ")}"`),
    codes: ["eaten-escape"],
  },
  {
    name: "TeX that is no escape",
    edit: inText((text) => `"${afterWord(text, " $\\lambda$ ")}"`),
    codes: ["eaten-escape"],
  },
  { name: "a version for a text", edit: inText(() => "1.10"), codes: ["needs-quotes"] },
  { name: "a number with noughts for a text", edit: inText(() => "007"), codes: ["needs-quotes"] },
  { name: "true for a text", edit: inText(() => "true"), codes: ["needs-quotes"] },
  { name: "null for a text", edit: inText(() => "null"), codes: ["needs-quotes"] },
  { name: "nothing for a text", edit: inText(() => ""), codes: ["empty-value"] },
  { name: "a tab for the indentation", edit: matching(/^ +(?=statement: )/, "\t"), codes: ["tab-indent"] },
  {
    name: "no blank behind a key",
    edit: matching(/^( *(?:title|marks|statement|idea|anyOf):) /, "$1"),
    codes: ["blank-missing"],
  },
  {
    name: "no colon behind a key",
    edit: matching(/^( *(?:title|marks|statement|idea)): /, "$1 "),
    codes: ["colon-missing"],
  },
  {
    name: "a hard blank behind a key",
    edit: matching(/^( *(?:title|marks|statement|idea):) /, "$1\u00A0"),
    codes: ["invisible-character"],
  },
  {
    name: "a zero-width space in a key",
    edit: matching(/^( *)(title|marks|statement|idea):/, "$1\u200B$2:"),
    codes: ["invisible-character"],
  },
  { name: "a misspelt key", edit: matching(/^( *)stat?ement:/, "$1statment:"), codes: ["unknown-key"] },
  { name: "a key with a capital", edit: matching(/^( *)marks:/, "$1Marks:"), codes: ["unknown-key"] },
  { name: "another word for a key", edit: matching(/^( *)statement:/, "$1text:"), codes: ["unknown-key"] },
  {
    name: "a key that nobody knows",
    edit: matching(/^(title: .*)$/, "$1\ncolour: blue"),
    told: 1,
    codes: ["unknown-key"],
  },
  { name: "a key twice", edit: matching(/^(title: .*)$/, "$1\n$1"), told: 1, codes: ["duplicate-key"] },
  { name: "a number in words", edit: matching(/^( *marks: )\d+$/, "$1four"), codes: ["wrong-kind"] },
  { name: "a number in quotes", edit: matching(/^( *marks: )(\d+)$/, '$1"$2"'), codes: ["wrong-kind"] },
  { name: "half a mark", edit: matching(/^( *marks: )(\d+)$/, "$1$2.5"), codes: ["wrong-kind"] },
  {
    name: "no marks at all",
    edit: matching(/^( *marks: )(\d+)$/, "$10"),
    codes: ["out-of-range"],
  },
  {
    name: "an octal number",
    edit: matching(/^( *marks: )(\d+)$/, "$10$2"),
    codes: ["number-form"],
  },
  { name: "an id with capitals", edit: matching(/^(id: )t(?=cp)/, "$1T"), codes: ["bad-id"] },
  { name: "an id with blanks", edit: matching(/^( +- id: [a-z]+)-([a-z]+)$/, "$1 $2"), codes: ["bad-id"] },
  {
    name: "one text for a list",
    edit: (line, { yaml, next }) =>
      yaml && /^ +accepted:$/.test(line) && !next.includes("[") ? `${line} Only this.\n    #` : undefined,
    codes: [],
  },
  { name: "no blank behind a dash", edit: inItem((text) => text), codes: [] },
  {
    name: "a list item too far in",
    edit: (line, { yaml, before }) => (yaml && item.test(line) && item.test(before) ? ` ${line}` : undefined),
    codes: ["dash-indent"],
  },
  {
    name: "a bracket without an end",
    edit: matching(/^( +(?:accepted|subtopics|requires|questions): \[.*)\]$/, "$1"),
    codes: ["bracket-without-end"],
  },
  {
    name: "a conflict",
    edit: (line, { yaml }) =>
      yaml && line.startsWith("title: ") ? `<<<<<<< HEAD\n${line}\n=======\n${line} too\n>>>>>>> theirs` : undefined,
    codes: ["merge-conflict"],
  },
  { name: "what is not UTF-8", edit: inText((text) => `${text} na\uFFFDve`), codes: ["not-utf8"] },
];

/** Mistakes in the body of a question. */
const bodyKinds: readonly Kind[] = [
  {
    name: "no blank behind the signs of a heading",
    edit: matching(/^## (Prompt|Reference|Golden: .*)$/, "##$1", false),
    codes: ["heading-form"],
  },
  {
    name: "a hard blank in a heading",
    edit: matching(/^## (Prompt|Reference|Golden: .*)$/, "##\u00A0$1", false),
    codes: ["invisible-character"],
  },
  {
    name: "a zero-width space behind a heading",
    edit: matching(/^(## (?:Prompt|Reference|Golden: .*))$/, "$1\u200B", false),
    codes: ["invisible-character"],
  },
  {
    name: "a heading a level too deep",
    edit: matching(/^## (?=Prompt|Reference|Golden: (?:full|injection)$)/, "### ", false),
    codes: ["heading-form"],
  },
  {
    name: "a heading a level too high",
    edit: matching(/^## (?=Prompt|Reference|Golden: (?:full|injection)$)/, "# ", false),
    codes: ["heading-form"],
  },
  { name: "a misspelt heading", edit: matching(/^## (Pro|Refe)/, "## $1x", false), codes: ["unknown-section"] },
  {
    name: "a heading with a colon",
    edit: matching(/^(## (?:Prompt|Reference))$/, "$1:", false),
    codes: ["unknown-section"],
  },
  {
    name: "a heading that nobody knows",
    edit: matching(/^## (?:Prompt|Reference)$/, "## Weather", false),
    codes: ["unknown-section"],
  },
  {
    name: "a golden without its colon",
    edit: matching(/^## Golden: (\w+)$/, "## Golden $1", false),
    codes: ["golden-kind"],
  },
  {
    name: "a golden of a misspelt kind",
    edit: matching(/^## Golden: (full|partial|injection)$/, "## Golden: x$1", false),
    codes: ["golden-kind"],
  },
  {
    name: "a golden of no kind",
    edit: matching(/^## Golden: (?:full|partial|injection)$/, "## Golden: weather", false),
    codes: ["golden-kind"],
  },
  { name: "Expect a level too high", edit: matching(/^### Expect$/, "## Expect", false), codes: ["heading-form"] },
  { name: "Expect misspelt", edit: matching(/^### Expect$/, "### Expected", false), codes: ["heading-form"] },
  { name: "no dash in Expect", edit: matching(/^- ([\w-]+: (?:met|missed))$/, "$1", false), codes: ["expect-line"] },
  { name: "no colon in Expect", edit: matching(/^(- [\w-]+): (met|missed)$/, "$1 $2", false), codes: ["expect-line"] },
  {
    name: "a misspelt verdict",
    edit: matching(/^(- [\w-]+: )(?:met|missed)$/, "$1mett", false),
    codes: ["unknown-verdict"],
  },
  {
    name: "an unknown criterion in Expect",
    edit: matching(/^- ([\w-]+)(?=: (?:met|missed)$)/, "- $1-x", false),
    codes: ["unknown-criterion"],
  },
  {
    name: "a line of dashes under a text",
    edit: matching(/^([A-Z][^|]*[.?])$/, "$1\n---", false),
    told: 1,
    codes: ["line-made-heading"],
  },
  {
    name: "a code fence without an end",
    edit: matching(/^([A-Z][^|]*[.?])$/, "$1\n\n```python\nprint(1)", false),
    told: 2,
    codes: ["fence-without-end"],
  },
  {
    name: "a fence of tildes without an end",
    edit: matching(/^([A-Z][^|]*[.?])$/, "$1\n\n~~~\nprint(1)", false),
    told: 2,
    codes: ["fence-without-end"],
  },
  {
    name: "a comment without an end",
    edit: matching(/^([A-Z][^|]*[.?])$/, "$1\n\n<!-- later", false),
    told: 2,
    codes: ["comment-without-end"],
  },
  {
    name: "a conflict",
    edit: matching(/^([A-Z][^|]*[.?])$/, "<<<<<<< HEAD\n$1\n=======\n$1 And?\n>>>>>>> theirs", false),
    codes: ["merge-conflict"],
  },
  {
    name: "a second heading of a section",
    edit: matching(/^## (Prompt|Reference)$/, "## $1\n\nText.\n\n## $1", false),
    told: 4,
    codes: ["duplicate-section"],
  },
  {
    name: "a heading of the second level in a text",
    edit: matching(/^([A-Z][^|]*[.?])$/, "$1\n\n## Example\n\nMore.", false),
    told: 2,
    codes: ["unknown-section"],
  },
];

/** Every kind that has a code to be told by. */
export const kinds: readonly Kind[] = [...yamlKinds, ...bodyKinds].filter((kind) => kind.codes.length > 0);

/** Every mistake of a kind in a file. */
export function mistakesIn(text: string, kind: Kind, isYaml: boolean): Mistake[] {
  const lines = text.split("\n");
  const yamlEnd = isYaml ? lines.length : lines.indexOf("---", 1);
  let fenced = false;
  return lines.flatMap((line, i): Mistake[] => {
    if (line.startsWith("```")) fenced = !fenced;
    if (fenced || (!isYaml && i === 0)) return [];
    const context = { yaml: i < yamlEnd, next: lines[i + 1] ?? "", before: lines[i - 1] ?? "" };
    const edited = kind.edit(line, context);
    if (edited === undefined || edited === line) return [];
    return [{ text: lines.with(i, edited).join("\n"), line: i + 1 + (kind.told ?? 0) }];
  });
}
