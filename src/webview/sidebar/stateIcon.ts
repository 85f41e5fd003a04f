// The icon of a question's state: a circle that fills by marks, told apart by shape alone. A check fills nothing.
import type { Tally } from "../../core/marks/marks";
import type { QuestionState } from "../../core/progress/progress";
import { icon } from "../kit/icons";

const svgNamespace = "http://www.w3.org/2000/svg";
const middle = 8;
const radius = 5.5;
/** Radii of the arcs that stripe what the learner gave. */
const stripes = [2, 3.8] as const;

/** What an icon shows of a question. */
export interface StateShape {
  readonly state: QuestionState;
  readonly tally?: Tally;
}

/** What the icons of the filters show: half of the marks each. */
export const filterShapes: Readonly<Record<QuestionState, StateShape>> = {
  new: { state: "new" },
  draft: { state: "draft" },
  checked: { state: "checked" },
  graded: { state: "graded", tally: { model: { low: 1, high: 1 }, own: 0, open: 0, max: 2 } },
  marked: { state: "marked", tally: { model: { low: 0, high: 0 }, own: 1, open: 0, max: 2 } },
  stale: { state: "stale" },
};

/** Draws the icon of a state; its meaning must also stand in words. */
export function stateIcon({ state, tally }: StateShape): SVGSVGElement {
  if (state === "draft" || state === "stale") return icon(state);
  const svg = icon("new");
  svg.setAttribute("class", `icon icon-state icon-${state}`);
  if (state === "checked") svg.append(path("M8 7.1a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8Z", "dot"));
  if (tally !== undefined && (state === "graded" || state === "marked")) fill(svg, tally);
  return svg;
}

/** A model's marks as a solid slice from the top on, the learner's as a striped one after it. */
function fill(svg: SVGSVGElement, { model, own, max }: Tally): void {
  const share = (marks: number): number => (max > 0 ? Math.min(Math.max(marks / max, 0), 1) : 0);
  const solid = share(model.low);
  const unclear = Math.min(share(model.high), 1);
  const striped = Math.min(unclear + share(own), 1);
  // The hand at the top tells a judged question without marks from a new one.
  svg.append(path(`M${middle} ${middle}V${middle - radius}`, "hand"));
  if (solid > 0) svg.append(path(slice(0, solid), "model"));
  if (unclear > solid) svg.append(path(slice(solid, unclear), "unclear"));
  if (striped > unclear) {
    const edges = [unclear, striped].map((at) => `M${middle} ${middle}L${point(at, radius)}`).join("");
    const arcs = stripes.map((r) => `M${point(unclear, r)}${arc(unclear, striped, r)}`).join("");
    svg.append(path(striped - unclear >= 1 ? arcs : edges + arcs, "own"));
  }
}

function slice(from: number, to: number): string {
  if (to - from >= 1) return `M${point(0, radius)}${arc(0, 1, radius)}Z`;
  return `M${middle} ${middle}L${point(from, radius)}${arc(from, to, radius)}Z`;
}

/** An arc in two halves, so that a whole circle is one too. */
function arc(from: number, to: number, r: number): string {
  const half = (from + to) / 2;
  return [half, to].map((at) => `A${r} ${r} 0 0 1 ${point(at, r)}`).join("");
}

/** The point at a share of the way round, clockwise from the top. */
function point(share: number, r: number): string {
  const angle = 2 * Math.PI * share;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return `${round(middle + r * Math.sin(angle))} ${round(middle - r * Math.cos(angle))}`;
}

function path(d: string, part: string): SVGPathElement {
  const node = document.createElementNS(svgNamespace, "path");
  node.setAttribute("class", `part-${part}`);
  node.setAttribute("d", d);
  return node;
}
