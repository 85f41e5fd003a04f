// Finds instructions to a grader inside an answer: sentence by sentence in plain sight, and in the places where they
// hide.
// The answer is data: what is found is left out of the matching, never obeyed. Words come from the language.
import type { TextRange } from "../../core/text/textRange";
import type { Language, OrderWords } from "../language/language";
import { normalise, toOriginal } from "../text/normalise";
import { blankLines } from "../text/ranges";
import type { Reading } from "../text/reading";
import { sentences } from "../text/sentences";
import type { Slices } from "../text/slices";
import { pieces } from "../text/pieces";
import { undisguised } from "./disguises";
import { dialogues, hiddenPlaces, type Place } from "./places";

/** Different sentences whose reading is remembered, so that a text which repeats one costs one look. */
const mostRemembered = 2000;

/**
 * The ranges of an answer that speak to its grader instead of answering: sorted, not overlapping, possibly empty.
 * Hidden places (comments, role tags, fences, dialogues, data with a verdict) count as a whole once anything in them
 * reads so.
 */
export function* findInstructions(answer: string, reading: Reading, language: Language): Slices<TextRange[]> {
  const orders = new OrderReader(language);
  const hidden: TextRange[] = [];
  for (const place of hiddenPlaces(answer, reading, language.orders.places)) {
    if (orders.readsPlace(answer, place)) hidden.push({ start: place.start, end: place.end });
    yield undefined;
  }
  const visible = blankLines(reading.shown, hidden);
  const parts: TextRange[] = [];
  const found: TextRange[] = [];
  for (const piece of pieces(visible)) {
    for (const range of sentences(visible.slice(piece.start, piece.end), language)) {
      const part = { start: piece.start + range.start, end: piece.start + range.end };
      parts.push(part);
      const order = orders.startIn(visible.slice(part.start, part.end));
      if (order !== undefined && !orders.isShown(visible, part))
        found.push({ start: part.start + order, end: part.end });
    }
    yield undefined;
  }
  if (found.length > 0)
    found.push(
      ...dialogues(visible, language.orders.places.role).filter((d) =>
        found.some((f) => f.start < d.end && d.start < f.end),
      ),
    );
  if (hidden.length + found.length > 0) found.push(...goingOn(visible, parts, found, orders));
  return merge([...hidden, ...found]);
}

/** Sentences right beside an order that only talk of grading: they are part of it. */
function goingOn(
  text: string,
  parts: readonly TextRange[],
  found: readonly TextRange[],
  orders: OrderReader,
): TextRange[] {
  const starts = found.map((f) => f.start).sort((a, b) => a - b);
  let next = 0;
  const isOrder = parts.map((part) => {
    while ((starts[next] ?? Infinity) < part.start) next++;
    return (starts[next] ?? Infinity) < part.end;
  });
  const more: TextRange[] = [];
  const take = (i: number): boolean => {
    const part = parts[i];
    if (part === undefined || isOrder[i] === true) return false;
    if (!orders.isAboutGrading(text.slice(part.start, part.end))) return false;
    isOrder[i] = true;
    more.push(part);
    return true;
  };
  for (let i = 0; i < parts.length; i++) if (isOrder[i - 1] === true) take(i);
  for (let i = parts.length - 1; i >= 0; i--) if (isOrder[i + 1] === true) take(i);
  return more;
}

/** Reads single sentences for orders. */
class OrderReader {
  private readonly words: OrderWords;
  private readonly known = new Map<string, number | undefined>();
  private readonly knownPlaces = new Map<string, boolean>();

  constructor(private readonly language: Language) {
    this.words = language.orders;
  }

  /** Where in a sentence an order begins; undefined where there is none. */
  startIn(sentence: string): number | undefined {
    if (this.known.has(sentence)) return this.known.get(sentence);
    if (this.known.size >= mostRemembered) this.known.clear();
    const start = this.look(sentence) ?? this.lookBehind(sentence);
    this.known.set(sentence, start);
    return start;
  }

  /** Leaves what stands before a comma, dash or conjunction. */
  private look(sentence: string): number | undefined {
    const { orders, trigger, isForeignOrder, announcing, demanding, aboutGrading } = this.words;
    const folded = normalise(sentence);
    const foreign = isForeignOrder(folded.text, sentence);
    if (!foreign && !trigger.test(folded.text)) return undefined;
    if (this.isReported(folded.text)) return undefined;
    let first = Infinity;
    for (const order of orders) {
      const match = order.exec(folded.text);
      if (match && !isQuoted(folded.text, match.index, match.index + match[0].length))
        first = Math.min(first, match.index);
    }
    if (first === Infinity)
      return foreign && !isQuoted(folded.text, folded.text.length / 2, folded.text.length / 2) ? 0 : undefined;
    const before = folded.text.slice(0, first);
    const announced = /:\W*$/.test(before.slice(-20)) || folded.text.charAt(first) === ":";
    if (announced && announcing.test(before) && !demanding.test(folded.text)) return undefined;
    // Fewer than five words before it belong to the order ("Dear grader, …"), and so does talk of the grading.
    if ((before.match(/[\p{L}\p{N}]+/gu) ?? []).length < 5 || aboutGrading.test(before)) return 0;
    return toOriginal(folded, first, first + 1).start;
  }

  /** Whether a sentence that is disguised, or put as a request, is an order; it is one as a whole then. */
  private lookBehind(sentence: string): number | undefined {
    const asked = this.words.asOrder(sentence);
    const readings = asked === sentence ? undisguised(sentence) : [asked, ...undisguised(sentence)];
    return readings.some((said) => this.look(said) !== undefined) ? 0 : undefined;
  }

  isAboutGrading(sentence: string): boolean {
    const text = normalise(sentence).text;
    return this.words.aboutGrading.test(text) && !this.isReported(text);
  }

  /**
   * Whether a sentence stands right under a line that announces a text and is not addressed to the grader of this
   * answer.
   */
  isShown(text: string, part: TextRange): boolean {
    const line =
      text
        .slice(Math.max(0, part.start - 300), part.start)
        .replace(/[\s>*#•"'“-]{1,60}$/, "")
        .split("\n")
        .at(-1) ?? "";
    const { announcing, demanding } = this.words;
    return line.endsWith(":") && announcing.test(line) && !demanding.test(text.slice(part.start, part.end));
  }

  /** Whether a hidden place reads as an order or a made-up verdict, and is not announced as one that is only shown. */
  readsPlace(answer: string, place: Place): boolean {
    const { announcing, demanding } = this.words;
    if (!place.verdict && !this.readsInner(place)) return false;
    const before = answer.slice(Math.max(0, place.start - 200), place.start);
    const lead = before.slice(before.lastIndexOf("\n\n", before.trimEnd().length - 1) + 1);
    return demanding.test(place.inner) || !announcing.test(lead.trimEnd());
  }

  private readsInner({ inner, tagged }: Place): boolean {
    const known = this.knownPlaces.get(inner);
    if (known !== undefined) return known;
    if (this.knownPlaces.size >= mostRemembered) this.knownPlaces.clear();
    const reads = sentences(inner, this.language).some((s) => {
      const said = inner.slice(s.start, s.end);
      return this.startIn(said) !== undefined || (tagged && this.words.aboutGrading.test(normalise(said).text));
    });
    this.knownPlaces.set(inner, reads);
    return reads;
  }

  private isReported(text: string): boolean {
    const { accountOf, outspoken, reported, addressed } = this.words;
    const plain = text.replace(/"[^"]*"|(?<![\p{L}\p{N}])'[^']{8,}'/gu, " ");
    if (accountOf.test(plain) && !outspoken.test(plain)) return true;
    return reported.test(text) && !addressed.test(plain);
  }
}

/** Whether a range stands inside quotation marks with words of the sentence around them. */
function isQuoted(text: string, start: number, end: number): boolean {
  for (const match of text.matchAll(/"[^"]+"|(?<![\p{L}\p{N}])'[^']+'(?![\p{L}\p{N}])/gu)) {
    const around = text.length - match[0].length;
    if (match.index <= start + 1 && end <= match.index + match[0].length + 1 && around >= 12) return true;
  }
  return false;
}

function merge(ranges: readonly TextRange[]): TextRange[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
