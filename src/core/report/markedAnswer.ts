// An answer as HTML with the phrases of its remarks marked as in the editor. Placeholders go into the Markdown, and
// become
// elements in the rendered page, so that no markup of the answer is cut in two.
import { severity } from "../feedback/words";
import type { Remark, RemarkState, SaidBy } from "../feedback/remark";
import { escapeHtml } from "../text/markdown";
import type { TextRange } from "../text/textRange";

/** A phrase and the look of its remark. */
export interface MarkedPhrase extends TextRange {
  readonly state: RemarkState;
  readonly by: SaidBy;
  /** What a pointer resting on it shows. */
  readonly title: string;
}

/** Characters that no keyboard types; an answer that holds them is shown unmarked. */
const opening = "\uE0F0";
const closing = "\uE0F1";
const placeholders = /[\uE0F0\uE0F1]/g;

/** The phrases of remarks that are shown, none over another: where two meet, the one that most needs the eye stays. */
export function phrasesOf(remarks: readonly Remark[], titleOf: (remark: Remark) => string): MarkedPhrase[] {
  const kept: MarkedPhrase[] = [];
  for (const remark of [...remarks].sort((a, b) => severity(a.state) - severity(b.state))) {
    if (remark.dismissed || !remark.counts) continue;
    for (const { start, end } of remark.quotes) {
      if (kept.some((k) => start < k.end && k.start < end)) continue;
      kept.push({ start, end, state: remark.state, by: remark.by, title: titleOf(remark) });
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Renders an answer by `render` (Markdown to safe HTML) with its phrases in `<mark>` elements. */
export function markedAnswer(
  answer: string,
  phrases: readonly MarkedPhrase[],
  render: (markdown: string) => string,
): string {
  if (phrases.length === 0 || answer.search(placeholders) >= 0) return render(answer);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of phrases) {
    parts.push(answer.slice(at, start), opening, answer.slice(start, end), closing);
    at = end;
  }
  parts.push(answer.slice(at));
  return withMarks(render(parts.join("")), phrases);
}

/**
 * Puts elements in the place of placeholders; a phrase that runs over a tag is closed before it and opened again behind
 * it.
 */
function withMarks(html: string, phrases: readonly MarkedPhrase[]): string {
  let next = 0;
  let open: MarkedPhrase | undefined;
  const pieces = html.split(/(<[^>]*>|[\uE0F0\uE0F1])/).map((piece) => {
    if (piece === opening) {
      open = phrases[next++];
      return startTag(open);
    }
    if (piece === closing) {
      const ended = open === undefined ? "" : "</mark>";
      open = undefined;
      return ended;
    }
    if (!piece.startsWith("<")) return piece;
    const tag = piece.replace(placeholders, "");
    return open === undefined ? tag : `</mark>${tag}${startTag(open)}`;
  });
  return pieces.join("").replace(/<mark [^>]*><\/mark>/g, "");
}

function startTag(phrase: MarkedPhrase | undefined): string {
  if (phrase === undefined) return "";
  return `<mark class="${phrase.state} by-${phrase.by}" title="${escapeHtml(phrase.title)}">`;
}
