// Collects what is found wrong with one file: one error a line, since a slip often makes the reader stumble twice at
// the same place, and not more of them than anyone reads.
import { t } from "@vscode/l10n";
import type { Finding, FindingFix } from "../roadmap/roadmap";
import { findingCodes } from "./findingCodes";
import type { Mend, Report, SourceText, Span } from "./source";

/** Findings told of one file. */
export const mostFindings = 100;

const none: readonly Finding[] = [];

/** The findings of one file, as they come. */
export class FindingList {
  private readonly found: Finding[] = [];
  private readonly errorLines = new Set<number>();
  private left = 0;

  constructor(
    private readonly file: string,
    private readonly source: SourceText,
  ) {}

  /** Whether nothing was found that keeps the file from being read as it was meant. */
  get sound(): boolean {
    return this.errorLines.size === 0;
  }

  readonly report: Report = (at: Span, code, message: string, mend?: Mend, otherMend?: Mend) => {
    const severity = findingCodes[code];
    const range = this.source.range(at);
    if (severity === "error") {
      if (this.errorLines.has(range.start.line)) return;
      this.errorLines.add(range.start.line);
    }
    if (this.found.length >= mostFindings) {
      this.left++;
      return;
    }
    const fix = mend && this.fix(mend);
    const otherFix = otherMend && this.fix(otherMend);
    this.found.push({
      ...{ file: this.file, range, code, severity, message },
      ...(fix ? { fix } : {}),
      ...(otherFix ? { otherFix } : {}),
    });
  };

  /** A list of its own with what was found so far, for what is told of a file besides. */
  copy(): FindingList {
    const copy = new FindingList(this.file, this.source);
    copy.found.push(...this.found);
    for (const line of this.errorLines) copy.errorLines.add(line);
    copy.left = this.left;
    return copy;
  }

  private fix(mend: Mend): FindingFix {
    return { title: mend.title, range: this.source.range(mend), newText: mend.newText };
  }

  /** Forgets what was found: one finding that is to come explains all of it. */
  clear(): void {
    this.found.length = 0;
    this.errorLines.clear();
    this.left = 0;
  }

  /** In the order of lines; where there were too many, the last one says so. */
  list(): readonly Finding[] {
    if (this.found.length === 0) return none;
    const inOrder = this.found.toSorted((a, b) => a.range.start.line - b.range.start.line);
    if (this.left === 0) return inOrder;
    const kept = inOrder.slice(0, mostFindings - 1);
    const range = kept.at(-1)?.range ?? this.source.range({ start: 0, end: 0 });
    const message = t("There are more findings in this file: they show when these are mended.");
    const code = "too-many-findings";
    return [...kept, { file: this.file, range, code, severity: findingCodes[code], message }];
  }
}

/** The findings of a file that is not there or has no text. */
export function fileFinding(file: string, code: Finding["code"], message: string): Finding {
  const start = { line: 0, character: 0 };
  return { file, range: { start, end: start }, code, severity: findingCodes[code], message };
}
