// Adds topics to a roadmap's list without touching a line that is there.
import { idOf } from "./plainText";
import { scalar } from "../reading/yamlEntries";

/** A topic to be added. */
export interface NewTopic {
  readonly id: string;
  readonly title: string;
}

/** A roadmap.yaml for a folder that has none. */
export function newRoadmapYaml(folder: string, topics: readonly NewTopic[]): string {
  const head = [`id: ${idOf(folder) || "roadmap"}`, `title: ${scalar(folder)}`, "topics:"];
  return `${[...head, ...topicLines(topics, "  ")].join("\n")}\n`;
}

/**
 * The file with the topics at the end of its list; undefined where the list is not written with a dash a topic, so
 * that its end cannot be told.
 */
export function withTopics(yaml: string, topics: readonly NewTopic[]): string | undefined {
  if (topics.length === 0) return yaml;
  const newline = yaml.includes("\r\n") ? "\r\n" : "\n";
  const lines = yaml.split(/\r?\n/);
  const key = lines.findIndex((line) => /^topics[ \t]*:[ \t]*(?:#.*)?$/.test(line));
  if (key === -1) return undefined;
  const indent = lines
    .slice(key + 1)
    .map((line) => /^( *)- /.exec(line)?.[1])
    .find((found) => found !== undefined);
  if (indent === undefined) return undefined;
  let end = key + 1;
  for (let i = key + 1; i < lines.length; i++) {
    const line = lines[i] ?? "";
    if (/^\S/.test(line) && !line.startsWith("#") && !(indent === "" && line.startsWith("- "))) break;
    if (line.trim() !== "" && !/^#/.test(line)) end = i + 1;
  }
  return [...lines.slice(0, end), ...topicLines(topics, indent), ...lines.slice(end)].join(newline);
}

function topicLines(topics: readonly NewTopic[], indent: string): string[] {
  return topics.flatMap(({ id, title }) => [`${indent}- id: ${id}`, `${indent}  title: ${scalar(title)}`]);
}
