// Reads a roadmap's folder: roadmap.yaml and the questions that belong to its topics. Pure: the caller reads the files.
// One bad file never hides the others, and what one mistake breaks in several files is told once. How they are put
// together is assembling's matter.
import type { Question } from "../roadmap/question";
import type { Finding } from "../roadmap/roadmap";
import { assembling, rewritten, type Assembled, type ReadRoadmap } from "./assembling";
import { brokenPictures, type ListNames, type PlacedPicture } from "./brokenPictures";
import { fileName, isRoadmapFile } from "./fileNames";
import { FindingList } from "./findingList";
import { listFiles, listNames, readFiles, type FolderReader, type ReadFile, type RoadmapFile } from "./folderFiles";
import { notesPictures } from "./notesPictures";
import { mayBeQuestion, readQuestionFile, type PlacedFile } from "./placement";
import { reportIdMismatch } from "./questionReader";
import { readRoadmapYaml } from "./roadmapYaml";
import { normaliseSource, SourceText } from "./source";

export { criterionRange, sectionRange } from "./questionReader";

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
  /** Absent where other files are known by now than it was put together from. */
  private last: Assembled | undefined;

  constructor(private readonly reader: FolderReader) {}

  /** Reads what may have changed, or all. Rejects where the folder itself cannot be listed. */
  async read(changes?: FolderChanges): Promise<ReadRoadmap> {
    const anew = await this.readFiles(changes);
    await this.placeEarly(anew);
    this.last = (this.last && this.rewritten(this.last, anew)) ?? (await this.assemble());
    const { read } = this.last;
    const unreadable = [...this.known.values()].flatMap((file) => ("text" in file ? [] : file.unreadable));
    const broken = await brokenPictures(read.pictures, (folder) => listNames(this.reader, folder));
    return { ...read, problems: [...unreadable, ...read.problems, ...broken] };
  }

  /** Where only questions are others than before, which most often only one is. */
  private rewritten(before: Assembled, anew: readonly ReadFile[]): Assembled | undefined {
    const placed = anew.flatMap(({ path }) => this.placed.get(path)?.file ?? []);
    return placed.length === anew.length ? rewritten(before, placed) : undefined;
  }

  private async assemble(): Promise<Assembled> {
    const files = [...this.known.values()].filter((file) => "text" in file);
    const steps = assembling(files, (file) => this.placed.get(file.path)?.file ?? readQuestionFile(file));
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await this.reader.pause?.();
    return step.value;
  }

  /** Reads files that came or may have changed, and gives them back. */
  private async readFiles(changes: FolderChanges | undefined): Promise<readonly ReadFile[]> {
    const { known, reader } = this;
    if (changes !== undefined && !changes.listed && changes.files.every((path) => known.has(path))) {
      const anew = await readFiles(reader, changes.files);
      for (const file of anew) known.set(file.path, file);
      return anew;
    }
    this.last = undefined;
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
        // After the first file too, which takes as long as several: nothing is compiled yet.
        if (count++ % filesAtAStretch === 0) await this.reader.pause?.();
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
  const steps = assembling(folder, readQuestionFile);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.read;
  }
}
