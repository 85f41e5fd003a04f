// What an import would write: a file for each question under a name that nobody has, and the topics that are new.
// Whatever could not be read back as a question is left out and said. Nothing is written here, and nothing overwritten.
import { t } from "@vscode/l10n";
import { roadmapFileName, roadmapFileOf } from "../reading/fileNames";
import type { RoadmapFile } from "../reading/folderFiles";
import { readRoadmap } from "../reading/roadmapReader";
import type { Topic } from "../roadmap/roadmap";
import type { FoundQuestion, LeftOut } from "./foundQuestion";
import { freeId, idOf, titleOf } from "./plainText";
import { questionFile, type StatementsOf } from "./questionFile";
import { newRoadmapYaml, withTopics, type NewTopic } from "./topicList";

/** A question with the file that it would become. */
export interface PlannedQuestion {
  readonly found: FoundQuestion;
  readonly id: string;
  readonly title: string;
  readonly topic: NewTopic;
  /** Relative to the roadmap's folder. */
  readonly path: string;
  readonly text: string;
  /** How many TODOs a person has to decide. */
  readonly toDecide: number;
}

/** All that an import would do to a roadmap's folder. */
export interface ImportPlan {
  readonly questions: readonly PlannedQuestion[];
  /** The roadmap's file with the new topics, where it changes or has to be made. */
  readonly roadmapFile: { readonly path: string; readonly text: string; readonly isNew: boolean } | undefined;
  readonly leftOut: readonly LeftOut[];
}

/** Why nothing can be imported into a folder. */
export interface CannotImport {
  readonly why: string;
}

/** Where the questions go. */
export interface ImportTarget {
  /** The folder's name, which a new roadmap is called by. */
  readonly name: string;
  /** What the folder holds already; empty for a new one. */
  readonly files: readonly RoadmapFile[];
  /** Id of the topic that all go to; absent: by what the files say. */
  readonly topic?: string;
}

/** Plans the import of questions into a folder; yields after each, since each is read back. */
export function* planImport(
  found: readonly FoundQuestion[],
  target: ImportTarget,
  statementsOf: StatementsOf,
): Generator<undefined, ImportPlan | CannotImport, undefined> {
  const path = roadmapFileOf(target.files.map((file) => file.path));
  const { roadmap } = path === undefined ? { roadmap: undefined } : readRoadmap(target.files);
  if (path !== undefined && !roadmap)
    return { why: t("{0} cannot be read: mend what is found in it first, then import.", path) };
  const placer = new Placer(roadmap?.topics ?? [], target, statementsOf);
  for (const question of found) {
    placer.take(question);
    yield;
  }
  const { questions, leftOut } = placer;
  const used = new Set(questions.map(({ topic }) => topic.id));
  const topics = placer.newTopics.filter(({ id }) => used.has(id));
  if (path === undefined) {
    const text = newRoadmapYaml(target.name, topics);
    return {
      questions,
      leftOut,
      roadmapFile: questions.length > 0 ? { path: roadmapFileName, text, isNew: true } : undefined,
    };
  }
  if (topics.length === 0) return { questions, leftOut, roadmapFile: undefined };
  const before = target.files.find((file) => file.path === path)?.text ?? "";
  const text = withTopics(before, topics);
  const known = new Set(text === undefined ? [] : readRoadmap([{ path, text }]).roadmap?.topics.map(({ id }) => id));
  if (text === undefined || ![...(roadmap?.topics ?? []), ...topics].every(({ id }) => known.has(id)))
    return {
      why: t(
        "The topics in {0} are not written one a dash: add {1} yourself, then import.",
        path,
        topics.map(({ id }) => id).join(", "),
      ),
    };
  return { questions, leftOut, roadmapFile: { path, text, isNew: false } };
}

class Placer {
  readonly questions: PlannedQuestion[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly newTopics: NewTopic[] = [];
  private readonly ids: Set<string>;
  /** Ids of questions by their prompts. */
  private readonly asked: Map<string, string>;
  private readonly topicIds: Set<string>;

  constructor(
    private readonly topics: readonly Topic[],
    private readonly target: ImportTarget,
    private readonly statementsOf: StatementsOf,
  ) {
    // Names of files count in any case of letters: some disks do not tell them apart.
    this.ids = new Set(
      target.files.map(({ path }) =>
        path
          .slice(path.lastIndexOf("/") + 1)
          .replace(/\.[^.]+$/, "")
          .toLowerCase(),
      ),
    );
    this.asked = new Map(topics.flatMap(({ questions }) => questions.map(({ prompt, id }) => [prompt.trim(), id])));
    this.topicIds = new Set([
      ...topics.map(({ id }) => id),
      ...target.files.map(({ path }) => path.split("/", 1)[0] ?? ""),
    ]);
  }

  take(found: FoundQuestion): void {
    const twin = this.asked.get(found.prompt.trim());
    if (twin !== undefined) {
      const why = t('"{0}" is asked already, by {1}.', titleOf(found.prompt), twin);
      this.leftOut.push({ file: found.file, line: found.line, why });
      return;
    }
    const topic = this.topicFor(found.topic);
    const id = freeId(
      idOf(found.title ?? "") || idOf(titleOf(found.prompt)) || `question-${this.ids.size + 1}`,
      this.ids,
    );
    const { text, otherMarks } = questionFile(found, id, this.statementsOf);
    const path = `${topic.id}/${id}.md`;
    const read = readRoadmap([
      { path: roadmapFileName, text: newRoadmapYaml("import", [topic]) },
      { path, text },
    ]);
    const error = read.problems.find(({ severity }) => severity === "error");
    const { file, line } = found;
    if (error) {
      this.ids.delete(id);
      this.leftOut.push({
        file,
        line,
        why: t('"{0}" cannot be a question: {1}', titleOf(found.prompt), error.message),
      });
      return;
    }
    if (otherMarks !== undefined)
      this.leftOut.push({
        file,
        line,
        why: t('The {0} marks of "{1}" do not divide among its points: each has 1.', otherMarks, titleOf(found.prompt)),
      });
    const toDecide = read.problems.filter(({ code }) => code === "todo").length;
    this.asked.set(found.prompt.trim(), id);
    const title = read.roadmap?.topics[0]?.questions[0]?.title ?? id;
    this.questions.push({ found, id, title, topic, path, text, toDecide });
  }

  /** The topic of that id or title; else a new one. */
  private topicFor(wanted: string): NewTopic {
    const given = this.target.topic;
    const name = given ?? (titleOf(wanted) || "import");
    const same = (topic: NewTopic): boolean =>
      topic.id === name || topic.title.toLowerCase() === name.toLowerCase() || topic.id === idOf(name);
    const known =
      this.topics.find(same) ?? this.newTopics.find((topic) => topic.title.toLowerCase() === name.toLowerCase());
    if (known) return known;
    const topic = {
      id: freeId(idOf(name) || `topic-${this.topics.length + this.newTopics.length + 1}`, this.topicIds),
      title: name,
    };
    this.newTopics.push(topic);
    return topic;
  }
}
