// Words of a roadmap, a service, a model or a file as VS Code may show them in a message, a title or a list: as words.
// VS Code makes links of `[words](command:…)` in messages and icons of `$(name)` in lists; here neither stays one.

/** UTF-16 units that are shown of one text; nobody reads more in a message. */
const longest = 2_000;

/** What turns the direction of the words around it, and control characters save tab and line break. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;

/** The text with its words as they are and nothing that VS Code would make a link or an icon of. */
export function plainText(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return short
    .replace(turning, "")
    .replace(/\](?=\()/g, "] ")
    .replace(/\$(?=\()/g, "$ ");
}

/** The same for a place that shows an icon of ours before the words: `$(name) ` at the very beginning stays. */
export function plainAfterIcon(text: string): string {
  const [icon = ""] = /^\$\([a-z-]+(?:~spin)?\)(?:[ \u00a0]|$)/.exec(text) ?? [];
  return icon + plainText(text.slice(icon.length));
}
