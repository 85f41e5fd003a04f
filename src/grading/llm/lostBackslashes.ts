// Backslashes that a model left out of its JSON: TeX and Windows paths hold one where JSON wants two. Pure.
// Before parsing, what is no escape is taken for a backslash; after it, a control character may have been one.

/** A JSON text in which each backslash that begins no escape stands for itself. */
export function keepBackslashes(json: string): string {
  return json.replace(/\\(?:(["\\/bfnrt])|(u[0-9a-fA-F]{4})|)/g, (whole, escape?: string, unicode?: string) =>
    escape === undefined && unicode === undefined ? `${whole}\\` : whole,
  );
}

const controls: Readonly<Record<string, string>> = { "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * The quote as it reads if its control characters were backslashes and a letter; undefined where there is none to
 * doubt.
 */
export function withBackslashes(quote: string): string | undefined {
  const read = quote.replace(/[\b\f\n\r\t](?=\p{L})/gu, (c) => controls[c] ?? c);
  return read === quote ? undefined : read;
}
