// Reads the list under `### Expect`: the verdict for each criterion, and the marks where they are named.
import { t } from "@vscode/l10n";
import { verdictKinds, type Golden, type VerdictKind } from "../roadmap/question";
import { mostFindings } from "./findingList";
import { visible } from "./invisible";
import { named, nearest } from "./nearest";
import type { Section } from "./sections";
import type { Mend, Report, SourceText, Span } from "./source";

/** What a golden is checked against. */
export interface Rubric {
  /** Most marks that anything may get. */
  readonly marks: number;
  readonly criteria: ReadonlySet<string>;
  /** Takes down a criterion that no rubric has; told when all goldens are read, since one id may be missed by many. */
  unknown(id: string, at: Span): void;
}

/** Reads the list; without a rubric only its form is checked. */
export function readExpect(
  section: Section | undefined,
  rubric: Rubric | undefined,
  source: SourceText,
  report: Report,
): Pick<Golden, "expect" | "marks"> {
  const list = new ExpectList(rubric, report);
  if (section && section.text !== "") {
    const last = source.lineAt(Math.max(section.at.start, section.at.end - 1));
    for (let line = source.lineAt(section.at.start); line <= last; line++)
      list.take(source.line(line), source.lineSpan(line));
  }
  return { expect: list.expect, ...(list.marks ? { marks: list.marks } : {}) };
}

/** Longest line that is looked at for its form. */
const longestItem = 300;
const item = /^[-*+]\s+`?([^\s:`]+)`?\s*:\s*(.*)$/;
const bullet = "(?:[-*+\\u2013\\u2014\\u2022]|\\d+[.)])?";
const between = "(?:[:=\\uFF1A]|->|\\s[-\\u2013\\u2014]\\s|\\s)";
const almostItem = new RegExp(`^${bullet}\\s*\`?([\\w-]+)\`?\\s*${between}\\s*([\\w.]+)[.,]?$`);
const linkDefinition = /^\[[^\]\n]{1,200}\]:[ \t]*\S/;

/** What authors write from memory for a verdict. */
const otherWords: Readonly<Record<string, VerdictKind | undefined>> = {
  ...{ correct: "met", right: "met", yes: "met", full: "met", true: "met", "✓": "met", hit: "met" },
  ...{ partial: "partly", partially: "partly", half: "partly", "met partly": "partly", "partly met": "partly" },
  ...{ no: "missed", "not met": "missed", missing: "missed", absent: "missed" },
  ...{ wrong: "contradicted", false: "contradicted", incorrect: "contradicted", contradicts: "contradicted" },
};

class ExpectList {
  readonly expect: Record<string, VerdictKind> = {};
  marks: Golden["marks"];

  constructor(
    private readonly rubric: Rubric | undefined,
    private readonly report: Report,
  ) {}

  take(written: string, at: Span): void {
    const text = visible(written).trim();
    if (text === "" || linkDefinition.test(text)) return;
    const found = text.length > longestItem ? undefined : item.exec(text);
    if (!found) {
      this.noItem(text, at);
      return;
    }
    const [, id = "", said = ""] = found;
    if (id === "marks") this.readMarks(said, at);
    else this.readVerdict(id, said, at, idSpan(id, written, at));
  }

  private noItem(text: string, at: Span): void {
    const almost = text.length > longestItem ? undefined : almostItem.exec(text);
    const id = almost?.[1] ?? "";
    const known = almost && (id === "marks" || this.rubric?.criteria.has(id));
    const newText = `- ${id}: ${almost?.[2] ?? ""}`;
    const mend: Mend | undefined = known ? { ...at, newText, title: t('Write "{0}"', newText) } : undefined;
    if (known && id !== "marks") this.readVerdict(id, almost[2] ?? "", at, at, true);
    const message = t('Expect holds lines such as "- few-outputs: met"; this one is not: {0}', text.slice(0, 80));
    this.report(at, "expect-line", message, mend);
  }

  private readMarks(said: string, at: Span): void {
    const range = /^(\d+(?:\.\d+)?)(?:\s*(?:\.\.|-|\u2013)\s*(\d+(?:\.\d+)?))?$/.exec(said);
    const low = Number(range?.[1]);
    const high = Number(range?.[2] ?? range?.[1]);
    const most = this.rubric?.marks ?? Infinity;
    if (range && low <= high && high <= most) {
      this.marks = { low, high };
      return;
    }
    const message = t('"marks" must be a range within 0..{0}, such as "- marks: 1.5..2.5", not "{1}".', most, said);
    this.report(at, "expect-marks", message);
  }

  private readVerdict(id: string, written: string, at: Span, idAt: Span, told = false): void {
    const said = written.toLowerCase().replace(/[.,;]$/, "");
    const verdict = verdictKinds.find((v) => v === said);
    if (this.rubric && !this.rubric.criteria.has(id)) {
      this.rubric.unknown(id, idAt);
    } else if (!verdict) {
      if (!told) this.noVerdict(written, at);
    } else if (Object.hasOwn(this.expect, id)) {
      this.report(at, "expect-line", t('"{0}" is expected twice: keep one of the lines.', id));
    } else {
      this.expect[id] = verdict;
    }
  }

  private noVerdict(said: string, at: Span): void {
    const near = otherWords[said.toLowerCase()] ?? nearest(said, verdictKinds);
    const start = at.end - said.length;
    const mend = near === undefined ? undefined : { ...at, start, newText: near, title: t('Change to "{0}"', near) };
    const message = t('"{0}" is not a verdict: write {1}.', said, verdictKinds.join(", "));
    this.report({ start: said === "" ? at.start : start, end: at.end }, "unknown-verdict", message, mend);
  }
}

/** Where the id stands on its line; the line where something invisible stands in it. */
function idSpan(id: string, line: string, at: Span): Span {
  const found = line.trim().indexOf(id);
  return found === -1 ? at : { start: at.start + found, end: at.start + found + id.length };
}

/** The criteria that the goldens of one question expect and its rubric lacks. */
export class UnknownCriteria {
  private readonly found = new Map<string, { readonly at: Span; count: number }>();

  add(id: string, at: Span): void {
    const known = this.found.get(id);
    if (known) known.count++;
    else this.found.set(id, { at, count: 1 });
  }

  /**
   * Tells each once. Where several goldens agree on an id that is nearly a criterion's which none of them names, it is
   * the criterion's that is misspelt.
   */
  tell(criteria: readonly string[], expected: ReadonlySet<string>, idSpan: (id: string) => Span, report: Report): void {
    const unnamed = criteria.filter((id) => !expected.has(id));
    for (const [id, { at, count }] of [...this.found].slice(0, mostFindings)) {
      const twin = count > 1 ? nearest(id, unnamed) : undefined;
      if (twin !== undefined) {
        const mend = { ...idSpan(twin), newText: id, title: t('Change to "{0}"', id) };
        report(
          mend,
          "unknown-criterion",
          t('Expect calls this criterion "{0}", {1} times: write one id everywhere.', id, count),
          mend,
        );
        continue;
      }
      const near = nearest(id, criteria);
      const message =
        near === undefined
          ? t('No criterion has the id "{0}". The criteria are: {1}.', id, named(criteria))
          : t('No criterion has the id "{0}": did you mean "{1}"?', id, near);
      const once = near !== undefined && count === 1;
      const mend = once ? { ...at, newText: near, title: t('Change to "{0}"', near) } : undefined;
      report(at, "unknown-criterion", message, mend);
    }
  }
}
