// Which files are questions, and of which topic: by their folder and their name. Tells of those in the wrong place, of
// copies, and of names that two of them claim.
import { t } from "@vscode/l10n";
import type { Question } from "../roadmap/question";
import type { Finding } from "../roadmap/roadmap";
import { placedPictures, type PlacedPicture } from "./brokenPictures";
import { baseName, folderOf, isMarkdownFile, roadmapFileName } from "./fileNames";
import { FindingList } from "./findingList";
import type { RoadmapFile } from "./folderFiles";
import { named, nearest } from "./nearest";
import { readQuestion, reportIdMismatch } from "./questionReader";
import type { DeclaredTopics, ListedTopic } from "./roadmapYaml";
import { asId, idPattern } from "./ids";
import { normaliseSource, SourceText, type Span } from "./source";

/** A question's file with what was read of it. */
export interface PlacedFile {
  readonly path: string;
  readonly folder: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly question: Question | undefined;
  /** The id that the file gives itself. */
  readonly id: string | undefined;
  readonly idSpan: Span;
  readonly findings: FindingList;
  readonly source: SourceText;
  /** Of its prompt and its reference. */
  readonly pictures: readonly PlacedPicture[];
}

/** Every question's file, in the order of paths. */
export interface Placement {
  readonly all: readonly PlacedFile[];
  /** Without those whose name another file has. */
  readonly unique: readonly PlacedFile[];
  /** Topic ids that have no folder, with the folder that is most likely theirs. */
  readonly renamed: ReadonlyMap<string, string>;
  /** What was found in a file, and of its place. */
  readonly findingsOf: (file: PlacedFile) => readonly Finding[];
  /**
   * The same with files that were written anew, each in the place of the one of its path; undefined where that may
   * change what is told of others.
   */
  readonly rewritten: (anew: readonly PlacedFile[]) => Placement | undefined;
}

/**
 * What placing tells of files: in a copy of the file's own list, so that a file can be placed again without being read
 * again.
 */
class PlacementFindings {
  /** Files that are told to be a copy of another. */
  readonly copies = new Set<PlacedFile>();
  private readonly lists = new Map<PlacedFile, FindingList>();

  of(file: PlacedFile): FindingList {
    const list = this.lists.get(file) ?? file.findings.copy();
    this.lists.set(file, list);
    return list;
  }

  list(file: PlacedFile): readonly Finding[] {
    return (this.lists.get(file) ?? file.findings).list();
  }

  /** Whether nothing is told of a file but what is in it. */
  saysNothingOf(file: PlacedFile): boolean {
    return !this.lists.has(file);
  }
}

/**
 * Reads and places the questions of a folder, in a few steps. Without topics to go by, only the questions themselves
 * are read.
 */
export function* placeQuestions(
  folder: readonly RoadmapFile[],
  declared: DeclaredTopics | undefined,
  topics: readonly ListedTopic[],
  read: (file: RoadmapFile) => PlacedFile,
): Generator<undefined, Placement> {
  const files = folder.filter(({ path }) => isMarkdownFile(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  yield;
  const renamed = declared?.all ? renamedTopics(files, declared, topics) : new Map<string, string>();
  const known = new Set([...(declared?.ids ?? []), ...renamed.values()]);
  yield;
  const all = files.filter((file) => isQuestion(file, declared && known)).map(read);
  yield;
  const findings = new PlacementFindings();
  const isPlaced = ({ folder }: PlacedFile): boolean => known.size === 0 || known.has(folder);
  const unique = tellNames(all, topics, isPlaced, findings);
  // Of a roadmap without topics that is told already.
  if (declared?.all && known.size > 0)
    for (const file of all)
      if (!known.has(file.folder) && !findings.copies.has(file)) tellMisplaced(file, known, findings.of(file));
  return placementOf({ all, unique, renamed }, known, findings);
}

function placementOf(
  { all, unique, renamed }: Pick<Placement, "all" | "unique" | "renamed">,
  folders: ReadonlySet<string>,
  findings: PlacementFindings,
): Placement {
  // Where it lies makes it a question, and its name is its own: neither says anything of other files.
  const isPlain = (file: PlacedFile): boolean =>
    folders.has(file.folder) && (file.id ?? file.name) === file.name && findings.saysNothingOf(file);
  return {
    ...{ all, unique, renamed },
    findingsOf: (file) => findings.list(file),
    rewritten: (anew) => {
      const byPath = new Map(anew.map((file) => [file.path, file]));
      const before = unique.filter(({ path }) => byPath.has(path));
      if (before.length < byPath.size || ![...before, ...anew].every(isPlain)) return undefined;
      const swapped = (files: readonly PlacedFile[]): PlacedFile[] =>
        files.map((file) => byPath.get(file.path) ?? file);
      return placementOf({ all: swapped(all), unique: swapped(unique), renamed }, folders, findings);
    },
  };
}

/** A Markdown file in a topic's folder, or one elsewhere whose front matter is a question's. */
function isQuestion({ path, text }: RoadmapFile, topics: ReadonlySet<string> | undefined): boolean {
  const [folder = "", ...rest] = path.split("/");
  if (rest.length === 1 && (topics === undefined || topics.has(folder))) return true;
  return looksLikeQuestion(text);
}

function looksLikeQuestion(text: string): boolean {
  return /^\uFEFF?\s*---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,2000}?criteria[ \t]*:/.test(text.slice(0, 50_000));
}

/** Whether a file may be a question, whatever topics there are. */
export function mayBeQuestion(file: RoadmapFile): boolean {
  return isMarkdownFile(file.path) && isQuestion(file, undefined);
}

/** Reads one question's file. */
export function readQuestionFile({ path, text }: RoadmapFile): PlacedFile {
  const source = new SourceText(normaliseSource(text));
  const findings = new FindingList(path, source);
  const { question, id, idSpan, shown } = readQuestion(source, findings);
  const pictures = shown.flatMap((text) => placedPictures(path, source, text));
  return { path, folder: folderOf(path), name: baseName(path), question, id, idSpan, findings, source, pictures };
}

/** Pairs topics without a folder with folders without a topic: by the questions that the topic lists, else by name. */
function renamedTopics(
  files: readonly RoadmapFile[],
  declared: DeclaredTopics,
  topics: readonly ListedTopic[],
): Map<string, string> {
  const pairs = new Map<string, string>();
  const names = new Map<string, Set<string>>();
  for (const { path } of files) {
    const folder = folderOf(path);
    const inFolder = names.get(folder) ?? new Set<string>();
    names.set(folder, inFolder.add(baseName(path)));
  }
  const orphans = new Set(
    [...names.keys()].filter(
      (name) => !declared.ids.has(name) && (idPattern.test(name) || declared.ids.has(asId(name))),
    ),
  );
  for (const { id, questions = [] } of topics) {
    if (orphans.size === 0) break;
    if (names.has(id)) continue;
    const spelled = [...orphans].find((name) => asId(name) === id);
    const holder =
      spelled ??
      [...orphans].find((name) => idPattern.test(name) && questions.some((question) => names.get(name)?.has(question)));
    const folder =
      holder ??
      nearest(
        id,
        [...orphans].filter((name) => idPattern.test(name)),
      );
    if (folder === undefined) continue;
    pairs.set(id, folder);
    orphans.delete(folder);
  }
  return pairs;
}

/** A question's name is unique in its roadmap: the file that its topic lists keeps it, else the first by path. */
function tellNames(
  all: readonly PlacedFile[],
  topics: readonly ListedTopic[],
  isPlaced: (file: PlacedFile) => boolean,
  findings: PlacementFindings,
): PlacedFile[] {
  const first = new Map<string, PlacedFile>();
  const unique = listedFirst(all.filter(isPlaced), topics)
    .concat(all.filter((file) => !isPlaced(file)))
    .filter((file) => {
      const holder = first.get(file.name);
      if (holder === undefined) {
        first.set(file.name, file);
        return true;
      }
      // Elsewhere than in a topic's folder it is most likely that folder once more.
      if (isPlaced(holder) && !isPlaced(file)) {
        tellCopy(file, holder.path, findings);
        return false;
      }
      const message = t(
        'The id "{0}" is taken by {1}: give this question another id and file name.',
        file.name,
        holder.path,
      );
      findings.of(file).report(file.idSpan, "duplicate-id", message);
      return false;
    });
  if (unique.every(({ id, name }) => id === name)) return unique;
  const paths = new Map(all.map((file) => [`${file.folder}/${file.name}`, file]));
  return unique.filter((file) => {
    if (file.id === undefined || file.id === file.name) return true;
    const original = paths.get(`${file.folder}/${file.id}`);
    if (original) tellCopy(file, original.path, findings);
    else reportIdMismatch(file, file.name, findings.of(file).report);
    return false;
  });
}

function listedFirst(all: readonly PlacedFile[], topics: readonly ListedTopic[]): readonly PlacedFile[] {
  const listed = new Set(topics.flatMap((topic) => (topic.questions ?? []).map((id) => `${topic.id}/${id}`)));
  if (listed.size === 0) return all;
  const isListed = ({ folder, name }: PlacedFile): boolean => listed.has(`${folder}/${name}`);
  return [...all.filter(isListed), ...all.filter((file) => !isListed(file))];
}

/** A file that has the id of the file beside it: synchronisation and file managers leave such copies. */
function tellCopy(file: PlacedFile, original: string, placed: PlacementFindings): void {
  const findings = placed.of(file);
  placed.copies.add(file);
  const message =
    idPattern.test(file.name) && file.name !== file.id
      ? t(
          "This question has the id of {0}: if it is a copy, compare the two and delete one, else write id: {1}.",
          original,
          file.name,
        )
      : t(
          "This looks like a copy of {0}: compare the two, keep what is right in that one and delete this file.",
          original,
        );
  findings.clear();
  findings.report(file.idSpan, "copied-file", message);
}

function tellMisplaced({ folder, source }: PlacedFile, topics: ReadonlySet<string>, findings: FindingList): void {
  const ids = [...topics];
  const names = named(ids);
  const message =
    folder === ""
      ? t("A question lies in its topic's folder: move this file to one of {0}.", names)
      : t(
          'No topic has the id "{0}": move this file to one of {1}, or add the topic to {2}.',
          folder,
          names,
          roadmapFileName,
        );
  findings.report(source.lineSpan(0), "misplaced-file", message);
}
