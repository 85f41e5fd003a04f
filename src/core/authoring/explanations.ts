// What a word of a roadmap's file means, for hovers: a key, a criterion's id, a verdict, a topic's id, a heading.
import { t } from "@vscode/l10n";
import { verdictKinds } from "../roadmap/question";
import { fieldHelp } from "../reading/fieldHelp";
import { sectionNamed } from "../reading/sectionNames";
import type { Span } from "../reading/source";
import { verdictMeaning } from "./meanings";
import { criteriaOf, readAuthored, type AuthoredText, type FileRole } from "./place";
import { schemaOf, schemasAt, type Schema } from "./schema";
import { sectionHelp, type KnownNames } from "./suggestions";

/** A word with what is to be said of it, plain text. */
export interface Explanation {
  readonly at: Span;
  readonly title: string;
  readonly says: string;
}

/** What is to be said of the word at an offset of a text whose lines end with `\n`; undefined where nothing is. */
export function explain(text: string, role: FileRole, offset: number, known: KnownNames): Explanation | undefined {
  const authored = readAuthored(text, role);
  const { yaml } = authored;
  return offset >= yaml.start && offset <= yaml.end ? inYaml(authored, role, offset, known) : inBody(authored, offset);
}

function inYaml(authored: AuthoredText, role: FileRole, offset: number, known: KnownNames): Explanation | undefined {
  const entry = authored.outline.find(({ key }) => key && key.start <= offset && offset <= key.end);
  const field = entry?.path.at(-1);
  if (entry?.key && typeof field === "string") {
    const help = fieldHelp(field);
    const bounds = schemasAt(schemaOf(role), entry.path).map(boundsOf).find(Boolean);
    return help === undefined
      ? undefined
      : { at: entry.key, title: field, says: bounds === undefined ? help : `${help}\n\n${bounds}` };
  }
  const word = wordAt(authored.text, offset);
  const topic = role === "roadmap" ? known.topics.find(({ id }) => id === word?.text) : undefined;
  return word && topic && { at: word, title: topic.id, says: topic.title };
}

/** The bounds of a field in words. */
function boundsOf({ maxLength, minimum, maximum, maxItems }: Schema): string | undefined {
  if (maxLength !== undefined) return t("At most {0} characters.", maxLength);
  if (minimum !== undefined && maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER)
    return t("From {0} to {1}.", minimum, maximum);
  return maxItems === undefined ? undefined : t("At most {0} items.", maxItems);
}

function inBody(authored: AuthoredText, offset: number): Explanation | undefined {
  const { text } = authored;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = text.indexOf("\n", start);
  const line = text.slice(start, lineEnd === -1 ? text.length : lineEnd);
  const title = /^#{2,3} +(\S.{0,100})$/.exec(line)?.[1];
  const name = title === undefined ? undefined : sectionNamed(title);
  if (name) return { at: { start, end: start + line.length }, title: title ?? "", says: sectionHelp(name) };
  const inExpect = authored.headings.findLast((heading) => heading.start < start)?.name.kind === "expect";
  const word = inExpect ? wordAt(text, offset) : undefined;
  if (!word) return undefined;
  const verdict = verdictKinds.find((kind) => kind === word.text);
  if (verdict) return { at: word, title: verdict, says: verdictMeaning(verdict) };
  const criterion = criteriaOf(authored).find(({ id }) => id === word.text);
  return criterion && { at: word, title: criterion.id, says: criterion.statement };
}

function wordAt(text: string, offset: number): (Span & { readonly text: string }) | undefined {
  const before = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? "";
  const after = /^[\w-]*/.exec(text.slice(offset, offset + 100))?.[0] ?? "";
  const start = offset - before.length;
  return before + after === "" ? undefined : { start, end: offset + after.length, text: before + after };
}
