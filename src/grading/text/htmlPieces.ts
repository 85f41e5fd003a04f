// Single pieces of HTML as they stand in Markdown: an entity, a tag. Each is looked at by itself and in bounded time.

const named: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  bull: "•",
  copy: "©",
  eacute: "é",
  ge: "≥",
  gt: ">",
  hellip: "…",
  larr: "←",
  ldquo: "“",
  le: "≤",
  lsquo: "‘",
  lt: "<",
  mdash: "—",
  middot: "·",
  minus: "−",
  nbsp: " ",
  ndash: "–",
  ne: "≠",
  quot: '"',
  rarr: "→",
  rdquo: "”",
  rsquo: "’",
  shy: "\u00ad",
  times: "×",
};

const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/iy;

/**
 * The entity at `at` with the character that it stands for, at most as long as itself; undefined where there is none.
 */
export function decodeEntity(
  text: string,
  at: number,
): { readonly character: string; readonly end: number } | undefined {
  entity.lastIndex = at;
  const match = entity.exec(text);
  if (match === null) return undefined;
  const [whole, dec, hex, name] = match;
  const end = at + whole.length;
  if (name !== undefined) {
    const character = named[name.toLowerCase()];
    return character === undefined ? undefined : { character, end };
  }
  const code = dec === undefined ? Number.parseInt(hex ?? "", 16) : Number(dec);
  return { character: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "", end };
}

/** A text with its entities resolved. */
export function decodeEntities(text: string): string {
  return text.replace(/&[#a-z\d]{2,9};/gi, (whole) => decodeEntity(whole, 0)?.character ?? whole);
}

/** What a tag does to the reading. */
export interface Tag {
  readonly kind: "inline" | "block" | "struck" | "picture" | "address";
  readonly name: string;
  readonly end: number;
}

const inline = new Set(
  (
    "a abbr b big cite code em font i ins kbd label mark q samp small span strong sub sup tt u " +
    "var wbr del s strike"
  ).split(" "),
);
const block = new Set(
  (
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 " +
    "head header hr html input li main nav ol p pre section summary table tbody td tfoot th thead title tr ul"
  ).split(" "),
);
const struck = new Set("del s strike script style".split(" "));
const pictures = new Set("img picture svg video audio iframe".split(" "));
const tag = /<(\/?)([a-z][a-z\d]{0,11})(?=[\s/>])[^<>]{0,500}>/iy;
const address = /<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>/iy;

/** The HTML tag at `at`; undefined for what is none, so that `List<T>` stays. */
export function readTag(text: string, at: number): Tag | undefined {
  tag.lastIndex = at;
  const match = tag.exec(text);
  if (match === null) {
    address.lastIndex = at;
    const link = address.exec(text);
    return link === null ? undefined : { kind: "address", name: "", end: at + link[0].length };
  }
  const name = (match[2] ?? "").toLowerCase();
  const end = at + match[0].length;
  const opens = match[1] === "" && !match[0].endsWith("/>");
  if (struck.has(name) && opens) return { kind: "struck", name, end };
  if (pictures.has(name)) return { kind: "picture", name, end };
  if (inline.has(name) || struck.has(name)) return { kind: "inline", name, end };
  return block.has(name) ? { kind: "block", name, end } : undefined;
}
