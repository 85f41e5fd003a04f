// Markdown read as plain text, for titles and ids.
const longestTitle = 60;

/** A line of Markdown without its signs. Never throws. */
export function bare(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/`{1,3}([^`]*)`{1,3}/g, "$1")
    .replace(/\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu, "")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A short name for lists: the first line that says something, cut at a blank where it is too long. */
export function titleOf(text: string): string {
  const line =
    text
      .split("\n")
      .map(bare)
      .find((each) => /[\p{L}\p{N}]/u.test(each)) ?? "";
  if (line.length <= longestTitle) return line;
  // Half of a pair of surrogates is no sign.
  const head = line.slice(0, longestTitle - 1).replace(/[\uD800-\uDBFF]$/, "");
  const blank = head.lastIndexOf(" ");
  return `${(blank > 30 ? head.slice(0, blank) : head).trimEnd()}…`;
}

/** Lower-case words joined by hyphens, at most `longest` characters; empty where no Latin letter or digit is left. */
export function idOf(text: string, longest = 60): string {
  const words = bare(text)
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let id = "";
  for (const word of words ?? []) {
    const next = id === "" ? word.slice(0, longest) : `${id}-${word}`;
    if (next.length > longest) break;
    id = next;
  }
  return id;
}

/** The first of `id`, `id-2`, `id-3` … that nobody has; taken from then on. */
export function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
