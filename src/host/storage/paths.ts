// Where answers, attempts and amendments lie below the base folder. The only place that knows the layout.
import type { QuestionKey } from "../../core/roadmap/questionKey";
import { idOfSegment, pathSegment } from "../../core/roadmap/questionKey";

/** What is kept as files of its own, one each, for ever. */
export const recordFolders = ["attempts", "amendments"] as const;
export type RecordFolder = (typeof recordFolders)[number];

/** `answers/<roadmap>/<question>.md`. Throws a RangeError for a key that is not made of ids. */
export function answerPath(key: QuestionKey): string {
  return `answers/${pathSegment(key.roadmap)}/${pathSegment(key.question)}.md`;
}

/** `attempts/<roadmap>/<question>`, `amendments/…`. Throws a RangeError for a key that is not made of ids. */
export function recordFolder(kind: RecordFolder, key: QuestionKey): string {
  return `${kind}/${pathSegment(key.roadmap)}/${pathSegment(key.question)}`;
}

/** The question that `<roadmap>/<question>.md` names; undefined for any other path. */
export function keyOfAnswerFile(path: string): QuestionKey | undefined {
  const match = /^\/?([^/]+)\/([^/]+)\.md$/.exec(path);
  return keyOfSegments(match?.[1], match?.[2]);
}

/** The question that two folder names name. */
export function keyOfSegments(
  roadmapSegment: string | undefined,
  questionSegment: string | undefined,
): QuestionKey | undefined {
  if (roadmapSegment === undefined || questionSegment === undefined) return undefined;
  const roadmap = idOfSegment(roadmapSegment);
  const question = idOfSegment(questionSegment);
  return roadmap === undefined || question === undefined ? undefined : { roadmap, question };
}
