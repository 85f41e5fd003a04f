// Remarks: an attempt and what the learner said of it, turned into the list of things said to the learner, in rubric
// order, with errors after them. No positions in a document and no drawing here.
import { t } from "@vscode/l10n";
import type { Attempt } from "../attempts/attempt";
import { couldRead } from "../marks/check";
import type { Verdict } from "../marks/grade";
import { creditRange, formatHalf, formatRange, type Rubric } from "../marks/marks";
import type { Criterion, CriterionGroup } from "../roadmap/question";
import { givesMarks, type CriterionStanding, type Standing } from "../attempts/standing";
import { isCheckState } from "./look";
import type { Remark, RemarkState, SaidBy } from "./remark";

/**
 * The remarks of an attempt as it stands. Never throws, whatever the attempt left out; without a rubric the ideas are
 * the criteria's ids.
 */
export function remarksOf(standing: Standing, rubric: Rubric | undefined): Remark[] {
  const { attempt } = standing;
  const modelCounts = attempt.kind === "graded" && givesMarks(attempt);
  const read = attempt.kind !== "checked" || couldRead(attempt.check);
  const drafts = standing.criteria.map((criterion) => draftOf(criterion, modelCounts, read));
  return [...placed(drafts, attempt, rubric), ...errorRemarks(standing)];
}

/** The remarks of the verdicts that have arrived so far; without marks, which come with the grade. */
export function provisionalRemarks(verdicts: readonly Verdict[], rubric: Rubric | undefined): Remark[] {
  const drafts = verdicts.map((judged) =>
    draftOf({ criterion: judged.criterion, judged, dismissed: false }, false, true),
  );
  return placed(drafts, undefined, rubric);
}

/** A remark before its place in the rubric is known. */
interface Draft extends Omit<Remark, "idea" | "marks" | "counts" | "group" | "misconception"> {
  /** Whether its state is one that marks are added up from. */
  readonly judged: boolean;
  /** Whether it was given on other words than the criterion has now. */
  readonly earlier: boolean;
}

function draftOf(standing: CriterionStanding, modelCounts: boolean, read: boolean): Draft {
  const { criterion, checked, judged, own, dismissed, disputed } = standing;
  const before = saidBefore(standing, read);
  const state: RemarkState = own ?? before?.state ?? "not-found";
  const by: SaidBy = own === undefined ? (before?.by ?? "check") : "learner";
  return {
    id: criterion,
    state,
    by,
    ...(own !== undefined && before !== undefined ? { before } : {}),
    text: judged?.remark ?? "",
    quotes: judged?.quotes ?? checked?.quotes ?? [],
    ...(judged?.confidence === undefined ? {} : { confidence: judged.confidence }),
    dismissed,
    ...(disputed === undefined ? {} : { disputed }),
    earlier: own === undefined ? standing.judgedEarlier === true : standing.ownEarlier === true,
    judged: own !== undefined || (judged !== undefined && modelCounts),
  };
}

/** What a model, else a check, said of a criterion. */
function saidBefore({ checked, judged }: CriterionStanding, read: boolean): Remark["before"] {
  if (judged !== undefined) return { state: judged.verdict, by: "model" };
  const notFound = read ? "not-found" : "unread";
  return checked && { state: checked.found ? "found" : notFound, by: "check" };
}

function placed(drafts: readonly Draft[], attempt: Attempt | undefined, rubric: Rubric | undefined): Remark[] {
  const criteria = new Map(rubric?.criteria.map((c) => [c.id, c]));
  const groups = groupsOf(drafts, rubric);
  const misconceptions = misconceptionsOf(attempt);
  return drafts.map(({ judged, earlier, ...draft }): Remark => {
    const criterion = criteria.get(draft.id);
    const group = criterion?.group === undefined ? undefined : groups.get(criterion.group);
    const misconception = misconceptions.get(draft.id);
    return {
      ...draft,
      idea: criterion?.idea ?? draft.id.replaceAll("-", " "),
      marks: judged && criterion ? (earlier ? earlierPhrase() : marksPhrase(draft.state, criterion, group)) : "",
      counts:
        draft.state === "contradicted" || (group?.spare.has(draft.id) !== true && !idleBonus(criterion, draft.state)),
      ...(criterion?.bonus === true ? { bonus: true as const } : {}),
      ...(group && group.waiting !== "" && !satisfies(draft.state) ? { group: group.waiting } : {}),
      ...(misconception === undefined ? {} : { misconception }),
    };
  });
}

function errorRemarks({ attempt, dismissedErrors }: Standing): Remark[] {
  if (attempt.kind !== "graded") return [];
  const dismissed = new Set(dismissedErrors);
  return attempt.grade.errors.map(({ remark, quotes }, n): Remark => {
    const id = `error:${n + 1}`;
    return {
      id,
      state: "contradicted",
      by: "model",
      idea: "",
      text: remark,
      quotes,
      marks: "",
      counts: true,
      dismissed: dismissed.has(id),
    };
  });
}

/** What a check read as a common misconception, by criterion. */
function misconceptionsOf(attempt: Attempt | undefined): Map<string, string> {
  const observations = attempt?.kind === "checked" ? attempt.check.observations : [];
  return new Map(
    observations.flatMap(({ criterion, misconception }) =>
      criterion === undefined || misconception === undefined ? [] : [[criterion, misconception] as const],
    ),
  );
}

/** An "any of these" group as the remarks fill it. */
interface FilledGroup {
  readonly group: CriterionGroup;
  readonly size: number;
  /** Members beyond the best `choose`: nothing is lost by them. */
  readonly spare: ReadonlySet<string>;
  /** "one more of: …" while places are free; else empty. */
  readonly waiting: string;
}

function groupsOf(drafts: readonly Draft[], rubric: Rubric | undefined): Map<string, FilledGroup> {
  const byId = new Map(drafts.map((d) => [d.id, d]));
  const filled = (rubric?.groups ?? []).map((group): readonly [string, FilledGroup] => {
    const members = rubric?.criteria.filter((c) => c.group === group.id) ?? [];
    const said = members.flatMap((c) => byId.get(c.id) ?? []);
    const bestFirst = [...said].sort((a, b) => worth(b.state) - worth(a.state));
    const taken = bestFirst.filter((d) => satisfies(d.state)).length;
    const open = members.filter((c) => !satisfies(byId.get(c.id)?.state ?? "not-found")).map((c) => c.idea);
    return [
      group.id,
      {
        group,
        size: members.length,
        spare: new Set(bestFirst.slice(group.choose).map((d) => d.id)),
        waiting: waitingPhrase(group.choose - taken, open),
      },
    ];
  });
  return new Map(filled);
}

/** A bonus that earns nothing: it costs nothing either, so it is told but not drawn. */
function idleBonus(criterion: Criterion | undefined, state: RemarkState): boolean {
  return criterion?.bonus === true && state !== "met" && state !== "partly" && state !== "found";
}

function waitingPhrase(places: number, open: readonly string[]): string {
  if (places <= 0 || open.length === 0) return "";
  const ideas = open.join("; ");
  return places === 1 ? t("one more of: {0}", ideas) : t("{0} more of: {1}", places, ideas);
}

/** True where a member of a group needs nothing more. */
function satisfies(state: RemarkState): boolean {
  return state === "met" || state === "found";
}

/**
 * Orders the members of a group: what a state can earn, then what it surely earns; a check's by whether it found
 * something.
 */
function worth(state: RemarkState): number {
  if (state === "found") return 1;
  if (state === "not-found" || state === "unread") return 0;
  const { low, high } = creditRange(state);
  return high + low / 10;
}

/** Said where marks would stand: the verdict is of a criterion that has other words now. */
function earlierPhrase(): string {
  return t("said of an earlier wording: not counted");
}

function marksPhrase(state: RemarkState, { marks, bonus }: Criterion, group: FilledGroup | undefined): string {
  if (isCheckState(state)) return "";
  const { low, high } = creditRange(state);
  const earned = formatRange({ low: low * marks, high: high * marks });
  const worthOf = marks === 1 ? t("{0} of 1 mark", earned) : t("{0} of {1} marks", earned, formatHalf(marks));
  if (bonus === true) return t("bonus, {0}: it can fill a lost mark and costs none", worthOf);
  return group ? t("{0}; the best {1} of {2} count", worthOf, group.group.choose, group.size) : worthOf;
}
