// Ids: what they look like, and the one that a title becomes. Small, since files are named by it before any is read.

/** Lower-case words joined by hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * A text as an id: its letters and digits in lower case, joined by hyphens; "" where it has none of a to z or 0 to 9.
 */
export function asId(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80)
    .replace(/-$/, "");
}
