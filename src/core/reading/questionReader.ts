// Reads one question's Markdown file. Reports everything that is wrong with it, not only the first thing.
import { t } from "@vscode/l10n";
import type { Golden, Question } from "../question";
import { requiredGoldens, readGolden } from "./golden";
import { readRubric, type Rubric } from "./rubricReader";
import { splitSections, type Section } from "./sections";
import { questionShape, type QuestionFrontMatter } from "./shapes";
import { longestFile, normaliseSource, splitFrontMatter, type Report } from "./source";
import { mismatches, nearest, reportMismatches } from "./validation";
import { parseYaml } from "./yamlDocument";

/** Marks where the answer starts in an answer document, so a prompt must not hold it. */
const answerToken = "roadmap-tutor:answer";

/** A question, with the line of its id for whoever compares ids across files. */
export interface ReadQuestion {
  readonly question: Question;
  readonly idLine: number;
}

/** Reads a question; `fileName` is the file's name without folder and `.md`. Undefined where anything was reported. */
export function readQuestion(text: string, fileName: string, outerReport: Report): ReadQuestion | undefined {
  let sound = true;
  const report: Report = (line, message) => {
    sound = false;
    outerReport(line, message);
  };
  if (text.length > longestFile) {
    report(
      1,
      t(
        "The file has {0} characters; at most {1} are read: move what is not needed elsewhere.",
        text.length,
        longestFile,
      ),
    );
    return undefined;
  }
  const file = splitFrontMatter(normaliseSource(text), report);
  if (!file) return undefined;
  const document = parseYaml(file.yaml, file.yamlLine, report);
  let matter: QuestionFrontMatter | undefined;
  let rubric: Rubric = { criteria: [], groups: [] };
  if (document) {
    const found = mismatches(questionShape, document.value);
    reportMismatches(found, document, report);
    if (found.length === 0) {
      matter = document.value as QuestionFrontMatter;
      rubric = readRubric(matter, document, report);
      if (matter.id !== fileName)
        report(
          document.lineOf(["id"]),
          t(
            'The id "{0}" differs from the file\'s name: write id: {1}, or rename the file to {0}.md.',
            matter.id,
            fileName,
          ),
        );
    }
  }
  const body = readBody(
    splitSections(file.body, 2, file.bodyLine),
    matter && { marks: matter.marks, criteria: rubric.criteria.map((c) => c.id) },
    file.bodyLine,
    report,
  );
  if (!sound || !matter || !document) return undefined;
  return {
    question: {
      id: matter.id,
      title: matter.title,
      marks: matter.marks,
      ...rubric,
      hints: matter.hints ?? [],
      ...body,
    },
    idLine: document.lineOf(["id"]),
  };
}

/** The 1-based line of a second-level heading in a question's file, or 1 where there is none; case and spacing do not matter. */
export function sectionLine(text: string, title: string): number {
  const file = splitFrontMatter(normaliseSource(text), () => undefined);
  const key = (heading: string): string => heading.toLowerCase().replace(/\s+/g, "");
  return file
    ? (splitSections(file.body, 2, file.bodyLine).find((section) => key(section.title) === key(title))?.line ?? 1)
    : 1;
}

/** What goldens are checked against; absent where the front matter could not be read. */
type Expected = { readonly marks: number; readonly criteria: readonly string[] } | undefined;

function readBody(
  sections: readonly Section[],
  expected: Expected,
  bodyLine: number,
  report: Report,
): Pick<Question, "prompt" | "reference" | "goldens"> {
  const [preamble, ...titled] = sections;
  if (preamble && preamble.text !== "")
    report(preamble.textLine, t("This text belongs to no section: put it under ## Prompt."));
  const texts = new Map<string, string>();
  const goldens: Golden[] = [];
  for (const section of titled) {
    const name = section.title.toLowerCase();
    if (/^golden\b/.test(name)) {
      const golden = readGolden(
        section,
        expected?.criteria ?? [],
        expected?.marks ?? 0,
        expected ? report : ignoreExpect(section, report),
      );
      if (!golden) continue;
      if (goldens.some((g) => g.kind === golden.kind && g.name === golden.name)) {
        report(
          section.line,
          t(
            'There are two goldens "{0}": give each a name of its own, such as "## Golden: {1} (second)".',
            section.title,
            golden.kind,
          ),
        );
      }
      goldens.push(golden);
    } else if (name !== "prompt" && name !== "reference") {
      const near = nearest(name, ["prompt", "reference", "golden"]);
      const hint =
        near === undefined
          ? t("for a heading inside a section use ### or deeper")
          : t('did you mean "## {0}"?', near.charAt(0).toUpperCase() + near.slice(1));
      report(
        section.line,
        t('Unknown section "{0}": a question has ## Prompt, ## Reference and ## Golden: …; {1}', section.title, hint),
      );
    } else if (texts.has(name)) {
      report(section.line, t('There are two sections "{0}": join them.', section.title));
    } else {
      texts.set(name, section.text);
      if (section.text === "")
        report(
          section.line,
          name === "prompt"
            ? t("The prompt is empty: write what the learner is asked.")
            : t("The reference is empty: write one good answer."),
        );
      if (name === "prompt" && section.text.includes(answerToken)) {
        const line = section.textLine + section.text.slice(0, section.text.indexOf(answerToken)).split("\n").length - 1;
        report(
          line,
          t('A prompt must not hold "{0}", which marks where the answer starts: write it otherwise.', answerToken),
        );
      }
    }
  }
  const missing = (["Prompt", "Reference"] as const)
    .filter((title) => !texts.has(title.toLowerCase()))
    .map((title) => `## ${title}`);
  const absent = requiredGoldens
    .filter((kind) => !titled.some((s) => s.title.toLowerCase().replace(/\s+/g, "").startsWith(`golden:${kind}`)))
    .map((kind) => `## Golden: ${kind}`);
  if (missing.length + absent.length > 0)
    report(
      bodyLine,
      t(
        "The question lacks {0}: add each as a second-level heading with its text.",
        [...missing, ...absent].join(", "),
      ),
    );
  return { prompt: texts.get("prompt") ?? "", reference: texts.get("reference") ?? "", goldens };
}

/** While the front matter is unreadable its criteria are unknown, so what a golden expects of them cannot be wrong yet. */
function ignoreExpect(section: Section, report: Report): Report {
  return (line, message) => {
    if (line === section.line) report(line, message);
  };
}
