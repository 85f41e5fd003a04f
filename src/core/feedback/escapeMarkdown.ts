// Makes a learner's or a model's words harmless inside Markdown. Escaping only; no rendering.

/**
 * Text as one line of Markdown that shows these words when rendered: no link, no HTML, no emphasis, no theme icon. For
 * hovers, where command links are enabled. VS Code looks for `$(icon)` after rendering, so a zero-width space parts the
 * two.
 */
export function escapeRendered(text: string): string {
  return oneLine(text)
    .replace(/[!-/:-@[-`{-~]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : `\\${c}`))
    .replaceAll("\\$\\(", "\\$\u200B\\(");
}

/**
 * Text as one line inside a Markdown document that is read as source: only what would change the document's structure
 * is escaped, so that it stays pleasant to read aloud. Not at the start of a line: put a word or a quote mark before
 * it.
 */
export function escapeReadable(text: string): string {
  return oneLine(text)
    .replace(/[\\`*<>[\]|~]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_");
}

/** Line breaks and runs of blanks become one space; control characters go. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
