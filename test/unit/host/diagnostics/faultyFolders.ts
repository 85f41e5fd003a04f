// A folder for every code of finding: a sound roadmap with the one change that brings it.
import { type FindingCode } from "../../../../src/core/reading/findingCodes";
import { changed, roadmapYaml, tcpQuestion } from "../../core/reading/sampleRoadmap";

/** Files by path, as bytes where they are no text; null removes one. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

const tcp = "transport/tcp.md";
const question = (from: string, to: string): Changes => ({ [tcp]: changed(tcpQuestion, from, to) });
const roadmap = (from: string, to: string): Changes => ({ "roadmap.yaml": changed(roadmapYaml, from, to) });
const asks = "What does TCP add to IP? Name **three** things.";
const lost = "- Lost segments are sent again.";

/**
 * Codes that no folder brings by itself: a disk that cannot be read, and answers by people who know the subject.
 */
export const notOfFolders: readonly FindingCode[] = ["file-unreadable", "not-asked"];

/** What is told only where the whole folder is read: of a file as it is being written it cannot be known. */
export const ofFolders: ReadonlySet<FindingCode> = new Set([
  ...(["file-missing", "copied-file", "second-roadmap-file", "misplaced-file", "topic-without-folder"] as const),
  ...(["unknown-question", "question-listed-twice"] as const),
]);

/** By code, the changes that bring a finding of it. */
export const faultyFolders: Readonly<Record<Exclude<FindingCode, "file-unreadable" | "not-asked">, Changes>> = {
  "file-missing": { "roadmap.yaml": null },
  "file-too-long": { [tcp]: tcpQuestion + " ".repeat(1024 * 1024) },
  "not-utf8": { [tcp]: Buffer.from(changed(tcpQuestion, asks, "Für was?"), "latin1") },
  "merge-conflict": question(asks, `<<<<<<< a\n${asks}\n=======\nWhy?\n>>>>>>> b`),
  "copied-file": { "transport/tcp (1).md": tcpQuestion },
  "second-roadmap-file": { "roadmap (1).yaml": roadmapYaml },
  "misplaced-file": { "routing/udp.md": changed(tcpQuestion, "id: tcp", "id: udp") },
  "no-question": { "transport/notes.md": "Some notes.\n" },
  "topic-without-folder": { [tcp]: null, "Transport/tcp.md": tcpQuestion },
  "too-many-findings": question(lost, Array.from({ length: 130 }, () => "- TODO").join("\n      ")),
  "front-matter-start": { [tcp]: tcpQuestion.slice(4) },
  "front-matter-end": question("do.\n---\n", "do.\n----\n"),
  "yaml-syntax": question("    accepted:\n", "   accepted:\n"),
  "yaml-too-deep": question(lost, `- ${"[".repeat(300)}`),
  "yaml-alias": question(lost, "- &a Lost segments are sent again.\n      - *a"),
  "needs-quotes": question(lost, "- The rule: lost segments are sent again."),
  "cut-by-comment": question(lost, "- Lost segments #1 are sent again."),
  "perhaps-cut-by-comment": question(lost, "- Lost segments are # sent again."),
  "eaten-escape": question(lost, String.raw`- "Lost $\theta$ segments are sent again."`),
  "quote-without-end": question("title: What", 'title: "What'),
  "bracket-without-end": roadmap("[tcp]", "[tcp"),
  "blank-missing": question("marks: 4", "marks:4"),
  "colon-missing": question("marks: 4", "marks 4"),
  "tab-indent": question(`      ${lost}`, `\t\t\t${lost}`),
  "dash-indent": question("      - Nothing gets", "        - Nothing gets"),
  "number-form": question("marks: 4", "marks: 04"),
  "invisible-character": question("## Reference\n\nLost", "## Reference\u200B\n\nLost"),
  "duplicate-key": question("marks: 4", "marks: 4\nmarks: 4"),
  "unknown-key": question("hints:", "hint:"),
  "missing-key": question("marks: 4\n", ""),
  "wrong-kind": question("marks: 4", "marks: four"),
  "empty-value": question("title: What TCP gives", "title:"),
  "bad-id": question("- id: reliable", "- id: Very Reliable"),
  "out-of-range": question("marks: 4", "marks: 0"),
  "duplicate-id": question("- id: handshake", "- id: flow"),
  "id-not-file-name": question("id: tcp", "id: udp"),
  "unknown-language": roadmap("title: Networks", "title: Networks\nlanguage: german"),
  "unknown-topic": roadmap("requires: [links]", "requires: [linkz]"),
  "circular-topics": roadmap("title: Links", "title: Links\n    requires: [transport]"),
  "unknown-question": roadmap("[tcp]", "[tcp, quic]"),
  "question-listed-twice": roadmap("[tcp]", "[tcp, tcp]"),
  "marks-do-not-add-up": question("marks: 4", "marks: 5"),
  "any-of-too-many": question("anyOf: 2", "anyOf: 3"),
  "fence-without-end": question(asks, `${asks}\n\n~~~c\nx;`),
  "comment-without-end": question(asks, `${asks}\n\n<!-- shorter`),
  "heading-form": question("## Reference\n\nLost", "# Reference\n\nLost"),
  "text-in-no-section": question("## Prompt", "Some words.\n\n## Prompt"),
  "unknown-section": question("## Reference\n\nLost", "## Lösung\n\nLost"),
  "duplicate-section": question("## Golden: full", "## Reference\n\nMore.\n\n## Golden: full"),
  "line-made-heading": question(asks, `${asks}\n---\nSay why.`),
  "heading-level": question(asks, `# Segments\n\n${asks}`),
  "no-prompt": { [tcp]: tcpQuestion.replace(/## Prompt[^]*?(?=## Reference\n\nLost)/, "") },
  "reserved-text": question(asks, `${asks} <!-- roadmap-tutor:answer -->`),
  "broken-picture": question(asks, `${asks} ![net](net.png)`),
  "golden-kind": question("## Golden: partial", "## Golden: parshl"),
  "golden-empty": question("## Golden: partial\n\nLost segments are sent again.", "## Golden: partial"),
  "golden-section": question("### Without instructions\n\nIt is a cable.", "### Without instructions"),
  "expect-line": question("- flow: met", "- flow = met"),
  "unknown-criterion": question("- flow: met", "- flaw: met"),
  "unknown-verdict": question("- flow: met", "- flow: good"),
  "expect-marks": question("- marks: 0..1", "- marks: 0..9"),
  "no-reference": { [tcp]: tcpQuestion.replace(/## Reference\n\nLost[^]*?(?=## Golden)/, "") },
  "no-goldens": { [tcp]: tcpQuestion.replace(/## Golden: partial[^]*?(?=## Golden: mis)/, "") },
  "no-expect": question("again.\n\n### Expect\n\n- reliable: met\n", "again.\n"),
  "no-hints": question("hints:\n  - Think of what IP does not do.\n", ""),
  "no-wordings": question(
    `    accepted:\n      ${lost}\n      - Nothing gets lost on the way because it is repeated.\n`,
    "",
  ),
  "no-idea": question("    idea: what happens to lost data\n", ""),
  todo: question("  - Think of what IP does not do.", "  - TODO"),
  "golden-bounds": question("Lost segments are sent again.\n\n### Expect", "Cats sleep.\n\n### Expect"),
};
