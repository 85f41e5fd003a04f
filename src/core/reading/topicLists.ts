// The lists of questions in roadmap.yaml held against the files that are there.
import { t } from "@vscode/l10n";
import { nearest } from "./nearest";
import type { Placement } from "./placement";
import type { ListedTopic } from "./roadmapYaml";
import type { Report } from "./source";
import type { YamlDocument } from "./yamlDocument";

/** The files of a roadmap, as lists of questions are held against them. */
interface Files {
  readonly paths: ReadonlyMap<string, string>;
  readonly present: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** Holds the lists of questions against the files. */
export class TopicLists {
  private readonly listedIn = new Map<string, string>();
  private readonly unlisted = new Map<string, readonly string[]>();
  /** Made for the first list: without one nothing is asked of the files. */
  private made: Files | undefined;

  constructor(
    private readonly document: YamlDocument,
    private readonly placement: Placement,
    private readonly report: Report,
  ) {}

  private get files(): Files {
    this.made ??= filesOf(this.placement);
    return this.made;
  }

  /** Tells of a listed question that has no file in its topic's folder, or is listed twice. */
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
    if (this.files.present.has(`${topic.id}/${question}`)) return;
    const elsewhere = this.files.paths.get(question);
    const near = elsewhere === undefined ? nearest(question, this.unlistedIn(topic)) : undefined;
    if (near !== undefined) {
      const mend = { ...at, newText: near, title: t('Change to "{0}"', near) };
      const told = t('There is no file {1}/{0}.md: did you mean "{2}"?', question, topic.id, near);
      this.report(at, "unknown-question", told, mend);
      return;
    }
    const message =
      elsewhere === undefined
        ? t('There is no file {1}/{0}.md: write it, or remove "{0}" from the list.', question, topic.id)
        : t('The question "{0}" lies in {1}: move it to {2}/{0}.md, or list it there.', question, elsewhere, topic.id);
    this.report(at, "unknown-question", message);
  }

  /** Files of a topic that its list leaves out; looked up once a topic, however many of its questions are missing. */
  private unlistedIn({ id, questions = [] }: ListedTopic): readonly string[] {
    let unlisted = this.unlisted.get(id);
    if (!unlisted) {
      const listed = new Set(questions);
      unlisted = (this.files.names.get(id) ?? []).filter((name) => !listed.has(name));
      this.unlisted.set(id, unlisted);
    }
    return unlisted;
  }
}

function filesOf({ all }: Placement): Files {
  const names = new Map<string, string[]>();
  for (const { folder, name } of all) {
    const inFolder = names.get(folder);
    if (inFolder) inFolder.push(name);
    else names.set(folder, [name]);
  }
  return {
    names,
    paths: new Map(all.map(({ name, path }) => [name, path])),
    // A file that is listed by the id inside it has the wrong name, which is told there.
    present: new Set(all.flatMap(({ folder, name, id }) => [`${folder}/${name}`, `${folder}/${id ?? name}`])),
  };
}
