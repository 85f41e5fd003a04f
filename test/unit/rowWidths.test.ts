// What stands above an answer fits an editor of half a narrow window, in every language: columns are counted, since the
// rows do not wrap. The end-to-end test of a narrow window measures the same on the screen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
/** What such an editor shows beside its minimap, in the font of a CodeLens. */
const narrow = 38;
const twoColumns = /[\u3000-\u303f\uff00-\uff60\p{sc=Han}]/u;

/** Labels that stand in a row together; `$` for an icon before one. */
const rows: readonly string[][] = [
  ["$Grade my answer", "$Hint", "Next"],
  ["$Mark it yourself", "Next"],
  ["$Grade again", "Next"],
  ["$Grade my answer", "Hint {0}", "Hide"],
  ["$Grade my answer", "Reference", "Hide"],
  ["${0} of {1} ideas spoken of · not judged"],
];

function columns(label: string): number {
  return Array.from(label.replaceAll(/\{\d\}/g, "9")).reduce((sum, sign) => sum + (twoColumns.test(sign) ? 2 : 1), 0);
}

describe.each(["", ".de", ".zh-cn"])("the texts of bundle.l10n%s.json", (ending) => {
  const texts = JSON.parse(readFileSync(join(root, `l10n/bundle.l10n${ending}.json`), "utf8")) as Readonly<
    Record<string, string>
  >;
  const shown = (label: string): string => {
    const parts = label.replace(/^\$/, "").split(" · ");
    const words = parts.map((part) => texts[part] ?? `no text "${part}", which is far too long`).join(" · ");
    return label.startsWith("$") ? `[] ${words}` : words;
  };

  it.each(rows.map((labels) => ({ labels })))("fit: $labels", ({ labels }) => {
    expect(columns(labels.map(shown).join(" | "))).toBeLessThanOrEqual(narrow);
  });
});
