// Reads roadmap.yaml: shape, unique topic ids, prerequisites that exist and do not go in a circle.
import { t } from "@vscode/l10n";
import { roadmapShape, type RoadmapYaml } from "./shapes";
import { longestFile, normaliseSource, type Report } from "./source";
import { mismatches, nearest, reportMismatches } from "./validation";
import { parseYaml, type YamlDocument } from "./yamlDocument";

/** A topic with its place in the file's list, where its lines are found. */
export type ListedTopic = RoadmapYaml["topics"][number] & { readonly index: number };

/** What could be made of roadmap.yaml. */
export interface ReadRoadmapYaml {
  /** Absent where id, title or topics are unusable. A topic that is broken or repeats an id is left out. */
  readonly yaml: (Omit<RoadmapYaml, "topics"> & { readonly topics: readonly ListedTopic[] }) | undefined;
  readonly document: YamlDocument;
  /** Ids of all topics that the file names, broken ones too; undefined where it names none. */
  readonly declaredTopics: readonly string[] | undefined;
}

/** Reads and checks roadmap.yaml; undefined where it is not YAML. */
export function readRoadmapYaml(text: string, report: Report): ReadRoadmapYaml | undefined {
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
  const document = parseYaml(normaliseSource(text), 0, report);
  if (!document) return undefined;
  const found = mismatches(roadmapShape, document.value);
  reportMismatches(found, document, report);
  // An unknown key is told and then overlooked; any other mismatch costs the topic it is in, or else the roadmap.
  const broken = found.filter((m) => m.unknownKey === undefined);
  const brokenTopics = new Set(
    broken.map(({ path }) => (path[0] === "topics" && typeof path[1] === "number" ? path[1] : -1)),
  );
  const declared = topicIds(document.value);
  if (brokenTopics.has(-1)) return { yaml: undefined, document, declaredTopics: declared };
  const value = document.value as RoadmapYaml;
  const sound = value.topics.flatMap((topic, index): ListedTopic[] =>
    brokenTopics.has(index) ? [] : [{ ...topic, index }],
  );
  const topics = sound.filter((topic, i) => {
    const isFirst = sound.findIndex((other) => other.id === topic.id) === i;
    if (!isFirst)
      report(
        document.lineOf(["topics", topic.index, "id"]),
        t('Two topics have the id "{0}": give this one another.', topic.id),
      );
    return isFirst;
  });
  checkRequirements(topics, declared ?? [], document, report);
  return { yaml: { ...value, topics }, document, declaredTopics: declared };
}

function topicIds(value: unknown): string[] | undefined {
  const topics = typeof value === "object" && value !== null && "topics" in value ? value.topics : undefined;
  if (!Array.isArray(topics)) return undefined;
  return topics.flatMap((topic: unknown) =>
    typeof topic === "object" && topic !== null && "id" in topic && typeof topic.id === "string" ? topic.id : [],
  );
}

function checkRequirements(
  topics: readonly ListedTopic[],
  declared: readonly string[],
  document: YamlDocument,
  report: Report,
): void {
  for (const { index, requires = [] } of topics) {
    requires.forEach((id, j) => {
      if (declared.includes(id)) return;
      const near = nearest(id, declared);
      report(
        document.lineOf(["topics", index, "requires", j]),
        near === undefined
          ? t('No topic has the id "{0}". The topics are: {1}.', id, declared.join(", "))
          : t('No topic has the id "{0}": did you mean "{1}"?', id, near),
      );
    });
  }
  const circle = findCircle(new Map(topics.map((topic) => [topic.id, topic.requires ?? []])));
  const first = topics.find((topic) => topic.id === circle?.[0]);
  if (circle && first)
    report(
      document.lineOf(["topics", first.index, "requires"]),
      t(
        "The topics require one another in a circle ({0}): remove one of these requirements.",
        [...circle, first.id].join(" → "),
      ),
    );
}

/** The ids of one circle of requirements, or undefined where there is none. */
function findCircle(requires: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    const seen = trail.indexOf(id);
    if (seen !== -1) return trail.slice(seen);
    if (done.has(id)) return undefined;
    for (const next of requires.get(id) ?? []) {
      const circle = walk(next, [...trail, id]);
      if (circle) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of requires.keys()) {
    const circle = walk(id, []);
    if (circle) return circle;
  }
  return undefined;
}
