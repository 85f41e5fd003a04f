// Words that turn a statement round when one takes the other's place. A small list, written for this project.
import { stem } from "./stems";

const pairs = `
increase decrease|increase reduce|raise lower|rise fall|grow shrink|more less|more fewer|many few|higher lower|high low|greater smaller|larger smaller|large small|big small
faster slower|fast slow|quick slow|long short|longer shorter|better worse|good bad|best worst|easy hard|easy difficult|simple complex|cheap expensive|cheaper dearer
always never|all none|before after|first last|start end|begin end|open close|add remove|allow forbid|allow prevent|cause prevent|accept reject|include exclude|gain lose|improve degrade
maximise minimise|maximum minimum|max min|same different|similar different|equal different|true false|right wrong|correct incorrect|possible impossible|necessary unnecessary|reliable unreliable|stable unstable
supervised unsupervised|labelled unlabelled|biased unbiased|synchronous asynchronous|deterministic random|deterministic stochastic|static dynamic|local global|public private|lossy lossless|dense sparse
encoder decoder|encode decode|generator discriminator|encrypt decrypt|sender receiver|client server|push pull|parallel serial|parallel sequential|overfitting underfitting|upload download|forward backward|left right
decoder encoder|sharp blurry|sharper blurrier|clear unclear|near far|nearest farthest|closest farthest|close apart|together apart|earlier later|previous future|quickly slowly|speed slow|smooth abrupt|gradual abrupt|useful useless|helpful useless|harmless dangerous|harmless harmful|careful careless
reward penalise|reward punish|freeze train|change unchanged|alter unchanged|add remove|addition removal|prevent increase|prevent cause|prevent encourage|reduce increase|reduce cause|avoid cause|discourage encourage|keep drop|keep lose|keep discard|preserve lose|similar dissimilar
predictable random|predictable unpredictable|certain uncertain|balanced unbalanced|real fake|compressed enlarged|reliable unreliable|trained untrained|single many|single several|conditional unconditional|discriminative generative|automatic manual|automatically manually
save waste|cheaper costlier|cheap costly|low big|smaller greater|tiny huge|sparse full|coarse fine|known unknown|seen unseen|visible hidden|noisy clean|expected unexpected|accurate inaccurate|trust distrust|legal illegal|safe unsafe|safe dangerous|easier harder|easy tricky|earn lose
narrow diverse|narrow varied|uniform varied|weaker stronger|previous next
strong weak|wide narrow|early late|deep shallow|internal external|presence absence|present absent|positive negative|success failure|succeed fail|advantage disadvantage|connection-oriented connectionless
`;

const oppositesOf = new Map<string, Set<string>>();
for (const pair of pairs.trim().split(/[|\n]/)) {
  const [a, b] = pair.trim().split(" ").map(stem);
  if (a === undefined || b === undefined) continue;
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const)
    oppositesOf.set(x, (oppositesOf.get(x) ?? new Set()).add(y));
}

/** Whether two stems are a listed pair of opposites, or one is the other with "un-". */
export function areOpposites(stemA: string, stemB: string): boolean {
  if (oppositesOf.get(stemA)?.has(stemB) === true) return true;
  const [short, long] = stemA.length < stemB.length ? [stemA, stemB] : [stemB, stemA];
  return short.length > 3 && long === `un${short}`;
}
