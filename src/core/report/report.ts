// The assignment report: everything a learner was asked, wrote and was told in one roadmap. What goes in is here;
// what it says is in reportModel.ts, how it looks in a file per format.
import type { LoadedPictures } from "../roadmap/pictures";
import type { Question } from "../roadmap/question";
import type { Roadmap, Topic } from "../roadmap/roadmap";
import type { Standing } from "../attempts/standing";
import { modelOf } from "./reportModel";
import { htmlOf } from "./reportHtml";
import { jsonOf } from "./reportJson";
import { markdownOf } from "./reportMarkdown";

export { referencePage } from "./referencePage";

/** One question of the roadmap with what the learner made of it. */
export interface ReportEntry {
  readonly topic: Topic;
  readonly question: Question;
  /** What the question's prompt shows, where it shows something. */
  readonly pictures?: LoadedPictures;
  /** What the answer shows, where it shows something that lies beside it. */
  readonly answerPictures?: LoadedPictures;
  /** The saved answer as it is now; absent or blank where there is none. */
  readonly answer?: string;
  /** Where the latest attempt stands, with what the learner said of it. */
  readonly standing?: Standing;
  /** True where `answer` is not the text that the attempt is about. */
  readonly stale: boolean;
}

/** All that a report needs, in study order. */
export interface ReportData {
  readonly roadmap: Roadmap;
  readonly entries: readonly ReportEntry[];
  /** When the report was made, ISO 8601, UTC. */
  readonly at: string;
  /** BCP 47 tag of the display language, for dates. */
  readonly lang: string;
}

/**
 * The report as Markdown. Prompts and answers are quoted line by line, so that nothing in them changes its structure.
 */
export function reportMarkdown(data: ReportData): string {
  return markdownOf(modelOf(data));
}

/** The report as one HTML page that loads nothing, runs nothing and can be printed. */
export function reportHtml(data: ReportData): string {
  return htmlOf(modelOf(data), data.lang);
}

/** The report as JSON, attempts and receipts included; `version` tells its shape. */
export function reportJson(data: ReportData): string {
  return jsonOf(data);
}
