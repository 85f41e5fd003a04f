// Where answers and attempts lie below the base folder. The only place that knows the layout.
import type { QuestionKey } from "../../core/questionKey";
import { isAttemptId } from "../../core/attempts";
import { idOfSegment, pathSegment } from "../../core/questionKey";

/** `answers/<roadmap>/<question>.md`. Throws a RangeError for a key that is not made of ids. */
export function answerPath(key: QuestionKey): string {
  return `answers/${pathSegment(key.roadmap)}/${pathSegment(key.question)}.md`;
}

/** `attempts/<roadmap>/<question>`. Throws a RangeError for a key that is not made of ids. */
export function attemptFolder(key: QuestionKey): string {
  return `attempts/${pathSegment(key.roadmap)}/${pathSegment(key.question)}`;
}

/** `attempts/<roadmap>/<question>/<id>.json`. Throws a RangeError for an id that is not an attempt's. */
export function attemptPath(key: QuestionKey, id: string): string {
  if (!isAttemptId(id)) throw new RangeError(`Not an attempt id: ${JSON.stringify(id)}`);
  return `${attemptFolder(key)}/${id}.json`;
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

/** The attempt id that a file's name holds; undefined for any other name. */
export function attemptIdOfName(name: string): string | undefined {
  const id = name.endsWith(".json") ? name.slice(0, -".json".length) : "";
  return isAttemptId(id) ? id : undefined;
}
