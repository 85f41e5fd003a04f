// The files of a new roadmap and of a new question: valid as they are made, with a stop for each thing that only the
// author knows. A question starts with what it needs to count; what may come later is warned of, with a mend.
import { asId } from "../reading/ids";
import { inQuotes, troublesomeSign } from "../reading/yamlEntries";
import { readOutline } from "./yamlOutline";

/** A file as it is written, and as a snippet of VS Code whose stops lead through what is to be filled in. */
export interface NewFile {
  readonly text: string;
  readonly snippet: string;
}

/** An id for a title that none of `taken` is; `otherwise` stands for a title without a Latin letter or digit. */
export function freeId(title: string, otherwise: string, taken: ReadonlySet<string>): string {
  const wanted = asId(title) || otherwise;
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${String(n)}`)) return `${wanted}-${String(n)}`;
}

/** `roadmap.yaml` with one topic. */
export function newRoadmapFile(names: {
  readonly id: string;
  readonly title: string;
  readonly topic: { readonly id: string; readonly title: string };
}): string {
  return `id: ${names.id}
title: ${asYaml(names.title)}
topics:
  - id: ${names.topic.id}
    title: ${asYaml(names.topic.title)}
`;
}

/** The lines that add a topic at the end of a `roadmap.yaml` whose dashes stand at `column`. */
export function newTopicLines(topic: { readonly id: string; readonly title: string }, column: number): string {
  const indent = " ".repeat(column);
  return `${indent}- id: ${topic.id}\n${indent}  title: ${asYaml(topic.title)}\n`;
}

/** The place behind the last topic, and the column of the topics' dashes; undefined where the list cannot be found. */
export function placeForTopic(text: string): { readonly start: number; readonly column: number } | undefined {
  const outline = readOutline(text, { start: 0, end: text.length });
  const first = outline.find(({ path }) => path[0] === "topics" && path.length > 1);
  const last = outline.findLast(({ path }) => path[0] === "topics");
  if (!first || !last) return undefined;
  const lineStart = text.lastIndexOf("\n", first.valueStart - 1) + 1;
  const column = text.slice(lineStart).search(/-/);
  // A flow list is left to the author.
  if (/^\s*topics\s*:/.test(text.slice(lineStart))) return undefined;
  const following = outline.find(({ line }) => line > last.line);
  const end = following?.key ? text.lastIndexOf("\n", following.key.start - 1) + 1 : text.length;
  return { start: end, column };
}

const lead = "---\n";

/**
 * A question that counts at once: the stops go from the prompt to the criterion, its idea and the reference, then to
 * the marks. A text of several words stands under `>-`, where every sign is a plain sign.
 */
export function newQuestionFile(names: { readonly id: string; readonly title: string }): NewFile {
  const head = `id: ${names.id}\ntitle: ${asYaml(names.title)}\n`;
  const stop = (n: number, otherwise: string, snippet: boolean): string =>
    snippet ? `\${${String(n)}:${otherwise}}` : otherwise;
  const rest = (snippet: boolean): string => `marks: 1
criteria:
  - id: ${stop(3, "main-point", snippet)}
    marks: 1
    statement: >-
      ${stop(2, "TODO", snippet)}
    idea: >-
      ${stop(4, "TODO", snippet)}
---

## Prompt

${stop(1, "TODO", snippet)}

## Reference

${stop(5, "TODO", snippet)}
`;
  return { text: lead + head + rest(false), snippet: lead + asSnippet(head) + rest(true) };
}

/** A text as it stands in a snippet of VS Code. */
function asSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** A title as a value of YAML. */
function asYaml(title: string): string {
  const text = title.trim().replace(/\s+/g, " ");
  const isNoText = /^(?:true|false|null|yes|no|on|off|~|[-+.\d][\w.+-]*)$/i.test(text);
  return isNoText || troublesomeSign(text) !== undefined ? inQuotes(text) : text;
}
