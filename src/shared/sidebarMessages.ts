// The two message unions between host and webview, and their guards. Types only besides the guards.
import type { Tally } from "../core/marks/marks";
import type { Resume } from "../core/progress/nextQuestion";
import type { QuestionState } from "../core/progress/progress";
import type { QuestionKey } from "../core/roadmap/questionKey";
import type { Finding } from "../core/roadmap/roadmap";
import type { TopicTexts } from "../core/roadmap/searchText";

export interface QuestionRow {
  readonly id: string;
  readonly title: string;
  readonly state: QuestionState;
  readonly max: number;
  /** Of the latest attempt, with what the learner said of it since; absent without one. */
  readonly tally?: Tally;
  /** Ideas that a check found, of how many; absent where the latest attempt is no check. */
  readonly found?: { readonly found: number; readonly of: number };
  /** The latest attempt is an estimate of the first version, which judged by words. */
  readonly earlier?: true;
  /** The latest attempt is a model's remarks, which count for no marks. */
  readonly remarksOnly?: true;
}

export interface TopicRow {
  readonly id: string;
  readonly title: string;
  readonly subtopics: readonly string[];
  /** Titles of prerequisite topics. */
  readonly prerequisites: readonly string[];
  readonly hasNotes: boolean;
  readonly tally: Tally;
  readonly questions: readonly QuestionRow[];
}

export interface RoadmapRow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly builtIn: boolean;
  readonly tally: Tally;
  readonly topics: readonly TopicRow[];
  /** Files that could not be read; the rest is shown. */
  readonly problems: readonly Finding[];
}

/** A kept file that is not what it seems, or a folder that cannot be read; told of as a row. */
export interface NoticeRow {
  readonly kind: "second-version" | "other-question" | "half-saved" | "unreadable" | "newer-version";
  /** Relative to the folder with the answers. */
  readonly path: string;
  /** Title of the question it seems to belong to, where there is one. */
  readonly question?: string;
}

export type SidebarState =
  | { readonly status: "loading" }
  | { readonly status: "error"; readonly message: string }
  | {
      readonly status: "ready";
      readonly roadmaps: readonly RoadmapRow[];
      /** Absent where all is finished. */
      readonly resume?: Resume;
      /** The question in the active editor, if any. */
      readonly active?: QuestionKey;
      /** Name of the model that grades; absent where answers are only checked. */
      readonly model?: string;
      readonly notices: readonly NoticeRow[];
      /** Changes whenever the texts that a search looks through may have changed. */
      readonly texts: number;
    };

/** What the sidebar shows below a row on demand: a question's prompt or a topic's notes. */
export type ContentKey = QuestionKey | { readonly roadmap: string; readonly topic: string };

export type ToWebview =
  /**
   * Whole state; sent on `ready`, when the view becomes visible, and after each change. `l10n` is the bundle of the
   * display language, where there is one.
   */
  | { readonly type: "state"; readonly state: SidebarState; readonly l10n?: Readonly<Record<string, string>> }
  /** `html` is core/markdown's: nothing in it can run or load. */
  | { readonly type: "content"; readonly of: ContentKey; readonly html: string }
  /** Prompts, ideas and notes of some topics; `version` is the state's `texts`, `done` stands in the last of them. */
  | { readonly type: "texts"; readonly version: number; readonly topics: readonly TopicTexts[]; readonly done: boolean }
  | { readonly type: "focusSearch" };

export type FromWebview =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly key: QuestionKey; readonly beside?: boolean }
  | { readonly type: "askContent"; readonly of: ContentKey }
  /** Wanted once a search begins, so that the state stays light. */
  | { readonly type: "askTexts" }
  | { readonly type: "openProblem"; readonly roadmap: string; readonly file: string; readonly line: number }
  | { readonly type: "openNotice"; readonly path: string }
  | { readonly type: "openLink"; readonly href: string }
  /** The first steps, as VS Code shows them. */
  | { readonly type: "getStarted" }
  | { readonly type: "command"; readonly command: SidebarCommand };

/** Commands that the sidebar may run; anything else is refused. */
export const sidebarCommands = [
  "tutor.continue",
  "tutor.showReport",
  "tutor.setUpModel",
  "tutor.useBuiltInGrader",
  "tutor.openQuestion",
  "tutor.showLog",
] as const;

/** One of the commands that the sidebar may run. */
export type SidebarCommand = (typeof sidebarCommands)[number];

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null;
}

function isKey(x: unknown): x is QuestionKey {
  return isRecord(x) && typeof x["roadmap"] === "string" && typeof x["question"] === "string";
}

function isContentKey(x: unknown): x is ContentKey {
  return isKey(x) || (isRecord(x) && typeof x["roadmap"] === "string" && typeof x["topic"] === "string");
}

/** True for a well-formed message from the webview; anything else must be dropped. */
export function isFromWebview(x: unknown): x is FromWebview {
  if (!isRecord(x)) return false;
  switch (x["type"]) {
    case "ready":
    case "askTexts":
    case "getStarted":
      return true;
    case "open":
      return isKey(x["key"]) && (x["beside"] === undefined || typeof x["beside"] === "boolean");
    case "askContent":
      return isContentKey(x["of"]);
    case "openProblem":
      return typeof x["roadmap"] === "string" && typeof x["file"] === "string" && typeof x["line"] === "number";
    case "openNotice":
      return typeof x["path"] === "string";
    case "openLink":
      return typeof x["href"] === "string";
    case "command":
      return sidebarCommands.some((c) => c === x["command"]);
    default:
      return false;
  }
}

/** True for a well-formed message from the host. */
export function isToWebview(x: unknown): x is ToWebview {
  if (!isRecord(x)) return false;
  switch (x["type"]) {
    case "state":
      return isRecord(x["state"]) && typeof x["state"]["status"] === "string";
    case "content":
      return isContentKey(x["of"]) && typeof x["html"] === "string";
    case "texts":
      return typeof x["version"] === "number" && Array.isArray(x["topics"]) && typeof x["done"] === "boolean";
    case "focusSearch":
      return true;
    default:
      return false;
  }
}
