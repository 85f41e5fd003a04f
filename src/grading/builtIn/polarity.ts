// Whether a sentence that shares its words with an accepted wording says something else: the shared words denied, an opposite in
// a word's place, or two parts in each other's role. Local and cautious: what is unclear passes. Knows nothing of marks.
import { areOpposites } from "../../core/text/opposites";
import type { Token } from "../../core/text/tokens";

/** A part of a sentence that is denied or asserted as one. */
interface Clause {
  readonly tokens: readonly Token[];
  /** Odd where what it says is denied. */
  readonly denials: number;
  /** Holds a word that is half a denial ("stops", "hard", "only"): nothing is concluded from it. */
  readonly unclear: boolean;
  /** Says under which condition ("when …", "without …"), so its own denials turn nothing round. */
  readonly condition: boolean;
}

/** A text cut into clauses; make it once for each text. */
export interface Clauses {
  readonly clauses: readonly Clause[];
  readonly content: readonly Token[];
  readonly stems: ReadonlySet<string>;
}

const opens = new Set(
  "but while whereas because since although though so and which who when if unless until where once than rather instead without however therefore thus hence".split(
    " ",
  ),
);
const conditions = new Set("if when unless until where once without rather instead than".split(" "));
/** Verbs that end a "without …" and what may follow an "and" that begins a statement of its own. */
const auxiliary = new Set(
  "is are was were be can cannot could will would may might must should do does did has have need it they we you he she the a an this that these those each both always never still also thus so".split(
    " ",
  ),
);
const saying = new Set(
  "mean means say says show shows know think believe ensure ensures find so such true sure is".split(" "),
);
const denials = new Set(
  "not no never none nobody neither nor cannot hardly rarely seldom scarcely unnecessary needless superfluous useless pointless irrelevant unimportant harmless unneeded unaffected non unable impossible".split(
    " ",
  ),
);
const halfDenials = new Set(
  "stop stops stopped lack lacks lacking avoid avoids prevent prevents fail fails failed lose loses losing lost ignore ignores ignored ignoring hard harder difficult few fewer less little limited only just merely barely missing absent forget forgets drop drops remove removes removed bad badly poor poorly worse weak problem problems suffer suffers unstable unlike instead nothing except unless without avoid exclude excluded excludes unclear too otherwise risk".split(
    " ",
  ),
);
/** "not only", "no matter", "no doubt" …: no denials. */
const harmless =
  /^(?:not (?:only|just|merely|simply|necessarily|until|to mention)|no (?:matter|doubt|longer|one|single|explicit)|nor|none other)\b/;
const dispensable =
  /\b(?:any|whatever|whichever|every|all)\b[^.;]{0,50}\b(?:will do|would do|is fine|are fine|is good enough|suffices?|works? equally well)\b|\b(?:can|may|could|should) (?:just |simply |safely |well )*be (?:left out|skipped|omitted|ignored|neglected|forgotten)\b|\b(?:leaves?|left|leaving|stays?|remains?)\b[^.;,]{0,30}\b(?:unchanged|untouched|unaffected)\b/;

/** Cuts a text with its tokens (offsets into `text`, or into what `text` was cut from at `from`) into clauses. */
export function clausesOf(text: string, tokens: readonly Token[], from = 0): Clauses {
  const parts: Token[][] = [[]];
  const inherits = new Set<readonly Token[]>();
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const part = parts.at(-1) ?? [];
    const between = before ? text.slice(before.end - from, token.start - from) : "";
    const next = tokens[i + 1];
    const own = next !== undefined && auxiliary.has(next.word);
    const opening =
      token.word === "and"
        ? own || part.filter((t) => !t.grammar).length >= 3
        : token.word === "that"
          ? before !== undefined && !before.grammar && !saying.has(before.word)
          : opens.has(token.word) || (part[0]?.word === "without" && auxiliary.has(token.word));
    if (!before || !(opening || /[,;:()–—]|->|→| - /.test(between))) part.push(token);
    else {
      const made = [token];
      if (token.word === "and" && !own) inherits.add(made);
      parts.push(made);
    }
  });
  const whole = text.toLowerCase();
  const clauses: Clause[] = [];
  for (const part of parts) {
    const start = (part[0]?.start ?? from) - from;
    const said = whole.slice(start, (part.at(-1)?.end ?? from) - from);
    const denied =
      part.filter((t) => denies(t.word) && !harmless.test(whole.slice(t.start - from))).length +
      (dispensable.test(said) ? 1 : 0);
    clauses.push({
      tokens: part,
      denials: denied === 0 && inherits.has(part) ? (clauses.at(-1)?.denials ?? 0) : denied,
      unclear: part.some((t) => halfDenials.has(t.word)),
      condition: conditions.has(part[0]?.word ?? ""),
    });
  }
  const content = tokens.filter((t) => !t.grammar);
  return { clauses, content, stems: new Set(tokens.map((t) => t.stem)) };
}

function denies(word: string): boolean {
  return denials.has(word) || word.endsWith("n't");
}

/** Why a sentence is doubtful although its words match (`silent`: the wording cannot tell); of an opposite, the stem of the sentence's own word. */
export interface Doubt {
  readonly kind: "denied" | "opposite" | "swapped" | "silent";
  readonly word?: string;
}

/** Whether two words are the same or near enough. */
export type Alike = (a: Token, b: Token) => boolean;

/** What a word of the wording weighs. */
export type WeightOf = (token: Token) => number;

/** Whether `said` denies, turns round or swaps what `wording` says; undefined where nothing speaks for it. Both are one sentence long. */
export function doubtOf(said: Clauses, wording: Clauses, weightOf: WeightOf, alike: Alike): Doubt | undefined {
  const denied = deniedShare(said, wording, weightOf, alike);
  if (denied !== undefined && denied >= 0.6) return { kind: "denied" };
  const word = oppositeIn(said, wording);
  if (word !== undefined) return { kind: "opposite", word };
  if (isSwapped(said, wording)) return { kind: "swapped" };
  return denied === undefined ? { kind: "silent" } : undefined;
}

/** What a denial followed by nothing else denies: "X is not needed". */
const weak = new Set(["need", "matter", "requir", "import", "necessari", "suit", "us", "relev"]);

const predicative = /^(?:un|needless|superfluous|useless|pointless|irrelevant|harmless)/;

/** Whether a clause denies a word of it: 1, asserts it: 0, or leaves it open, as it stands before the denial of something else: undefined. */
function polarity(clause: Clause, token: Token): 0 | 1 | undefined {
  if (clause.denials % 2 === 0) return 0;
  const last = clause.tokens.reduce((at, t, i) => (denies(t.word) ? i : at), -1);
  const after = clause.tokens.slice(last + 1).filter((t) => !t.grammar || weak.has(t.stem));
  const ofSubject =
    after.length === 0 || weak.has(after[0]?.stem ?? "") || predicative.test(clause.tokens[last]?.word ?? "");
  return last >= 0 && !ofSubject && clause.tokens.indexOf(token) < last ? undefined : 1;
}

/** The polarity turned round where the two clauses hold opposites: "not the same" is "different". */
function turn(side: 0 | 1 | undefined, said: Clause, meant: Clause): 0 | 1 | undefined {
  if (side === undefined) return side;
  const turned = said.tokens.some(
    (t) => !denies(t.word) && meant.tokens.some((w) => !denies(w.word) && areOpposites(t.stem, w.stem)),
  );
  return turned ? (side === 0 ? 1 : 0) : side;
}

/** The share of the matched words, by weight, that one of the two denies and the other asserts; undefined where the denial is of none of them. */
function deniedShare(said: Clauses, wording: Clauses, weightOf: WeightOf, alike: Alike): number | undefined {
  const negative = said.clauses.filter((c) => c.denials % 2 === 1 && !c.condition);
  if (negative.length === 0 || negative.some((c) => c.unclear)) return 0;
  if (said.clauses.some((c) => c.condition && (c.unclear || c.denials > 0))) return 0;
  let denied = 0;
  let all = 0;
  for (const clause of wording.clauses) {
    if (clause.condition) continue;
    for (const term of clause.tokens) {
      if (term.grammar) continue;
      const held = said.clauses
        .filter((c) => !c.condition)
        .flatMap((c) =>
          c.tokens
            .filter((t) => !t.grammar && (t.stem === term.stem || alike(t, term)))
            .map((t) => turn(polarity(c, t), c, clause)),
        );
      if (held.length === 0) continue;
      const meant = polarity(clause, term);
      const open = meant === undefined || held.includes(undefined);
      all += open ? 0 : weightOf(term);
      if (!open && !clause.unclear && held.every((h) => h !== meant)) denied += weightOf(term);
    }
  }
  return all > 0 ? denied / all : undefined;
}

/** The stem of a word whose opposite the wording has in its place. */
function oppositeIn(said: Clauses, wording: Clauses): string | undefined {
  const theirs = wording.clauses.flatMap((c) => c.tokens).filter((w) => !said.stems.has(w.stem) && !denies(w.word));
  const turned = said.clauses
    .flatMap((c) => c.tokens)
    .filter((t) => !wording.stems.has(t.stem) && !denies(t.word))
    .flatMap((t) => theirs.filter((w) => areOpposites(t.stem, w.stem)).map((w) => [t, w] as const));
  const attached = turned.find(([t, w]) =>
    besides(wording, w).some((n) =>
      w.grammar ? besides(said, t).includes(n) : clauseOf(said, t)?.tokens.some((o) => o.stem === n),
    ),
  );
  if (!attached) return undefined;
  const turns = new Set(turned.map(([t]) => t.stem)).size;
  const [denied, meant] = [clauseOf(said, attached[0])?.denials ?? 0, clauseOf(wording, attached[1])?.denials ?? 0];
  return (turns + denied + meant) % 2 === 1 ? attached[0].stem : undefined;
}

function clauseOf(text: Clauses, token: Token | undefined): Clause | undefined {
  return token === undefined ? undefined : text.clauses.find((c) => c.tokens.includes(token));
}

/** Stems of the content words next to a token in its clause, the nearest two on either side; for a function word ("more") what follows, "different" aside. */
function besides(text: Clauses, token: Token): readonly string[] {
  const held = (clauseOf(text, token)?.tokens ?? []).filter((t) => t === token || !t.grammar);
  const at = held.indexOf(token);
  return (
    token.grammar
      ? held
          .slice(at + 1)
          .filter((t) => t.stem !== "differ")
          .slice(0, 1)
      : [...held.slice(Math.max(0, at - 2), at), ...held.slice(at + 1, at + 3)]
  ).map((t) => t.stem);
}

/** Whether two opposite or parallel parts that both texts name stand in each other's place. */
function isSwapped(said: Clauses, wording: Clauses): boolean {
  const shared = wording.clauses
    .flatMap((c, i) => c.tokens.map((t) => ({ t, i })))
    .filter(({ t }) => said.stems.has(t.stem));
  if (new Set(shared.filter(({ t }) => !t.grammar).map(({ t }) => t.stem)).size < 4) return false;
  for (const { t: a, i } of shared) {
    for (const { t: b, i: j } of shared) {
      if (b.start <= a.start || a.stem === b.stem) continue;
      const opposite = areOpposites(a.stem, b.stem);
      if (opposite && i === j && orderTurned(said, wording, a, b)) return true;
      if (i !== j && (opposite || (isHead(wording, a) && isHead(wording, b))) && partnersTurned(said, wording, a, b))
        return true;
    }
  }
  return false;
}

function isHead(text: Clauses, token: Token): boolean {
  return !token.grammar && clauseOf(text, token)?.tokens.find((t) => !t.grammar) === token;
}

/** In one clause: "the generator … fooling the discriminator" against "the discriminator … fooling the generator". */
function orderTurned(said: Clauses, wording: Clauses, a: Token, b: Token): boolean {
  const home = said.clauses.find(
    (c) => c.tokens.some((t) => t.stem === a.stem) && c.tokens.some((t) => t.stem === b.stem),
  );
  const meant = clauseOf(wording, a);
  if (!home || !meant) return false;
  const stems = home.tokens.map((t) => t.stem);
  const [x, y] = [stems.indexOf(a.stem), stems.indexOf(b.stem)];
  if (x < y) return false;
  const between = (clause: Clause, from: number, to: number): readonly Token[] => clause.tokens.slice(from + 1, to);
  const here = between(home, y, x);
  const there = between(meant, meant.tokens.indexOf(a), meant.tokens.indexOf(b));
  const passive = (tokens: readonly Token[]): boolean => tokens.some((t) => t.word === "by");
  return passive(here) === passive(there) && here.some((t) => !t.grammar && there.some((w) => w.stem === t.stem));
}

/** In two clauses: what the wording says of each is said of the other. */
function partnersTurned(said: Clauses, wording: Clauses, a: Token, b: Token): boolean {
  const partners = (text: Clauses, stem: string, other: string): Set<string> =>
    new Set(
      text.clauses
        .filter((c) => c.tokens.some((t) => t.stem === stem) && !c.tokens.some((t) => t.stem === other))
        .flatMap((c) => c.tokens.filter((t) => !t.grammar && t.stem !== stem).map((t) => t.stem)),
    );
  const [wa, wb] = [partners(wording, a.stem, b.stem), partners(wording, b.stem, a.stem)];
  const [sa, sb] = [partners(said, a.stem, b.stem), partners(said, b.stem, a.stem)];
  const only = (x: Set<string>, y: Set<string>): string[] => [...x].filter((s) => !y.has(s));
  const [ofA, ofB] = [only(wa, wb), only(wb, wa)];
  const [saysA, saysB] = [new Set(only(sa, sb)), new Set(only(sb, sa))];
  const straight = ofA.filter((s) => saysA.has(s)).length + ofB.filter((s) => saysB.has(s)).length;
  const crossed = ofA.filter((s) => saysB.has(s)).length + ofB.filter((s) => saysA.has(s)).length;
  if (straight > 0 || ofA.length === 0 || ofB.length === 0) return false;
  // Items of a list are no statements about each other.
  const says = (text: Clauses, t: Token): boolean =>
    (text.clauses.find((c) => c.tokens.some((o) => o.stem === t.stem))?.tokens.filter((o) => !o.grammar).length ?? 0) >=
    3;
  const opposite = areOpposites(a.stem, b.stem);
  const leads = (t: Token): boolean => said.clauses.some((c) => c.tokens.find((o) => !o.grammar)?.stem === t.stem);
  if (!opposite && ![a, b].every((t) => leads(t) && says(wording, t) && says(said, t))) return false;
  return opposite ? crossed >= 1 : ofA.some((s) => saysB.has(s)) && ofB.some((s) => saysA.has(s));
}
