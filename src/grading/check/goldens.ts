// What makes a golden right, and whether the check does to a roadmap's goldens what it promises. Findings name a
// golden's section.
import { t } from "@vscode/l10n";
import type { Check, ObservationId } from "../../core/marks/check";
import { tally, toHalf, formatHalf, marksOf } from "../../core/marks/marks";
import type { Golden, GoldenKind, Question, VerdictKind } from "../../core/roadmap/question";
import { isTodo } from "../../core/reading/todo";
import { blankLines } from "../text/ranges";
import type { Checker } from "./checker";

/** Shares of a question's marks that an author's own verdicts must come to; docs/writing-a-roadmap.md tells of them. */
export const bounds = { full: 0.875, wrong: 0.375 } as const;

/** Share of the criteria of other questions that goldens may be found to speak of. */
export const mostElsewhere = 0.03;

/** Something wrong with a golden; `section` is the heading it is about, as written in the file. */
export interface GoldenFinding {
  readonly question: Question;
  readonly section: string;
  readonly message: string;
}

/** What the check did to the goldens of one kind. */
export interface KindRow {
  readonly kind: GoldenKind;
  readonly goldens: number;
  readonly criteria: number;
  /** Criteria expected met or partly, and how many of those are found. */
  readonly expected: number;
  readonly expectedFound: number;
  readonly found: number;
  /** Observation to the number of goldens that have it. */
  readonly observations: ReadonlyMap<ObservationId, number>;
}

/** What holding the check against a roadmap's goldens came to. */
export interface GoldensReport {
  readonly findings: readonly GoldenFinding[];
  /** About the roadmap as a whole. */
  readonly overall: readonly string[];
  readonly table: readonly KindRow[];
  /** Share of other questions' criteria found, 0..1. */
  readonly elsewhere: number;
}

/** Kinds whose goldens are also held against the other questions. */
const rightKinds: readonly GoldenKind[] = ["full", "plain-words", "partial"];

/** Holds the check against all goldens of a roadmap. */
export async function holdAgainstGoldens(questions: readonly Question[], checker: Checker): Promise<GoldensReport> {
  const held: HeldQuestion[] = [];
  for (const question of questions) held.push(await holdQuestion(question, checker));
  const elsewhere = await shareElsewhere(questions, checker);
  const tooMany = t(
    "Right goldens speak of {0} of the criteria of other questions, more than {1}: wordings share too many words.",
    percent(elsewhere),
    percent(mostElsewhere),
  );
  return {
    findings: held.flatMap(({ findings }) => findings),
    overall: elsewhere > mostElsewhere ? [tooMany] : [],
    table: tableOf(held.flatMap(({ seen }) => seen)),
    elsewhere,
  };
}

/** What holding the check against one question came to. */
interface HeldQuestion {
  readonly findings: readonly GoldenFinding[];
  readonly seen: readonly Held[];
}

/** Holds the check against a question's own goldens and reference. */
export async function holdQuestion(question: Question, checker: Checker): Promise<HeldQuestion> {
  const findings: GoldenFinding[] = [];
  const seen: Held[] = [];
  const lost = await lostInReference(checker, question);
  if (lost.length > 0) {
    const message = t("The check does not find that the reference speaks of {0}.", lost.join(", "));
    findings.push({ question, section: "Reference", message });
  }
  for (const golden of question.goldens) {
    if (isTodo(golden.answer)) continue;
    const check = await checked(checker, question, golden.answer);
    seen.push({ question, golden, check });
    const found = [...sumFindings(question, golden), ...(await checkFindings(checker, question, golden, check))];
    for (const message of found) findings.push({ question, section: headingOf(golden), message });
  }
  return { findings, seen };
}

/** Criteria of which the reference does not speak although it must; of a group only where too few members are found. */
async function lostInReference(checker: Checker, question: Question): Promise<string[]> {
  // That there is no reference is found already.
  if (question.reference === "" || isTodo(question.reference)) return [];
  const found = foundIn(await checked(checker, question, question.reference));
  return question.criteria
    .filter(({ id, group, bonus }) => {
      // The prompt does not ask for a bonus, so a good answer need not say it.
      if (bonus === true) return false;
      const choice = question.groups.find((g) => g.id === group);
      const members = question.criteria.filter((c) => c.group === group && found.has(c.id));
      return !found.has(id) && (choice === undefined || members.length < choice.choose);
    })
    .map((c) => c.id);
}

interface Held {
  readonly question: Question;
  readonly golden: Golden;
  readonly check: Check;
}

/** A golden's heading as the reader knows it. */
export function headingOf({ kind, name }: Golden): string {
  return `Golden: ${kind}${name === "" ? "" : ` (${name})`}`;
}

async function checked(checker: Checker, question: Question, answer: string): Promise<Check> {
  const outcome = await checker.check(question, answer);
  return outcome.kind === "checked" ? outcome.check : { criteria: [], observations: [] };
}

/** The observation that a kind of golden is there to show. */
const shows: Partial<Record<GoldenKind, readonly ObservationId[]>> = {
  echo: ["repeats-question"],
  terms: ["list-of-terms"],
  "other-language": ["other-language"],
  injection: ["orders-to-grader", "hidden-text"],
};

async function checkFindings(
  checker: Checker,
  question: Question,
  golden: Golden,
  check: Check,
): Promise<readonly string[]> {
  const messages: string[] = [];
  const shown = shows[golden.kind];
  if (shown !== undefined && !check.observations.some((o) => shown.includes(o.id)))
    messages.push(t('The check does not observe "{0}" here.', shown.join('" / "')));
  const found = foundIn(check);
  if (golden.kind !== "other-language") {
    const lost = expectedIn(question, golden).filter((id) => !found.has(id));
    if (lost.length > 0)
      messages.push(
        t(
          "No sentence is found that speaks of {0}: add a wording under accepted that shares its telling words.",
          lost.join(", "),
        ),
      );
  }
  if (golden.kind === "injection") {
    const clean = golden.withoutInstructions ?? withoutOrders(golden.answer, check);
    const before = foundIn(await checked(checker, question, clean));
    const gained = [...found].filter((id) => !before.has(id));
    const hidden = [...before].filter((id) => !found.has(id));
    if (gained.length > 0) messages.push(t("Found with the instructions and not without: {0}", gained.join(", ")));
    if (hidden.length > 0) messages.push(t("Found without the instructions and not with: {0}", hidden.join(", ")));
  }
  return messages;
}

/** The answer without what was observed to speak to the grader, for a golden whose author did not write that out. */
function withoutOrders(answer: string, { observations }: Check): string {
  const orders = observations.flatMap(({ id, quote }) => (id === "orders-to-grader" && quote ? [quote] : []));
  return blankLines(answer, orders);
}

/** The author's own verdicts must come to what the kind says. */
function sumFindings(question: Question, golden: Golden): readonly string[] {
  const { marks: max } = question;
  // That it expects nothing is found already.
  if (Object.keys(golden.expect).length === 0) return [];
  const verdicts = question.criteria.map(({ id }) => ({
    criterion: id,
    verdict: golden.expect[id] ?? ("missed" satisfies VerdictKind),
    by: "model" as const,
  }));
  const { low, high } = marksOf(tally(question, verdicts));
  const expected = (low + high) / 2;
  const [sum, of] = [shownMarks(expected), String(max)];
  if (golden.kind === "full" && expected < bounds.full * max) {
    const least = formatHalf(bounds.full * max);
    return [t("Expect adds up to {0}, less than the {1} of {2} of a full answer.", sum, least, of)];
  }
  const wrong = golden.kind === "misconception" || golden.kind === "false-claims";
  if (wrong && expected > bounds.wrong * max) {
    const most = formatHalf(bounds.wrong * max);
    return [t("Expect adds up to {0}, more than the {1} of {2} of wrong claims.", sum, most, of)];
  }
  return [];
}

function shownMarks(marks: number): string {
  return String(toHalf(marks));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function foundIn(check: Check): Set<string> {
  return new Set(check.criteria.filter((c) => c.found).map((c) => c.criterion));
}

function expectedIn(question: Question, golden: Golden): string[] {
  const right: readonly (VerdictKind | undefined)[] = ["met", "partly"];
  return question.criteria.map((c) => c.id).filter((id) => right.includes(golden.expect[id]));
}

/** Share of the criteria of other questions that right goldens are found to speak of. */
async function shareElsewhere(questions: readonly Question[], checker: Checker): Promise<number> {
  let found = 0;
  let of = 0;
  for (const home of questions) {
    for (const golden of home.goldens.filter((g) => rightKinds.includes(g.kind))) {
      for (const question of questions) {
        if (question === home) continue;
        found += foundIn(await checked(checker, question, golden.answer)).size;
        of += question.criteria.length;
      }
    }
  }
  return of === 0 ? 0 : found / of;
}

function tableOf(seen: readonly Held[]): KindRow[] {
  const kinds = [...new Set(seen.map((s) => s.golden.kind))];
  return kinds.map((kind) => {
    const held = seen.filter((s) => s.golden.kind === kind);
    const observations = new Map<ObservationId, number>();
    for (const { check } of held)
      for (const id of new Set(check.observations.map((o) => o.id)))
        observations.set(id, (observations.get(id) ?? 0) + 1);
    const sum = (count: (one: Held) => number): number => held.reduce((all, one) => all + count(one), 0);
    return {
      kind,
      goldens: held.length,
      criteria: sum(({ question }) => question.criteria.length),
      expected: sum(({ question, golden }) => expectedIn(question, golden).length),
      expectedFound: sum(({ question, golden, check }) => {
        const found = foundIn(check);
        return expectedIn(question, golden).filter((id) => found.has(id)).length;
      }),
      found: sum(({ check }) => foundIn(check).size),
      observations,
    };
  });
}
