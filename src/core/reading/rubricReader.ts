// From validated front matter to a rubric: criteria and groups, ids unique, marks that add up.
import { t } from "@vscode/l10n";
import { rubricTotal, type Criterion, type CriterionGroup } from "../question";
import type { QuestionFrontMatter } from "./shapes";
import type { Report } from "./source";
import type { YamlDocument } from "./yamlDocument";

/** Criteria in rubric order and the groups that some of them belong to. */
export interface Rubric {
  readonly criteria: readonly Criterion[];
  readonly groups: readonly CriterionGroup[];
}

/** Makes the rubric and reports duplicate ids, groups that ask for too many, and marks that do not add up. */
export function readRubric(matter: QuestionFrontMatter, document: YamlDocument, report: Report): Rubric {
  const criteria: Criterion[] = [];
  const groups: CriterionGroup[] = [];
  const firstLine = new Map<string, number>();
  const claim = (id: string, line: number): void => {
    const first = firstLine.get(id);
    if (first === undefined) firstLine.set(id, line);
    else
      report(line, t('The id "{0}" is taken by line {1}: give each criterion and group an id of its own.', id, first));
    if (id === "marks")
      report(line, t('"marks" cannot be an id, since Expect gives it a meaning of its own: choose another.'));
  };
  matter.criteria.forEach((item, i) => {
    claim(item.id, document.lineOf(["criteria", i, "id"]));
    if (!("anyOf" in item)) {
      criteria.push({ ...item, misconceptions: item.misconceptions ?? [] });
      return;
    }
    groups.push({ id: item.id, choose: item.anyOf, marks: item.marks });
    if (item.anyOf >= item.of.length) {
      report(
        document.lineOf(["criteria", i, "anyOf"]),
        t(
          "anyOf must be less than the {0} criteria under it: write at most {1}, or list them as criteria of their own.",
          item.of.length,
          item.of.length - 1,
        ),
      );
    }
    item.of.forEach((member, j) => {
      claim(member.id, document.lineOf(["criteria", i, "of", j, "id"]));
      criteria.push({ ...member, marks: item.marks, misconceptions: member.misconceptions ?? [], group: item.id });
    });
  });
  const total = rubricTotal({ criteria, groups });
  if (total !== matter.marks)
    report(
      document.lineOf(["marks"]),
      t(
        "The criteria pay {0} marks but marks says {1}: write marks: {0}, or change the criteria.",
        total,
        matter.marks,
      ),
    );
  return { criteria, groups };
}
