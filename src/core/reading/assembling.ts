// A roadmap put together from its files, each of them read already, and put together again where only questions were
// written anew. Reads no file.
import { t } from "@vscode/l10n";
import type { Question } from "../roadmap/question";
import type { Finding, Roadmap, Topic } from "../roadmap/roadmap";
import type { PlacedPicture } from "./brokenPictures";
import { isCopiedRoadmapFile, isMarkdownFile, isRoadmapFile, roadmapFileName, roadmapFileOf } from "./fileNames";
import { fileFinding, FindingList } from "./findingList";
import type { RoadmapFile } from "./folderFiles";
import { idPattern } from "./ids";
import { notesPictures } from "./notesPictures";
import { placeQuestions, type PlacedFile, type Placement } from "./placement";
import { readRoadmapYaml, type ReadRoadmapYaml } from "./roadmapYaml";
import { normaliseSource, SourceText, type Report } from "./source";
import { TopicLists } from "./topicLists";
import type { YamlDocument } from "./yamlDocument";

/** What could be made of a folder. */
export interface ReadRoadmap {
  /** Undefined only where roadmap.yaml itself cannot be made sense of. */
  readonly roadmap: Roadmap | undefined;
  /** In the order of files and lines. */
  readonly problems: readonly Finding[];
  /** Whether roadmap.yaml is one of another tool, which shares its name with ours and nothing else. */
  readonly foreign: boolean;
  /** The file of each question of the roadmap, by the question's id. */
  readonly paths: ReadonlyMap<string, string>;
  /** Markdown files that are no question and lie where none is looked for. */
  readonly passedOver: readonly string[];
  /** Where the roadmap says its id. */
  readonly idAt: Pick<Finding, "file" | "range">;
  /** Of prompts, references and topics' notes; whether their files are there is for `brokenPictures` to ask. */
  readonly pictures: readonly PlacedPicture[];
}

/** A roadmap put together, with what it was put together from. */
export interface Assembled {
  readonly read: ReadRoadmap;
  readonly yaml: ReadRoadmapYaml["yaml"];
  readonly placement: Placement;
  /** What was found in roadmap.yaml and beside it. */
  readonly ofWhole: readonly Finding[];
  /** Pictures of topics' notes. */
  readonly ofNotes: readonly PlacedPicture[];
}

/**
 * Puts a roadmap together in a few steps: of ten thousand questions each takes long enough to let others work.
 */
export function* assembling(
  folder: readonly RoadmapFile[],
  readFile: (file: RoadmapFile) => PlacedFile,
): Generator<undefined, Assembled> {
  const mainPath = roadmapFileOf(folder.map((file) => file.path)) ?? roadmapFileName;
  const main = folder.find((file) => file.path === mainPath);
  const source = new SourceText(normaliseSource(main?.text ?? ""));
  const findings = new FindingList(mainPath, source);
  const whole: Finding[] = main || folder.some(({ path }) => isCopiedRoadmapFile(path)) ? [] : [noRoadmapFile()];
  const read = main && readRoadmapYaml(source, findings.report);
  yield;
  const placement = yield* placeQuestions(folder, read?.declared, read?.yaml?.topics ?? [], readFile);
  yield;
  if (read) reportTopicFolders(read, placement, findings.report);
  const roadmap = read?.yaml && assemble(read.yaml, read.document, placement, findings.report);
  yield;
  const taken = new Set(placement.all.map(({ path }) => path));
  const ofWhole = [...whole, ...findings.list(), ...besides(folder, main?.path)];
  const ofNotes = notesPictures(mainPath, source, read);
  return {
    read: {
      roadmap,
      ...toldOf(placement, ofWhole, ofNotes),
      foreign: main !== undefined && placement.all.length === 0 && isForeign(main.text),
      paths: new Map(placement.unique.map(({ name, path }) => [name, path])),
      passedOver: folder.map(({ path }) => path).filter((path) => isMarkdownFile(path) && !taken.has(path)),
      idAt: { file: mainPath, range: source.range(read?.document.spanOf(["id"]) ?? { start: 0, end: 0 }) },
    },
    yaml: read?.yaml,
    ...{ placement, ofWhole, ofNotes },
  };
}

/**
 * The same with questions that were written anew, each in the place of the one that its file held; undefined where that
 * may change what is told of others, so that all are to be put together again.
 */
export function rewritten(before: Assembled, anew: readonly PlacedFile[]): Assembled | undefined {
  const { read, yaml, ofWhole, ofNotes } = before;
  const placement = before.placement.rewritten(anew);
  if (placement === undefined || read.roadmap === undefined) return undefined;
  const folders = new Set(anew.map(({ folder }) => folder));
  const lists = new Map(yaml?.topics.map(({ id, questions = [] }) => [id, questions]));
  const topics = read.roadmap.topics.map((topic): Topic => {
    if (!folders.has(topic.id)) return topic;
    const placed = placement.unique.filter(({ folder }) => folder === topic.id);
    return { ...topic, questions: inOrder(placed, lists.get(topic.id) ?? []) };
  });
  const roadmap = { ...read.roadmap, topics };
  return { ...before, read: { ...read, roadmap, ...toldOf(placement, ofWhole, ofNotes) }, placement };
}

function toldOf(
  { all, unique, findingsOf }: Placement,
  ofWhole: readonly Finding[],
  ofNotes: readonly PlacedPicture[],
): Pick<ReadRoadmap, "problems" | "pictures"> {
  return {
    problems: [...ofWhole, ...all.flatMap(findingsOf)],
    pictures: [...ofNotes, ...unique.flatMap((file) => file.pictures)],
  };
}

/** Without one of our keys; what cannot be decoded or is still empty may become one of ours. */
function isForeign(text: string): boolean {
  return /\S/.test(text) && !/[\0\uFFFD]|^\W*(?:id|topics|subtopics)\b/m.test(text);
}

function noRoadmapFile(): Finding {
  const message = t("There is no {0} in this folder: write one with id, title and topics.", roadmapFileName);
  return fileFinding(roadmapFileName, "file-missing", message);
}

/** Files that look like a second roadmap.yaml. */
function besides(folder: readonly RoadmapFile[], main: string | undefined): Finding[] {
  return folder.flatMap(({ path }) => {
    if (path === main || !(isCopiedRoadmapFile(path) || isRoadmapFile(path))) return [];
    if (main === undefined) {
      const message = t("There is no {0} in this folder: give this file that name.", roadmapFileName);
      return [fileFinding(path, "file-missing", message)];
    }
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
    if (!idPattern.test(folder)) {
      const said = t('The folder of the topic "{0}" is called "{1}": rename it to {0}.', id, folder);
      report(at, "topic-without-folder", said);
      continue;
    }
    const message = t(
      'There is no folder "{0}", and the questions in "{1}" belong to no topic: write id: {1}, or rename it.',
      id,
      folder,
    );
    report(at, "topic-without-folder", message, { ...at, newText: folder, title: t('Change to "{0}"', folder) });
  }
}

function assemble(
  { id, title, description, language, topics }: NonNullable<ReadRoadmapYaml["yaml"]>,
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
    ...(language === undefined ? {} : { language }),
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

/** Listed questions in the list's order, then the others by name. */
function inOrder(placed: readonly PlacedFile[], listed: readonly string[]): Question[] {
  const rank = new Map(listed.map((id, i) => [id, i]));
  const rankOf = (file: PlacedFile): number => rank.get(file.name) ?? listed.length;
  return placed
    .toSorted((a, b) => rankOf(a) - rankOf(b) || (a.name < b.name ? -1 : 1))
    .flatMap((file) => file.question ?? []);
}
