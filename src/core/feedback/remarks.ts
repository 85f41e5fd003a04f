// Remarks: a grade turned into the list of things said to the learner, in rubric order, with errors after them.
// No positions in a document and no drawing here.
import { t } from "@vscode/l10n";
import type { Quote } from "../textRange";
import { type Grade, type Verdict } from "../grade";
import { creditRange, formatHalf } from "../marks";
import type { Question, VerdictKind } from "../question";
import { verdictWord } from "./verdictWords";

/** One thing said to the learner, tied to a criterion and, where possible, to quotes. */
export interface Remark {
  /** Criterion id, or `error:<n>`; unique within a grade. */
  readonly id: string;
  /** An error counts as contradicted. */
  readonly kind: VerdictKind;
  /** The idea tested, without the answer; empty for an error. */
  readonly idea: string;
  /** Plain text from the grader; may be empty. Escape before it goes into Markdown. */
  readonly text: string;
  /** Offsets into the graded answer, best first. */
  readonly quotes: readonly Quote[];
  /** "1 of 1 mark", or empty where the criterion is unknown or an error. */
  readonly marks: string;
  /** 0..1 where the grader said it. */
  readonly confidence?: number;
  readonly byLearner: boolean;
  /** False for a member of an "any of these" group whose place better members have taken: nothing was lost by it, so it is listed but not drawn. */
  readonly counts: boolean;
}

/** What remarks need of a question; absent where the question vanished from its roadmap. */
export type Rubric = Pick<Question, "criteria" | "groups">;

/** The remarks of a grade, or of the verdicts that have arrived so far. Never throws, whatever the grader left out. */
export function remarksOf(
  grade: Pick<Grade, "verdicts"> & Partial<Pick<Grade, "errors">>,
  rubric: Rubric | undefined,
): Remark[] {
  const spare = spareCriteria(grade.verdicts, rubric);
  const fromVerdicts = grade.verdicts.map((verdict): Remark => ({
    id: verdict.criterion,
    kind: verdict.verdict,
    idea: rubric?.criteria.find((c) => c.id === verdict.criterion)?.idea ?? verdict.criterion.replaceAll("-", " "),
    text: verdict.remark,
    quotes: verdict.quotes,
    marks: marksPhrase(verdict, rubric),
    ...(verdict.confidence === undefined ? {} : { confidence: verdict.confidence }),
    byLearner: verdict.by === "learner",
    counts: verdict.verdict === "contradicted" || !spare.has(verdict.criterion),
  }));
  const fromErrors = (grade.errors ?? []).map((error, n): Remark => ({
    id: `error:${n + 1}`,
    kind: "contradicted",
    idea: "",
    text: error.remark,
    quotes: error.quotes,
    marks: "",
    byLearner: false,
    counts: true,
  }));
  return [...fromVerdicts, ...fromErrors];
}

function marksPhrase(verdict: Verdict, rubric: Rubric | undefined): string {
  const criterion = rubric?.criteria.find((c) => c.id === verdict.criterion);
  if (!criterion) return "";
  const { low, high } = creditRange(verdict);
  const from = formatHalf(low * criterion.marks);
  const to = formatHalf(high * criterion.marks);
  const earned = from === to ? from : `${from}–${to}`;
  const worth = criterion.marks === 1 ? t("{0} of 1 mark", earned) : t("{0} of {1} marks", earned, criterion.marks);
  const group = rubric?.groups.find((g) => g.id === criterion.group);
  return group
    ? t(
        "{0}; the best {1} of {2} count",
        worth,
        group.choose,
        rubric?.criteria.filter((c) => c.group === group.id).length ?? 0,
      )
    : worth;
}

/** Members of groups beyond the best `choose`, which are those that pay. */
function spareCriteria(verdicts: readonly Verdict[], rubric: Rubric | undefined): Set<string> {
  const spare = (rubric?.groups ?? []).flatMap((group) => {
    const members = new Set(rubric?.criteria.filter((c) => c.group === group.id).map((c) => c.id));
    const bestFirst = verdicts
      .filter((v) => members.has(v.criterion))
      .sort((a, b) => creditRange(b).high - creditRange(a).high || creditRange(b).low - creditRange(a).low);
    return bestFirst.slice(group.choose).map((v) => v.criterion);
  });
  return new Set(spare);
}

/** "Covered · lack of variety": the verdict in a word and what it is about. The remark's title wherever it is told in full; its body follows. */
export function remarkTitle({ kind, idea }: Pick<Remark, "kind" | "idea">, estimate: boolean): string {
  const word = verdictWord(kind, estimate);
  return idea === "" ? word : `${word} · ${idea}`;
}

/** The remark's text without the verdict's word and the idea at its beginning, for places that have just said them. */
export function remarkBody({ kind, idea, text }: Pick<Remark, "kind" | "idea" | "text">, estimate: boolean): string {
  const body = withoutLead(withoutLead(text.trim(), verdictWord(kind, estimate)), idea).replace(
    /^\(([^()]*)\)(\.?)$/,
    "$1$2",
  );
  return body === text.trim() ? body : body.slice(0, 1).toUpperCase() + body.slice(1);
}

/** Drops `lead` where the text begins with it as words of their own: "Partly. Say which …" → "Say which …". */
export function withoutLead(text: string, lead: string): string {
  const next = text.slice(lead.length);
  const leads =
    lead !== "" && text.slice(0, lead.length).toLowerCase() === lead.toLowerCase() && /^\s*([:.,;–—-]|\(|$)/.test(next);
  return leads ? next.replace(/^\s*[:.,;–—-]*\s*/, "") : text;
}
