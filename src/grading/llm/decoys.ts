// Decoys: criteria of far topics, put among those asked, that the answer surely does not speak of. A model that calls
// one met is not believed. Chosen by hash of what the model is shown, so that the same answer is asked the same way.
import { canonicalJson, sha256Hex } from "../../core/text/hash";
import type { Criterion, Question } from "../../core/roadmap/question";
import type { Roadmap, Topic } from "../../core/roadmap/roadmap";
import type { CheckOptions, Checker } from "../check/checker";
import type { Language } from "../language/language";
import { tokenise } from "../text/tokens";
import { spareDecoys } from "./spareDecoys";

/** Most decoys of one call. */
export const mostDecoys = 2;
/** A decoy shows this many other wordings, so that it looks like the others and costs little. */
const shownWordings = 1;

/** What decoys are chosen by. */
export interface DecoyRequest {
  readonly question: Question;
  /** The roadmap of the question, whose far topics the decoys are of; without it they are statements of ours. */
  readonly roadmap?: Roadmap;
  /** The answer as the model is shown it. */
  readonly shown: string;
  /** False where the check cannot read the answer, so that only what is far from everything will do. */
  readonly readable: boolean;
  readonly checker: Checker;
  readonly language: Language;
  readonly promptVersion: string;
}

/** The decoys of one grading, at most `mostDecoys`; undefined where it was cancelled. */
export async function chooseDecoys(
  request: DecoyRequest,
  options: CheckOptions = {},
): Promise<readonly Criterion[] | undefined> {
  const { question, roadmap, readable } = request;
  const seed = decoySeed(request);
  const taken = new Set(question.criteria.map(({ id }) => id.toLowerCase()));
  const chosen: Criterion[] = [];
  for (const tier of roadmap && readable ? tiersOf(roadmap, question) : []) {
    if (chosen.length > 0) break;
    const candidates = inOrder(seed, tier, ({ of, criterion }) => `${of.id} ${criterion.id}`);
    const spoken = new Map<Question, ReadonlySet<string>>();
    const from = new Set<Question>();
    for (const { of, criterion } of candidates) {
      if (chosen.length >= mostDecoys) break;
      if (from.has(of) || taken.has(criterion.id.toLowerCase())) continue;
      const said = spoken.get(of) ?? (await request.checker.tellingIn(of, request.shown, options));
      if (said === undefined) return undefined;
      spoken.set(of, said);
      if (said.has(criterion.id)) continue;
      from.add(of);
      taken.add(criterion.id.toLowerCase());
      chosen.push(asDecoy(criterion));
    }
  }
  return chosen.length > 0 ? chosen : spare(request, seed, taken);
}

/** `items` with the decoys among them, at places that change with `seed`. */
export function amongst<T>(items: readonly T[], decoys: readonly T[], seed: string): T[] {
  const mixed = [...items];
  decoys.forEach((decoy, i) => {
    const place = parseInt(sha256Hex(`${seed} ${String(i)}`).slice(0, 8), 16) % (mixed.length + 1);
    mixed.splice(place, 0, decoy);
  });
  return mixed;
}

interface Candidate {
  readonly of: Question;
  readonly criterion: Criterion;
}

/**
 * Candidates of far topics: neither a prerequisite nor what rests on this topic; those that do not even stand next to
 * it come first.
 */
function tiersOf(roadmap: Roadmap, question: Question): readonly (readonly Candidate[])[] {
  const home = roadmap.topics.findIndex(({ questions }) => questions.some(({ id }) => id === question.id));
  const topic = roadmap.topics[home];
  if (topic === undefined) return [];
  const before = prerequisitesOf(roadmap, topic);
  const far = roadmap.topics.filter(
    (other) => other !== topic && !before.has(other.id) && !other.prerequisites.includes(topic.id),
  );
  const apart = far.filter((other) => Math.abs(roadmap.topics.indexOf(other) - home) > 1);
  return [apart, far].map((topics) => candidatesOf(topics, question));
}

function candidatesOf(topics: readonly Topic[], { criteria }: Question): Candidate[] {
  const ideas = new Set(criteria.map(({ idea }) => idea));
  return topics.flatMap(({ questions }) =>
    questions.flatMap((of) =>
      of.criteria.flatMap((criterion) => (ideas.has(criterion.idea) ? [] : [{ of, criterion }])),
    ),
  );
}

/** Ids of all topics that a topic rests on, directly or not. */
function prerequisitesOf(roadmap: Roadmap, topic: Topic): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...topic.prerequisites];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(roadmap.topics.find((other) => other.id === id)?.prerequisites ?? []));
  }
  return found;
}

/** Statements of ours of which no content word stands in the question or the answer. */
function spare(request: DecoyRequest, seed: string, taken: ReadonlySet<string>): readonly Criterion[] {
  const { question, shown, language } = request;
  const stemsOf = (text: string): string[] =>
    tokenise(text, language).flatMap(({ grammar, stem }) => (grammar ? [] : [stem]));
  const asked = [
    question.prompt,
    question.reference,
    ...question.criteria.flatMap((c) => [c.statement, ...c.accepted]),
  ];
  const said = new Set(stemsOf([shown, ...asked].join("\n")));
  const free = spareDecoys.filter(({ id, statement }) => !taken.has(id) && !sharesMuch(stemsOf(statement), said));
  return inOrder(seed, free, ({ id }) => id).slice(0, mostDecoys);
}

/** One everyday word in common is chance; an answer about tides shares more. */
function sharesMuch(stems: readonly string[], said: ReadonlySet<string>): boolean {
  return new Set(stems.filter((stem) => said.has(stem))).size > 1;
}

function asDecoy({ id, marks, statement, accepted, idea }: Criterion): Criterion {
  return { id, marks, statement, accepted: accepted.slice(0, shownWordings), misconceptions: [], idea };
}

/** What decoys and their places are chosen by: question, answer and prompt version, and nothing else. */
export function decoySeed({
  question,
  shown,
  promptVersion,
}: Pick<DecoyRequest, "question" | "shown" | "promptVersion">) {
  return sha256Hex(canonicalJson([promptVersion, question.id, shown]));
}

function inOrder<T>(seed: string, items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: sha256Hex(`${seed} ${nameOf(item)}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}
