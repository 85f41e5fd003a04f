// One pattern out of several, so that a long alternation can be read line by line. Nothing else lives here.

/** A pattern that matches where any of `parts` does; their own flags count for nothing. */
export function anyOf(parts: readonly RegExp[], flags = "i"): RegExp {
  return new RegExp(parts.map((part) => part.source).join("|"), flags);
}
