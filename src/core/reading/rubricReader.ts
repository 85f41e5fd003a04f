// From validated front matter to a rubric: criteria and groups, ids unique, marks that add up.
import { t } from "@vscode/l10n";
import { rubricTotal, type Criterion, type CriterionGroup } from "../roadmap/question";
import type { QuestionFrontMatter } from "./shapes";
import type { Mend, Report, SourceText, Span } from "./source";
import type { Path, YamlDocument } from "./yamlDocument";

/** Criteria in rubric order and the groups that some of them belong to. */
export interface ReadRubric {
  readonly criteria: readonly Criterion[];
  readonly groups: readonly CriterionGroup[];
  /** Where each criterion's id stands in the file. */
  readonly idSpans: ReadonlyMap<string, Span>;
  /** Whole marks that the criteria pay in all. */
  readonly total: number;
  /** Whether nothing is wrong with ids and groups. */
  readonly sound: boolean;
}

type Item = QuestionFrontMatter["criteria"][number];
type Member = Extract<Item, { of: unknown }>["of"][number];

/**
 * Makes the rubric and reports duplicate ids, groups that ask for too many, marks that do not add up and, where `owed`
 * is set, what may come later.
 */
export function readRubric(
  matter: QuestionFrontMatter,
  document: YamlDocument,
  source: SourceText,
  report: Report,
  owed: boolean,
): ReadRubric {
  const reader = new RubricReader(document, source, report, owed);
  matter.criteria.forEach((item, i) => reader.take(item, i));
  const { total } = reader;
  if (reader.sound && total !== matter.marks) {
    const at = document.spanOf(["marks"]);
    const message = t(
      "The criteria pay {0} marks but marks says {1}: write marks: {0}, or change the criteria.",
      total,
      matter.marks,
    );
    const mend = { ...at, newText: String(total), title: t("Write {0}", total) };
    report(at, "marks-do-not-add-up", message, mend);
  }
  return reader;
}

class RubricReader implements ReadRubric {
  readonly criteria: Criterion[] = [];
  readonly groups: CriterionGroup[] = [];
  readonly idSpans = new Map<string, Span>();
  sound = true;

  constructor(
    private readonly document: YamlDocument,
    private readonly source: SourceText,
    private readonly report: Report,
    private readonly owed: boolean,
  ) {}

  take(item: Item, i: number): void {
    this.claim(item.id, ["criteria", i, "id"]);
    if (!("anyOf" in item)) {
      this.criteria.push({
        ...this.criterion(item, ["criteria", i]),
        marks: item.marks,
        ...(item.bonus ? { bonus: true as const } : {}),
      });
      return;
    }
    this.groups.push({ id: item.id, choose: item.anyOf, marks: item.marks });
    if (item.anyOf >= item.of.length) this.tooMany(item.of.length, ["criteria", i, "anyOf"]);
    item.of.forEach((member, j) => {
      this.claim(member.id, ["criteria", i, "of", j, "id"]);
      const criterion = this.criterion(member, ["criteria", i, "of", j]);
      this.criteria.push({ ...criterion, marks: item.marks, group: item.id });
    });
  }

  get total(): number {
    return rubricTotal(this);
  }

  private claim(id: string, path: Path): void {
    const at = this.document.spanOf(path);
    const first = this.idSpans.get(id);
    if (first !== undefined) {
      const line = this.source.lineAt(first.start) + 1;
      this.fail(
        at,
        "duplicate-id",
        t('The id "{0}" is taken by line {1}: give each criterion and group an id of its own.', id, line),
      );
    } else {
      this.idSpans.set(id, at);
    }
    if (id === "marks")
      this.fail(
        at,
        "duplicate-id",
        t('"marks" cannot be an id, since Expect gives it a meaning of its own: choose another.'),
      );
  }

  private tooMany(members: number, path: Path): void {
    const at = this.document.spanOf(path);
    const most = members - 1;
    const message = t(
      "anyOf must be less than the {0} criteria under it: write at most {1}, or list them as criteria of their own.",
      members,
      most,
    );
    this.fail(at, "any-of-too-many", message);
  }

  private fail(at: Span, code: "duplicate-id" | "any-of-too-many", message: string): void {
    this.sound = false;
    this.report(at, code, message);
  }

  /** A member or a criterion without its marks; wordings and idea may come later. */
  private criterion(member: Member, path: Path): Omit<Criterion, "marks"> {
    const { id, statement } = member;
    const at = this.document.spanOf([...path, "id"]);
    if (this.owed && member.accepted === undefined)
      this.report(
        at,
        "no-wordings",
        t("This criterion has no accepted wordings: add one or two, as learners put it."),
        this.line(path, t("Add an accepted wording"), ["accepted:", "  - >-", "    TODO"]),
      );
    if (this.owed && member.idea === undefined)
      this.report(
        at,
        "no-idea",
        t("This criterion names no idea: add a few words that do not give the answer away."),
        this.line(path, t("Add the idea"), ["idea: >-", "  TODO"]),
      );
    return {
      id,
      statement,
      accepted: member.accepted ?? [],
      misconceptions: member.misconceptions ?? [],
      idea: member.idea ?? id.replaceAll("-", " "),
    };
  }

  /** Lines behind the criterion's id. What an author writes stands under `>-`, where every sign is a plain sign. */
  private line(path: Path, title: string, lines: readonly string[]): Mend | undefined {
    const at = this.document.keySpan(path, "id");
    const line = this.source.lineAt(at.start);
    const end = this.source.lineEnd(line);
    const indent = " ".repeat(at.start - this.source.lineStart(line));
    if (/[{[]/.test(this.source.line(line))) return undefined;
    const newText = lines.map((text) => `\n${indent}${text}`).join("");
    return { start: end, end, newText, title };
  }
}
