// Chinese words: how a run of characters comes apart, and which words carry grammar rather than content.

let segmenter: Intl.Segmenter | undefined;

/** Undefined where the platform cannot tell words; made when first asked for, since most sessions read English. */
function wordSegmenter(): Intl.Segmenter | undefined {
  if (typeof Intl.Segmenter !== "function") return undefined;
  return (segmenter ??= new Intl.Segmenter("zh", { granularity: "word" }));
}

/** A word of a run with its place in it, in UTF-16 units. */
export interface Segment {
  readonly segment: string;
  readonly index: number;
}

/** The words of a run of Chinese characters; single characters where the platform cannot tell words. */
export function segment(run: string): Iterable<Segment> {
  return wordSegmenter()?.segment(run) ?? characters(run);
}

function* characters(run: string): Generator<Segment> {
  let index = 0;
  for (const character of run) {
    yield { segment: character, index };
    index += character.length;
  }
}

/** The word without an ending that makes another kind of word of it: 多样性 as 多样, 生成器 as 生成. */
export function stem(word: string): string {
  return /^\p{Script=Han}{3,}$/u.test(word) ? word.replace(/[性化器者们度率]$/u, "") : word;
}

const words = `
的 地 得 了 着 过 是 在 有 和 与 及 以及 或 或者 还是 而 而且 并 并且 且 但 但是 可是 不过 然而 却 只是 因为 由于 所以
因此 因而 于是 从而 如果 假如 若 要是 就 便 则 那么 那 这 这个 这些 这种 这样 那个 那些 那种 那样 它 它们 他 她 他们
她们 我 我们 你 你们 您 自己 其 其中 某 某个 某些 每 每个 各 各个 各种 所有 全部 一切 一 一个 一些 一种 一样 一次 几 几个
个 种 些 次 把 被 让 使 使得 给 对 对于 关于 向 往 从 自 到 至 由 用 以 按 按照 根据 通过 经过 随着 为 为了 于 比 跟 同
也 都 还 又 再 才 只 仅 仅仅 就是 即 即使 虽然 尽管 不管 无论 除了 除非 只有 只要 当 当时 时 时候 之 之前 之后 之间 之
中 里 上 下 内 外 前 后 间 旁 很 非常 十分 比较 更 更加 最 太 挺 相当 几乎 大约 大概 左右 会 能 能够 可以 可能 应 应该
应当 必须 需要 要 想 将 将会 正在 已 已经 曾 曾经 不 没 没有 无 非 未 别 不是 不会 不能 不可 不要 不再 并不 并非 没法
什么 怎么 怎样 怎么样 如何 为什么 为何 哪 哪个 哪些 哪里 谁 多少 吗 呢 吧 啊 呀 嘛 等 等等 例如 比如 譬如 也就是说 即是
来 去 起来 出来 下去 进行 做 成 成为 作为 称为 叫 叫做 而言 来说 地方 方面 本 该 此 此外 另外 同时 然后 接着 最后 首先
其次 总之 其实 实际上 一般 通常 往往 总是 常常 经常 有时 有些 有的 有点 像 好像 那里 这里 所 者 之一 多 少 较 越 越来越
`;

const functionWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Whether a word is a Chinese function word. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

/** Whether a word turns its sentence's meaning round (不, 没有, 并非, 无法 …). */
export function isNegation(word: string): boolean {
  return /^(?:[不没未无非别勿毋]|并[不非未]|从[不未]|绝不|决不|毫无|缺乏)/u.test(word) && word.length <= 3;
}

const directions: ReadonlySet<string> = new Set(
  "多 少 更多 更少 高 低 更高 更低 最高 最低 大 小 更大 更小 前 后 之前 之后 总是 有时 只有 所有 一些 相同 不同 真 假".split(
    " ",
  ),
);

/** Whether a word says in which direction, how much or which of two. */
export function isDirection(word: string): boolean {
  return directions.has(word) || /^(?:增加|减少|提高|降低|上升|下降|加快|减慢|编码|解码|最大|最小)/u.test(word);
}

const spelt: ReadonlyMap<string, number> = new Map(
  ["零", "两", "三", "四", "五", "六", "七", "八", "九", "十"].map((word, i) => [word, i === 0 ? 0 : i + 1]),
);

/** The value of a spelt number, or undefined; 一 is an article more often than a number. */
export function speltNumber(word: string): number | undefined {
  return spelt.get(word);
}
