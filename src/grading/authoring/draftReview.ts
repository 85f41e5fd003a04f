// Holds what a model proposes against the question's file: each proposal is written, read back, and held against the
// check, and what would bring a finding is kept out, with why. Nothing is written to disk here.
import { addGolden, changeBetween } from "../../core/authoring/goldenEdit";
import { addWording } from "../../core/authoring/rubricEdit";
import { normaliseSource, SourceText } from "../../core/reading/source";
import type { Question } from "../../core/roadmap/question";
import type { Checker } from "../check/checker";
import { goldenFindingsIn } from "../check/goldenFindings";
import type { Draft } from "./drafts";

/** A proposal, and why it cannot be written where it cannot. */
export interface ReviewedDraft {
  readonly draft: Draft;
  readonly refused?: string;
}

/** A question's file, and the checker of its roadmap. */
export interface DraftedFile {
  readonly path: string;
  readonly text: string;
  readonly checker: Checker;
}

/** Each proposal by itself, in order. */
export async function reviewDrafts(file: DraftedFile, drafts: readonly Draft[]): Promise<ReviewedDraft[]> {
  const reviewed: ReviewedDraft[] = [];
  for (const draft of drafts) {
    const written = await write(file, draft);
    reviewed.push("why" in written ? { draft, refused: written.why } : { draft });
  }
  return reviewed;
}

/** All of these as one change of the file; those that the ones before have made impossible are left out. */
export async function draftsAsOneChange(
  file: DraftedFile,
  drafts: readonly Draft[],
): Promise<ReturnType<typeof changeBetween> & { readonly written: number }> {
  const before = normaliseSource(file.text);
  let [text, written] = [before, 0];
  for (const draft of drafts) {
    const next = await write({ ...file, text }, draft);
    if ("why" in next) continue;
    text = next.text;
    written++;
  }
  return { ...changeBetween(before, text), written };
}

async function write(file: DraftedFile, draft: Draft): Promise<{ readonly text: string } | { readonly why: string }> {
  const { path, text } = file;
  if (draft.kind === "wording") {
    const edit = addWording(path, text, draft.criterion, draft.words);
    if (edit.kind === "refused") return edit;
    const source = new SourceText(normaliseSource(text));
    const at = source.lineStart(edit.range.start.line) + edit.range.start.character;
    return { text: source.text.slice(0, at) + edit.newText + source.text.slice(at) };
  }
  const edited = addGolden(path, text, draft.golden);
  if (edited.kind === "refused") return edited;
  const why = await newGoldenFinding(file, edited.text, edited.question);
  return why === undefined ? { text: edited.text } : { why };
}

/** What the check says against the golden that was added last. */
async function newGoldenFinding(
  { path, checker }: DraftedFile,
  text: string,
  question: Question,
): Promise<string | undefined> {
  const added = question.goldens.slice(-1);
  const findings = await goldenFindingsIn({ ...question, goldens: added, reference: "" }, path, text, checker);
  return findings[0]?.message;
}
