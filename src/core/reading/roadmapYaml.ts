// Reads roadmap.yaml: shape, unique topic ids, prerequisites that exist and do not go in a circle.
import { t } from "@vscode/l10n";
import { undamaged } from "./damage";
import { mostFindings } from "./findingList";
import { repairInvisible } from "./invisibleYaml";
import { idPattern } from "./ids";
import { named, nearest } from "./nearest";
import { checkLanguage } from "./roadmapLanguage";
import { valueAt } from "./shapePaths";
import { roadmapShape, type RoadmapYaml } from "./shapes";
import type { Report, SourceText } from "./source";
import { mismatches, reportMismatches } from "./validation";
import { parseYaml, type YamlDocument } from "./yamlDocument";
import { reportSurprises } from "./yamlSurprises";

/** A topic with its place in the file's list, where its lines are found. */
export type ListedTopic = RoadmapYaml["topics"][number] & { readonly index: number };

/** Ids of the topics that the file names, broken topics too. */
export interface DeclaredTopics {
  readonly ids: ReadonlySet<string>;
  /** Whether every topic has an id that can be read: else a folder may be that of a topic whose id cannot. */
  readonly all: boolean;
}

/** What could be made of roadmap.yaml. */
export interface ReadRoadmapYaml {
  /** Absent where id, title or topics are unusable. A topic that is broken or repeats an id is left out. */
  readonly yaml: (Omit<RoadmapYaml, "topics"> & { readonly topics: readonly ListedTopic[] }) | undefined;
  readonly document: YamlDocument;
  /** Undefined where the file names no topics. */
  readonly declared: DeclaredTopics | undefined;
}

/** Reads and checks roadmap.yaml; undefined where it is not YAML. */
export function readRoadmapYaml(source: SourceText, report: Report): ReadRoadmapYaml | undefined {
  const text = undamaged(source, report);
  if (text === undefined) return undefined;
  const yaml = { start: 0, end: text.length };
  const document = parseYaml(text === source.text ? repairInvisible(source, yaml, report) : text, yaml, report);
  if (!document) return undefined;
  reportSurprises(document, report);
  const found = mismatches(roadmapShape, document);
  reportMismatches(found, report);
  // An unknown key is told and then overlooked; any other mismatch costs the topic it is in, or else the roadmap.
  const broken = new Set(found.filter((mismatch) => !mismatch.harmless).map(({ path }) => topicOf(path)));
  const declared = declaredTopics(document.value);
  if (broken.has(-1)) return { yaml: undefined, document, declared };
  const value = document.value as RoadmapYaml;
  if (value.language !== undefined) checkLanguage(value.language, document.spanOf(["language"]), report);
  const sound = value.topics.map((topic, index) => ({ ...topic, index })).filter(({ index }) => !broken.has(index));
  const topics = withoutRepeats(sound, document, report);
  if (declared?.all) checkRequirements(topics, declared, document, report);
  reportCircle(topics, document, report);
  return { yaml: { ...value, topics }, document, declared };
}

/** The index of the topic that a path leads into, or -1. */
function topicOf([field, index]: readonly PropertyKey[]): number {
  return field === "topics" && typeof index === "number" ? index : -1;
}

function declaredTopics(value: unknown): DeclaredTopics | undefined {
  const topics = valueAt(value, ["topics"]);
  if (!Array.isArray(topics)) return undefined;
  const given = topics.map((topic: unknown) => valueAt(topic, ["id"])).filter((id) => typeof id === "string");
  const ids = given.filter((id) => idPattern.test(id));
  return { ids: new Set(ids), all: ids.length === topics.length };
}

function withoutRepeats(topics: readonly ListedTopic[], document: YamlDocument, report: Report): ListedTopic[] {
  const seen = new Set<string>();
  return topics.filter(({ id, index }) => {
    if (!seen.has(id)) return seen.add(id);
    const at = document.spanOf(["topics", index, "id"]);
    report(at, "duplicate-id", t('Two topics have the id "{0}": give this one another.', id));
    return false;
  });
}

function checkRequirements(
  topics: readonly ListedTopic[],
  declared: DeclaredTopics,
  document: YamlDocument,
  report: Report,
): void {
  const ids = [...declared.ids];
  let told = 0;
  for (const { id: own, index, requires = [] } of topics) {
    requires.forEach((id, j) => {
      if (declared.ids.has(id) || ++told > mostFindings) return;
      const at = document.spanOf(["topics", index, "requires", j]);
      // No topic requires itself.
      const near = nearest(
        id,
        ids.filter((one) => one !== own),
      );
      const message =
        near === undefined
          ? t('No topic has the id "{0}". The topics are: {1}.', id, named(ids))
          : t('No topic has the id "{0}": did you mean "{1}"?', id, near);
      const title = t('Change to "{0}"', near ?? "");
      report(at, "unknown-topic", message, near === undefined ? undefined : { ...at, newText: near, title });
    });
  }
}

function reportCircle(topics: readonly ListedTopic[], document: YamlDocument, report: Report): void {
  const circle = findCircle(new Map(topics.map((topic) => [topic.id, topic.requires ?? []])));
  const first = topics.find((topic) => topic.id === circle?.[0]);
  if (!circle || !first) return;
  const trail = circle.length > 10 ? [...circle.slice(0, 10), "…"] : circle;
  const shown = [...trail, first.id].join(" → ");
  const message = t("The topics require one another in a circle ({0}): remove one of these requirements.", shown);
  report(document.spanOf(["topics", first.index, "requires"]), "circular-topics", message);
}

/** The ids of one circle of requirements, or undefined where there is none. Looks at each requirement once. */
function findCircle(requires: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of requires.keys()) {
    const trail: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    const onTrail = new Set([start]);
    while (trail.length > 0) {
      const top = trail[trail.length - 1];
      if (!top) break;
      const next = done.has(top.id) ? undefined : (requires.get(top.id) ?? [])[top.next++];
      if (next === undefined) {
        done.add(top.id);
        onTrail.delete(top.id);
        trail.pop();
      } else if (onTrail.has(next)) {
        return trail.slice(trail.findIndex(({ id }) => id === next)).map(({ id }) => id);
      } else if (!done.has(next)) {
        onTrail.add(next);
        trail.push({ id: next, next: 0 });
      }
    }
  }
  return undefined;
}
