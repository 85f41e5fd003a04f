// Reads a roadmap's folder: roadmap.yaml and the questions that belong to its topics. Pure: the caller reads the files.
// One bad file never hides the others.
import { t } from "@vscode/l10n";
import type { Question } from "../question";
import type { Problem, Roadmap, Topic } from "../roadmap";
import { readQuestion } from "./questionReader";
import { readRoadmapYaml, type ListedTopic, type ReadRoadmapYaml } from "./roadmapYaml";
import type { Report } from "./source";
import type { YamlDocument } from "./yamlDocument";

/** A text file of a roadmap's folder. */
export interface RoadmapFile {
  /** Relative to the roadmap's folder, `/` separated. */
  readonly path: string;
  readonly text: string;
}

/** The file that makes a folder a roadmap. */
export const roadmapFileName = "roadmap.yaml";

interface Placed {
  readonly folder: string;
  readonly name: string;
  readonly file: RoadmapFile;
  readonly question: Question | undefined;
}

/** Reads a whole folder. Files other than `roadmap.yaml` and `*.md` are ignored, and so is a README. `roadmap` is undefined only where roadmap.yaml itself cannot be made sense of. Problems come in the order of files and lines. */
export function readRoadmap(folder: readonly RoadmapFile[]): {
  readonly roadmap: Roadmap | undefined;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const reportIn =
    (file: string): Report =>
    (line, message) =>
      problems.push({ file, line, message });
  const main = folder.find((file) => file.path === roadmapFileName);
  if (!main)
    reportIn(roadmapFileName)(
      1,
      t("There is no {0} in this folder: write one with id, title and topics.", roadmapFileName),
    );
  const read = main && readRoadmapYaml(main.text, reportIn(roadmapFileName));
  const topicIds = read?.declaredTopics;
  const placed = folder
    .filter((file) => isQuestionFile(file, topicIds))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => place(file, topicIds, reportIn(file.path)));
  const unique = dropDuplicates(placed, read?.yaml?.topics ?? [], reportIn);
  const roadmap = read?.yaml && assemble(read.yaml, read.document, unique, placed, reportIn(roadmapFileName));
  return { roadmap, problems: problems.toSorted((a, b) => fileOrder(a.file, b.file) || a.line - b.line) };
}

function fileOrder(a: string, b: string): number {
  if (a === b) return 0;
  if (a === roadmapFileName) return -1;
  if (b === roadmapFileName) return 1;
  return a < b ? -1 : 1;
}

/** A Markdown file in a topic's folder, or one elsewhere that looks like a question. */
function isQuestionFile(file: RoadmapFile, topicIds: readonly string[] | undefined): boolean {
  if (!/\.md$/i.test(file.path) || /(?:^|\/)readme\.md$/i.test(file.path)) return false;
  const [folder, ...rest] = file.path.split("/");
  if (rest.length === 1 && (topicIds === undefined || topicIds.includes(folder ?? ""))) return true;
  return /^\uFEFF?---[ \t]*\r?\n[^]*?^criteria[ \t]*:/m.test(file.text.slice(0, 20_000));
}

function place(file: RoadmapFile, topicIds: readonly string[] | undefined, report: Report): Placed {
  const parts = file.path.split("/");
  const name = (parts.at(-1) ?? "").replace(/\.md$/i, "");
  const folder = parts.slice(0, -1).join("/");
  const question = readQuestion(file.text, name, report)?.question;
  if (topicIds && !topicIds.includes(folder)) {
    report(
      1,
      folder === ""
        ? t("A question lies in its topic's folder: move this file to one of {0}.", topicIds.join(", "))
        : t(
            'No topic has the id "{0}": move this file to one of {1}, or add the topic to {2}.',
            folder,
            topicIds.join(", "),
            roadmapFileName,
          ),
    );
  }
  return { folder, name, file, question };
}

/** A question id is unique in its roadmap: the file that its topic lists keeps it, else the first by path. */
function dropDuplicates(
  placed: readonly Placed[],
  topics: readonly ListedTopic[],
  reportIn: (file: string) => Report,
): Placed[] {
  const first = new Map<string, string>();
  const listed = new Set(topics.flatMap((topic) => (topic.questions ?? []).map((id) => `${topic.id}/${id}`)));
  const isListed = ({ folder, name }: Placed): boolean => listed.has(`${folder}/${name}`);
  const listedFirst = [...placed.filter(isListed), ...placed.filter((p) => !isListed(p))];
  return listedFirst.filter(({ name, file }) => {
    const holder = first.get(name);
    if (holder === undefined) {
      first.set(name, file.path);
      return true;
    }
    reportIn(file.path)(
      idLine(file.text),
      t('The id "{0}" is taken by {1}: give this question another id and file name.', name, holder),
    );
    return false;
  });
}

function idLine(text: string): number {
  const line = text.split(/\r\n|\r|\n/).findIndex((l) => /^id[ \t]*:/.test(l));
  return line === -1 ? 1 : line + 1;
}

function assemble(
  { id, title, description, topics }: NonNullable<ReadRoadmapYaml["yaml"]>,
  document: YamlDocument,
  unique: readonly Placed[],
  all: readonly Placed[],
  report: Report,
): Roadmap {
  const listedIn = new Map<string, string>();
  const paths = new Map(all.map((p) => [p.name, p.file.path]));
  const present = new Set(all.map((p) => `${p.folder}/${p.name}`));
  const checkListed = (topic: ListedTopic, question: string, j: number): void => {
    const reportHere = (message: string): void =>
      report(document.lineOf(["topics", topic.index, "questions", j]), message);
    const before = listedIn.get(question);
    if (before !== undefined)
      reportHere(t('The question "{0}" is listed in {1} already: list it once.', question, before));
    listedIn.set(question, topic.id);
    if (present.has(`${topic.id}/${question}`)) return;
    const elsewhere = paths.get(question);
    reportHere(
      elsewhere === undefined
        ? t('There is no file {1}/{0}.md: write it, or remove "{0}" from the list.', question, topic.id)
        : t('The question "{0}" lies in {1}: move it to {2}/{0}.md, or list it there.', question, elsewhere, topic.id),
    );
  };
  return {
    id,
    title,
    description: description?.trim() ?? "",
    topics: topics.map((topic): Topic => {
      const listed = topic.questions ?? [];
      listed.forEach((question, j) => checkListed(topic, question, j));
      return {
        id: topic.id,
        title: topic.title,
        subtopics: topic.subtopics ?? [],
        prerequisites: topic.requires ?? [],
        notes: topic.notes?.trim() ?? "",
        questions: inOrder(
          unique.filter((p) => p.folder === topic.id),
          listed,
        ),
      };
    }),
  };
}

/** Listed questions in the list's order, then the others by name. */
function inOrder(placed: readonly Placed[], listed: readonly string[]): Question[] {
  const rank = new Map(listed.map((id, i) => [id, i]));
  const rankOf = (p: Placed): number => rank.get(p.name) ?? listed.length;
  return placed
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1))
    .flatMap((p) => p.question ?? []);
}
