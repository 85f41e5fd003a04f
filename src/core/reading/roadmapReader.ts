// Reads a roadmap's folder: roadmap.yaml and the questions that belong to its topics. Pure: the caller reads the files.
// One bad file never hides the others, and what one mistake breaks in several files is told once.
import { t } from "@vscode/l10n";
import type { Question } from "../question";
import type { Finding, Roadmap, Topic } from "../roadmap";
import { isCopiedRoadmapFile, isRoadmapFile, roadmapFileName, roadmapFileOf } from "./fileNames";
import { fileFinding, FindingList } from "./findingList";
import { readFolder, type FolderReader, type RoadmapFile } from "./folderFiles";
import { placeQuestions, type PlacedFile, type Placement } from "./placement";
import { readRoadmapYaml, type ListedTopic, type ReadRoadmapYaml } from "./roadmapYaml";
import { normaliseSource, SourceText, type Report } from "./source";
import type { YamlDocument } from "./yamlDocument";

/** What could be made of a folder. */
export interface ReadRoadmap {
  /** Undefined only where roadmap.yaml itself cannot be made sense of. */
  readonly roadmap: Roadmap | undefined;
  /** In the order of files and lines. */
  readonly problems: readonly Finding[];
  /** The file of each question of the roadmap, by the question's id. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Reads a folder through a file system. Rejects where the folder itself cannot be listed. */
export async function readRoadmapFolder(reader: FolderReader): Promise<ReadRoadmap> {
  const { files, unreadable } = await readFolder(reader);
  const read = readRoadmap(files);
  return { ...read, problems: [...unreadable, ...read.problems] };
}

/** Reads a whole folder. Files that are neither roadmap.yaml nor a question are passed over. */
export function readRoadmap(folder: readonly RoadmapFile[]): ReadRoadmap {
  const mainPath = roadmapFileOf(folder.map((file) => file.path)) ?? roadmapFileName;
  const main = folder.find((file) => file.path === mainPath);
  const source = new SourceText(normaliseSource(main?.text ?? ""));
  const findings = new FindingList(mainPath, source);
  const whole: Finding[] = main ? [] : [noRoadmapFile()];
  const read = main && readRoadmapYaml(source, findings.report);
  const placement = placeQuestions(folder, read?.declared, read?.yaml?.topics ?? []);
  if (read) reportTopicFolders(read, placement, findings.report);
  const roadmap = read?.yaml && assemble(read.yaml, read.document, placement, findings.report);
  const questionFindings = placement.all.flatMap(({ findings: found }) => found.list());
  return {
    roadmap,
    problems: [...whole, ...findings.list(), ...besides(folder, mainPath), ...questionFindings],
    paths: new Map(placement.unique.map(({ name, path }) => [name, path])),
  };
}

function noRoadmapFile(): Finding {
  const message = t("There is no {0} in this folder: write one with id, title and topics.", roadmapFileName);
  return fileFinding(roadmapFileName, "file-missing", message);
}

/** Files that look like a second roadmap.yaml. */
function besides(folder: readonly RoadmapFile[], main: string): Finding[] {
  return folder.flatMap(({ path }) => {
    if (path === main || !(isCopiedRoadmapFile(path) || isRoadmapFile(path))) return [];
    const message = t(
      "{1} is read, and this file is not: compare the two, keep what is right there and delete this one.",
      path,
      main,
    );
    return [fileFinding(path, "second-roadmap-file", message)];
  });
}

/** A topic whose questions lie in a folder of another name. */
function reportTopicFolders({ document, yaml }: ReadRoadmapYaml, placement: Placement, report: Report): void {
  for (const { id, index } of yaml?.topics ?? []) {
    const folder = placement.renamed.get(id);
    if (folder === undefined) continue;
    const at = document.spanOf(["topics", index, "id"]);
    const message = t(
      'There is no folder "{0}", but there is a folder "{1}" with questions that belong to no topic: write id: {1}, or rename the folder.',
      id,
      folder,
    );
    report(at, "topic-without-folder", message, { ...at, newText: folder, title: t('Change to "{0}"', folder) });
  }
}

function assemble(
  { id, title, description, topics }: NonNullable<ReadRoadmapYaml["yaml"]>,
  document: YamlDocument,
  placement: Placement,
  report: Report,
): Roadmap {
  const byFolder = new Map<string, PlacedFile[]>();
  for (const file of placement.unique) {
    const inFolder = byFolder.get(file.folder);
    if (inFolder) inFolder.push(file);
    else byFolder.set(file.folder, [file]);
  }
  const lists = new TopicLists(document, placement, report);
  return {
    id,
    title,
    description: description?.trim() ?? "",
    topics: topics.map((topic): Topic => {
      const listed = topic.questions ?? [];
      if (!placement.renamed.has(topic.id)) listed.forEach((question, j) => lists.check(topic, question, j));
      return {
        id: topic.id,
        title: topic.title,
        subtopics: topic.subtopics ?? [],
        prerequisites: topic.requires ?? [],
        notes: topic.notes?.trim() ?? "",
        questions: inOrder(byFolder.get(topic.id) ?? [], listed),
      };
    }),
  };
}

/** Holds the lists of questions against the files. */
class TopicLists {
  private readonly listedIn = new Map<string, string>();
  private readonly paths: ReadonlyMap<string, string>;
  private readonly present: ReadonlySet<string>;

  constructor(
    private readonly document: YamlDocument,
    { all }: Placement,
    private readonly report: Report,
  ) {
    this.paths = new Map(all.map(({ name, path }) => [name, path]));
    // A file that is listed by the id inside it has the wrong name, which is told there.
    this.present = new Set(all.flatMap(({ folder, name, id }) => [`${folder}/${name}`, `${folder}/${id ?? name}`]));
  }

  check(topic: ListedTopic, question: string, j: number): void {
    const at = this.document.spanOf(["topics", topic.index, "questions", j]);
    const before = this.listedIn.get(question);
    if (before !== undefined)
      this.report(
        at,
        "question-listed-twice",
        t('The question "{0}" is listed in {1} already: list it once.', question, before),
      );
    this.listedIn.set(question, topic.id);
    if (this.present.has(`${topic.id}/${question}`)) return;
    const elsewhere = this.paths.get(question);
    const message =
      elsewhere === undefined
        ? t('There is no file {1}/{0}.md: write it, or remove "{0}" from the list.', question, topic.id)
        : t('The question "{0}" lies in {1}: move it to {2}/{0}.md, or list it there.', question, elsewhere, topic.id);
    this.report(at, "unknown-question", message);
  }
}

/** Listed questions in the list's order, then the others by name. */
function inOrder(placed: readonly PlacedFile[], listed: readonly string[]): Question[] {
  const rank = new Map(listed.map((id, i) => [id, i]));
  const rankOf = (file: PlacedFile): number => rank.get(file.name) ?? listed.length;
  return placed
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1))
    .flatMap((file) => file.question ?? []);
}
