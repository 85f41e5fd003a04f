// How a question's key is written in paths and comments. Ids are kebab-case; nothing else ever becomes a path.

/** How a question is named across roadmaps. */
export interface QuestionKey {
  readonly roadmap: string;
  readonly question: string;
}

const idPattern = /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Names that Windows reserves for devices, with or without an extension.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** True for a kebab-case id of at most 100 characters. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** True when both ids are well formed. */
export function isQuestionKey(key: QuestionKey): boolean {
  return isId(key.roadmap) && isId(key.question);
}

/** `<roadmap>/<question>`. */
export function keyText(key: QuestionKey): string {
  return `${key.roadmap}/${key.question}`;
}

/** Reads `<roadmap>/<question>`; undefined for anything else. */
export function parseKey(text: string): QuestionKey | undefined {
  const [roadmap = "", question = "", ...rest] = text.split("/");
  const key = { roadmap, question };
  return rest.length === 0 && isQuestionKey(key) ? key : undefined;
}

/** True when both name the same question. */
export function sameKey(a: QuestionKey | undefined, b: QuestionKey | undefined): boolean {
  return a?.roadmap === b?.roadmap && a?.question === b?.question;
}

/**
 * An id as a file or folder name, valid on every system. Throws a RangeError for anything that is not an id, so no
 * path can leave its folder.
 */
export function pathSegment(id: string): string {
  if (!isId(id)) throw new RangeError(`Not a kebab-case id: ${JSON.stringify(id)}`);
  return reserved.test(id) ? `_${id}` : id;
}

/** The id that `pathSegment` wrote; undefined for a foreign name. */
export function idOfSegment(segment: string): string | undefined {
  const id = segment.startsWith("_") ? segment.slice(1) : segment;
  return isId(id) && pathSegment(id) === segment ? id : undefined;
}
