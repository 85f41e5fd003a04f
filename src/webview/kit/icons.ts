// The pages' icons: 16 × 16 outlines in the text's colour, each of a shape of its own. Drawn here, so that no font or
// picture is loaded.
import type { RemarkState } from "../../core/feedback/remark";

const svgNamespace = "http://www.w3.org/2000/svg";

const paths = {
  chevron: "M6 3.5 10.5 8 6 12.5",
  new: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z",
  draft: "M10.8 2.7 13.3 5.2 5.5 13H3v-2.5ZM9.2 4.3l2.5 2.5",
  graded: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2ZM5.2 8.2l2 2 3.7-4.2",
  stale: "M13.2 9.2A5.4 5.4 0 1 1 12 4.4l1.5 1.4M13.6 2.4v3.5h-3.5M8 5.2V8.2l2 1.3",
  all: "M2.5 4h11M2.5 8h11M2.5 12h11",
  notes:
    "M8 4.2C6.6 3.2 4.8 2.8 2.5 2.8v9.4c2.3 0 4.1.4 5.5 1.3 1.4-.9 3.2-1.3 5.5-1.3V2.8c-2.3 0-4.1.4-5.5 1.4ZM8 4.2v9.3",
  problem: "M8 2.2 14.2 13H1.8ZM8 6.2v3.4M8 11v.6",
  search: "M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4ZM10.1 10.1l3.6 3.6",
  close: "M4 4l8 8M12 4l-8 8",
  play: "M4.5 2.8v10.4L13 8Z",
  met: "M3.5 8.6l3 3 6-7.2",
  partly: "M8 2.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8ZM8 2.8v10.4M9.6 4.4v7.2M11.2 5.8v4.4",
  missed: "M8 2.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 8 2.8Z",
  contradicted: "M4 4l8 8M12 4l-8 8",
  unclear: "M5.4 6a2.6 2.6 0 1 1 3.9 2.2C8.4 8.8 8 9.2 8 10.2M8 12.6v.5",
  found: "M6.2 8a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0Z",
  "not-found": "M5 8h6",
  unread: "M4.5 8h1M7.5 8h1M10.5 8h1",
  report: "M3.5 2.5h9v11h-9ZM6 5.5h4M6 8h4M6 10.5h2.5",
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon; its meaning must also stand in words. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

/** The icon of how a criterion stands: a check's look like neither right nor wrong. */
export function stateIcon(state: RemarkState): SVGSVGElement {
  return icon(state);
}
