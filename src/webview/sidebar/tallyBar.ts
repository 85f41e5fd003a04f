// A total as one bar in three textures: a model's marks, the learner's own, and what nobody has judged. For the eye
// only: the words stand beside it.
import type { Tally } from "../../core/marks/marks";
import { element } from "../kit/dom";

const parts = ["model", "unclear", "own", "open"] as const;

/** A bar of a tally. */
export function tallyBar(tally: Tally): HTMLElement {
  const bar = element(
    "div",
    "bar",
    { "aria-hidden": "true" },
    parts.map((part) => element("span", `bar-${part}`)),
  );
  fillBar(bar, tally);
  return bar;
}

/** Sets how wide each part of a bar is. */
export function fillBar(bar: HTMLElement, { model, own, open, max }: Tally): void {
  const marks = { model: model.low, unclear: model.high - model.low, own, open };
  parts.forEach((part, i) => {
    const node = bar.children[i];
    if (!(node instanceof HTMLElement)) return;
    const share = max > 0 ? Math.min(Math.max(marks[part] / max, 0), 1) : 0;
    node.hidden = share === 0;
    node.style.setProperty("width", `${100 * share}%`);
  });
}
