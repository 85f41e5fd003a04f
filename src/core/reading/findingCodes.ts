// The codes of everything that can be found wrong with a roadmap's files. An error keeps something from being read as
// it was meant; with a warning everything is read, and something is still owed. Messages are made where the finding is
// made.

/** How much a finding weighs: an error keeps its question or topic out, a warning does not. */
export type Severity = "error" | "warning";

/**
 * Every code with its weight. Authors see codes in the Problems panel and in `check --format json`, so they stay as
 * they are.
 */
export const findingCodes = {
  // The file as a whole.
  "file-missing": "error",
  "file-unreadable": "error",
  "file-too-long": "error",
  "not-utf8": "error",
  "merge-conflict": "error",
  "copied-file": "error",
  "second-roadmap-file": "warning",
  "misplaced-file": "error",
  "no-question": "warning",
  "topic-without-folder": "error",
  "too-many-findings": "warning",
  // Front matter and roadmap.yaml as YAML.
  "front-matter-start": "error",
  "front-matter-end": "error",
  "yaml-syntax": "error",
  "yaml-too-deep": "error",
  "yaml-alias": "error",
  "needs-quotes": "error",
  "cut-by-comment": "error",
  "perhaps-cut-by-comment": "warning",
  "eaten-escape": "error",
  "quote-without-end": "error",
  "bracket-without-end": "error",
  "blank-missing": "error",
  "colon-missing": "error",
  "tab-indent": "error",
  "dash-indent": "error",
  "number-form": "warning",
  "invisible-character": "warning",
  "duplicate-key": "error",
  // What the YAML says.
  "unknown-key": "error",
  "missing-key": "error",
  "wrong-kind": "error",
  "empty-value": "error",
  "bad-id": "error",
  "out-of-range": "error",
  "duplicate-id": "error",
  "id-not-file-name": "error",
  "unknown-language": "error",
  "unknown-topic": "error",
  "circular-topics": "error",
  "unknown-question": "error",
  "question-listed-twice": "error",
  "marks-do-not-add-up": "error",
  "any-of-too-many": "error",
  // Sections of a question.
  "fence-without-end": "error",
  "comment-without-end": "error",
  "heading-form": "error",
  "text-in-no-section": "error",
  "unknown-section": "error",
  "duplicate-section": "error",
  "line-made-heading": "warning",
  "heading-level": "warning",
  "no-prompt": "error",
  "reserved-text": "error",
  "broken-picture": "error",
  "golden-kind": "error",
  "golden-empty": "error",
  "golden-section": "error",
  "expect-line": "error",
  "unknown-criterion": "error",
  "unknown-verdict": "error",
  "expect-marks": "error",
  // What may come later.
  "no-reference": "warning",
  "no-goldens": "warning",
  "no-expect": "warning",
  "no-hints": "warning",
  "no-wordings": "warning",
  "no-idea": "warning",
  todo: "warning",
  // What the goldens show: words find and do not judge, so that nothing is kept out because of them.
  "golden-bounds": "warning",
  // What answers of people who know it show.
  "not-asked": "error",
} as const satisfies Readonly<Record<string, Severity>>;

/** A code of the table. */
export type FindingCode = keyof typeof findingCodes;
