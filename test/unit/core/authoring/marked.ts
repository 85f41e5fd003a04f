// A text with a | where the author's cursor stands.

/** The text without the bar, and where it was. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf("|");
  if (offset === -1) throw new Error("there is no | in the text");
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
