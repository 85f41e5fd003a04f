// Reads a roadmap's folder: roadmap.yaml and the questions that belong to its topics. Pure: the caller reads the files.
// One bad file never hides the others, and what one mistake breaks in several files is told once.
import { t } from "@vscode/l10n";
import type { Question } from "../roadmap/question";
import type { Finding, Roadmap, Topic } from "../roadmap/roadmap";
import { brokenPictures, type ListNames, type PlacedPicture } from "./brokenPictures";
import {
  fileName,
  isCopiedRoadmapFile,
  isMarkdownFile,
  isRoadmapFile,
  roadmapFileName,
  roadmapFileOf,
} from "./fileNames";
import { fileFinding, FindingList } from "./findingList";
import { listFiles, listNames, readFiles, type FolderReader, type ReadFile, type RoadmapFile } from "./folderFiles";
import { notesPictures } from "./notesPictures";
import { mayBeQuestion, placeQuestions, readQuestionFile, type PlacedFile, type Placement } from "./placement";
import { reportIdMismatch } from "./questionReader";
import { readRoadmapYaml, type ReadRoadmapYaml } from "./roadmapYaml";
import { normaliseSource, SourceText, type Report } from "./source";
import { TopicLists } from "./topicLists";
import type { YamlDocument } from "./yamlDocument";

export { criterionRange, sectionRange } from "./questionReader";

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

/** Questions read without a pause: some twenty milliseconds. */
const filesAtAStretch = 10;

/** Which files of a folder may be others than when it was last read. */
export interface FolderChanges {
  /** Files whose text may have changed; relative to the folder. */
  readonly files: readonly string[];
  /** Files may have come or gone. */
  readonly listed: boolean;
}

/** A roadmap's folder that is read whole once, and then again by file: what did not change is not even looked at. */
export class RoadmapFolder {
  /** By path, in the order of paths. */
  private known = new Map<string, ReadFile>();
  private readonly placed = new Map<string, { readonly text: string; readonly file: PlacedFile }>();

  constructor(private readonly reader: FolderReader) {}

  /** Reads what may have changed, or all. Rejects where the folder itself cannot be listed. */
  async read(changes?: FolderChanges): Promise<ReadRoadmap> {
    await this.placeEarly(await this.readFiles(changes));
    const all = [...this.known.values()];
    const files = all.filter((file) => "text" in file);
    const { reader } = this;
    const steps = assembling(files, (file) => this.placed.get(file.path)?.file ?? readQuestionFile(file));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await reader.pause?.();
    const unreadable = all.flatMap((file) => ("text" in file ? [] : file.unreadable));
    const broken = await brokenPictures(step.value.pictures, (folder) => listNames(reader, folder));
    return { ...step.value, problems: [...unreadable, ...step.value.problems, ...broken] };
  }

  /** Reads files that came or may have changed, and gives them back. */
  private async readFiles(changes: FolderChanges | undefined): Promise<readonly ReadFile[]> {
    const { known, reader } = this;
    if (changes !== undefined && !changes.listed && changes.files.every((path) => known.has(path))) {
      const anew = await readFiles(reader, changes.files);
      for (const file of anew) known.set(file.path, file);
      return anew;
    }
    const changed = new Set(changes?.files);
    const isKept = (path: string): boolean => changes !== undefined && known.has(path) && !changed.has(path);
    const paths = (await listFiles(reader)).toSorted();
    const anew = await readFiles(
      reader,
      paths.filter((path) => !isKept(path)),
    );
    const read = new Map(anew.map((file) => [file.path, file]));
    const all = paths.flatMap((path) => read.get(path) ?? known.get(path) ?? []);
    this.known = new Map(all.map((file) => [file.path, file]));
    for (const path of this.placed.keys()) if (!this.known.has(path)) this.placed.delete(path);
    return anew;
  }

  /** Reads the questions among these files, with pauses. */
  private async placeEarly(anew: readonly ReadFile[]): Promise<void> {
    let count = 0;
    for (const file of anew) {
      const { path } = file;
      if (!("text" in file) || !mayBeQuestion(file)) this.placed.delete(path);
      else if (this.placed.get(path)?.text !== file.text) {
        this.placed.set(path, { text: file.text, file: readQuestionFile(file) });
        if (++count % filesAtAStretch === 0) await this.reader.pause?.();
      }
    }
  }
}

/** Reads a folder through a file system. Rejects where the folder itself cannot be listed. */
export async function readRoadmapFolder(reader: FolderReader): Promise<ReadRoadmap> {
  return new RoadmapFolder(reader).read();
}

/**
 * Reads one file of a roadmap by itself, as it is being written: what is wrong in it, whatever stands in the others,
 * and the question where it is a sound one.
 */
export function readFileAlone(path: string, text: string): ReadAlone {
  if (!isRoadmapFile(fileName(path))) {
    const file = readQuestionFile({ path, text });
    reportIdMismatch(file, file.name, file.findings.report);
    return { findings: file.findings.list(), question: file.question, pictures: file.pictures };
  }
  const source = new SourceText(normaliseSource(text));
  const findings = new FindingList(path, source);
  const read = readRoadmapYaml(source, findings.report);
  return { findings: findings.list(), question: undefined, pictures: notesPictures(path, source, read) };
}

/** As `readFileAlone`, the findings only, with those of pictures that are not there. */
export async function findingsAlone(path: string, text: string, list: ListNames): Promise<readonly Finding[]> {
  const { findings, pictures } = readFileAlone(path, text);
  return pictures.length === 0 ? findings : [...findings, ...(await brokenPictures(pictures, list))];
}

/** What one file says by itself. */
export interface ReadAlone {
  readonly findings: readonly Finding[];
  readonly question: Question | undefined;
  readonly pictures: readonly PlacedPicture[];
}

/** Reads a whole folder. Files that are neither roadmap.yaml nor a question are passed over. */
export function readRoadmap(folder: readonly RoadmapFile[]): ReadRoadmap {
  return assembled(folder, readQuestionFile);
}

function assembled(folder: readonly RoadmapFile[], readFile: (file: RoadmapFile) => PlacedFile): ReadRoadmap {
  const steps = assembling(folder, readFile);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Puts a roadmap together in a few steps: of ten thousand questions each takes long enough to let others work. */
function* assembling(
  folder: readonly RoadmapFile[],
  readFile: (file: RoadmapFile) => PlacedFile,
): Generator<undefined, ReadRoadmap> {
  const mainPath = roadmapFileOf(folder.map((file) => file.path)) ?? roadmapFileName;
  const main = folder.find((file) => file.path === mainPath);
  const source = new SourceText(normaliseSource(main?.text ?? ""));
  const findings = new FindingList(mainPath, source);
  const whole: Finding[] = main ? [] : [noRoadmapFile()];
  const read = main && readRoadmapYaml(source, findings.report);
  yield;
  const placement = placeQuestions(folder, read?.declared, read?.yaml?.topics ?? [], readFile);
  yield;
  if (read) reportTopicFolders(read, placement, findings.report);
  const roadmap = read?.yaml && assemble(read.yaml, read.document, placement, findings.report);
  yield;
  const taken = new Set(placement.all.map(({ path }) => path));
  const questionFindings = placement.all.flatMap(placement.findingsOf);
  return {
    roadmap,
    problems: [...whole, ...findings.list(), ...besides(folder, mainPath), ...questionFindings],
    foreign: main !== undefined && placement.all.length === 0 && isForeign(main.text),
    paths: new Map(placement.unique.map(({ name, path }) => [name, path])),
    passedOver: folder.map(({ path }) => path).filter((path) => isMarkdownFile(path) && !taken.has(path)),
    pictures: [...notesPictures(mainPath, source, read), ...placement.unique.flatMap((file) => file.pictures)],
    idAt: { file: mainPath, range: source.range(read?.document.spanOf(["id"]) ?? { start: 0, end: 0 }) },
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
