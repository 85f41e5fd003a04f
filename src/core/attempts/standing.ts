// Where an attempt stands: what a check or a model found, and what the learner said of it since, criterion by
// criterion.
// Computed each time from the attempt and its amendments; nothing of it is stored.
import type { Amendment, Amends } from "./amendment";
import type { Attempt, SelfVerdict } from "./attempt";
import type { CriterionCheck } from "../marks/check";
import type { Verdict } from "../marks/grade";
import { marksOf, tally, type CountedVerdict, type Rubric, type Tally } from "../marks/marks";
import { isEarlierWording, wordingsNow } from "./wordings";

/** One criterion (or an error beyond the rubric, by its id `error:<n>`), with everybody's word on it. */
export interface CriterionStanding {
  readonly criterion: string;
  /** What the check found. */
  readonly checked?: CriterionCheck;
  /** What a model found; stays in sight beside the learner's own verdict. */
  readonly judged?: Verdict;
  /** The learner's own verdict, which counts where there is one. */
  readonly own?: SelfVerdict;
  /** The model's verdict was given on other words of the criterion than its rubric has now, and counts no more. */
  readonly judgedEarlier?: true;
  /** The learner's own verdict was given on another statement, and counts no more. */
  readonly ownEarlier?: true;
  readonly dismissed: boolean;
  /** The learner's sentence, where the remark is disputed. */
  readonly disputed?: string;
}

export interface Standing {
  readonly attempt: Attempt;
  /** The rubric as it is now; undefined where the question is gone. */
  readonly rubric: Rubric | undefined;
  /** In the order of the attempt, which is the rubric's; behind them those that only the learner has judged. */
  readonly criteria: readonly CriterionStanding[];
  /** Ids of errors beyond the rubric (`error:<n>`) that were dismissed. */
  readonly dismissedErrors: readonly string[];
  /** Added up by the rubric as it is now; undefined where the question is gone. */
  readonly tally: Tally | undefined;
  /** The amendments that stand, oldest first: the last is what "undo" takes back. */
  readonly amendments: readonly Amendment[];
}

/** A verdict of the learner's, and the hash of the statement that it was given on where that was kept. */
interface OwnVerdict {
  readonly verdict: SelfVerdict;
  readonly statement?: string;
}

/** Where an attempt stands. `amendments` come in the order of keeping and may hold those of other attempts. */
export function standingOf(attempt: Attempt, amendments: readonly Amendment[], rubric: Rubric | undefined): Standing {
  const standing = standingAmendments(attempt.id, amendments);
  const said = foldAmends(standing.map((a) => a.amends));
  const ownVerdicts = withBefore(attempt.ownBefore, said.own);
  const now = wordingsNow(rubric);
  const bases = baseOf(attempt);
  const known = new Set(bases.map((base) => base.criterion));
  const ownOnly = [...ownVerdicts.keys()]
    .filter((id) => !known.has(id))
    .map((criterion): BaseStanding => ({ criterion }));
  const criteria = [...bases, ...ownOnly].map((base): CriterionStanding => {
    const own = ownVerdicts.get(base.criterion);
    const disputed = said.disputed.get(base.criterion);
    return {
      ...base,
      ...(own === undefined ? {} : { own: own.verdict }),
      ...(isEarlierWording(own?.statement, now.get(base.criterion)?.statement) ? { ownEarlier: true as const } : {}),
      ...(base.judged && isEarlierWording(attempt.receipt.wordings?.[base.criterion], now.get(base.criterion)?.whole)
        ? { judgedEarlier: true as const }
        : {}),
      ...(disputed === undefined ? {} : { disputed }),
      dismissed: said.dismissed.has(base.criterion),
    };
  });
  return {
    attempt,
    rubric,
    criteria,
    dismissedErrors: [...said.dismissed].filter((id) => id.startsWith("error:")),
    tally: rubric && tally(rubric, countedVerdicts(attempt, criteria)),
    amendments: standing,
  };
}

/**
 * The verdicts that count for marks: the learner's own, else a model's that has earned the right; none that was given
 * on other words than the criterion has now.
 */
export function countedVerdicts(attempt: Attempt, criteria: readonly CriterionStanding[]): CountedVerdict[] {
  const modelCounts = attempt.kind === "graded" && givesMarks(attempt);
  return criteria.flatMap(({ criterion, own, judged, ownEarlier, judgedEarlier }): CountedVerdict[] => {
    if (own !== undefined && ownEarlier !== true) return [{ criterion, verdict: own, by: "learner" }];
    return judged !== undefined && judgedEarlier !== true && modelCounts
      ? [{ criterion, verdict: judged.verdict, by: "model" }]
      : [];
  });
}

/**
 * Whether a model's verdicts count for marks: only where it had earned that by then. A model that nobody had asked,
 * as in attempts of earlier versions, has not.
 */
export function givesMarks({ receipt }: Pick<Attempt, "receipt">): boolean {
  return receipt.qualification === "qualified";
}

/** The learner's own verdicts on an attempt, by criterion; `amendments` as for `standingOf`. */
export function ownVerdictsOf(
  attempt: Pick<Attempt, "id" | "ownBefore">,
  amendments: readonly Amendment[],
): ReadonlyMap<string, OwnVerdict> {
  const said = foldAmends(standingAmendments(attempt.id, amendments).map((a) => a.amends));
  return withBefore(attempt.ownBefore, said.own);
}

/** True where the attempt was taken back. */
export function isWithdrawn({ id }: Pick<Attempt, "id">, amendments: readonly Amendment[]): boolean {
  return standingAmendments(id, amendments).some(({ amends }) => amends.kind === "withdraw");
}

/** Criteria that would earn more, were the learner to mark them as met: what "Mark it yourself" asks for first. */
export function couldEarn({ attempt, criteria }: Standing, rubric: Rubric): readonly string[] {
  const counted = countedVerdicts(attempt, criteria);
  const sure = (verdicts: readonly CountedVerdict[]): number => marksOf(tally(rubric, verdicts)).low;
  return criteria
    .filter(({ criterion, own, ownEarlier }) => {
      if (own !== undefined && ownEarlier !== true) return false;
      const others = counted.filter((v) => v.criterion !== criterion);
      return sure([...others, { criterion, verdict: "met", by: "learner" }]) > sure(counted);
    })
    .map((c) => c.criterion);
}

/** What "undo" takes back now: the last amendment of the attempt that stands. */
export function lastAmendment(standing: Standing): Amendment | undefined {
  return standing.amendments.at(-1);
}

type BaseStanding = Pick<CriterionStanding, "criterion" | "checked" | "judged">;

function baseOf(attempt: Attempt): BaseStanding[] {
  return attempt.kind === "checked"
    ? attempt.check.criteria.map((checked) => ({ criterion: checked.criterion, checked }))
    : attempt.grade.verdicts.map((judged) => ({ criterion: judged.criterion, judged }));
}

/** Own verdicts with what was marked before amendments beneath them. */
function withBefore(
  before: Readonly<Record<string, SelfVerdict>> | undefined,
  said: ReadonlyMap<string, OwnVerdict>,
): ReadonlyMap<string, OwnVerdict> {
  return new Map([...Object.entries(before ?? {}).map(([id, verdict]) => [id, { verdict }] as const), ...said]);
}

/** Of one attempt, those that no later "undo" took back, oldest first. */
function standingAmendments(attempt: string, amendments: readonly Amendment[]): Amendment[] {
  const mine = amendments.filter((a) => a.attempt === attempt);
  const undone = new Set<string>();
  // From the newest: an undo that was itself undone undoes nothing.
  for (const { id, amends } of mine.toReversed())
    if (amends.kind === "undo" && !undone.has(id)) undone.add(amends.amendment);
  return mine.filter(({ id, amends }) => amends.kind !== "undo" && !undone.has(id));
}

/** What stands of each kind, the later word on a criterion over the earlier. */
function foldAmends(all: readonly Amends[]) {
  const own = new Map<string, OwnVerdict>();
  const dismissed = new Set<string>();
  const disputed = new Map<string, string>();
  for (const amends of all) {
    switch (amends.kind) {
      case "mark":
        own.set(amends.criterion, amends);
        break;
      case "dismiss":
        dismissed.add(amends.criterion);
        break;
      case "dispute":
        disputed.set(amends.criterion, amends.words);
        break;
      case "withdraw":
      case "undo":
        break;
    }
  }
  return { own, dismissed, disputed };
}
