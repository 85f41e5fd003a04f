// The two message unions between host and webview, and their guards. Types only besides the guards.
import type { Marks } from "./core/grade";
import type { Finding } from "./core/roadmap";
import type { QuestionKey } from "./core/attempt";

/** new: no text yet; draft: text, never graded; graded: last attempt is of the saved text; stale: text changed since the last attempt. */
export type QuestionState = "new" | "draft" | "graded" | "stale";

export interface QuestionRow {
  readonly id: string;
  readonly title: string;
  readonly state: QuestionState;
  readonly max: number;
  /** Of the latest attempt; absent without one. */
  readonly marks?: Marks;
  readonly estimate?: boolean;
}

export interface TopicRow {
  readonly id: string;
  readonly title: string;
  readonly subtopics: readonly string[];
  /** Titles of prerequisite topics. */
  readonly prerequisites: readonly string[];
  readonly hasNotes: boolean;
  readonly marks: Marks;
  readonly questions: readonly QuestionRow[];
}

export interface RoadmapRow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly builtIn: boolean;
  readonly marks: Marks;
  readonly topics: readonly TopicRow[];
  /** Files that could not be read; the rest is shown. */
  readonly problems: readonly Finding[];
}

export type SidebarState =
  | { readonly status: "loading" }
  | { readonly status: "error"; readonly message: string }
  | {
      readonly status: "ready";
      readonly roadmaps: readonly RoadmapRow[];
      /** The question last opened, if any. */
      readonly last?: QuestionKey;
      /** The question in the active editor, if any. */
      readonly active?: QuestionKey;
      /** "built-in" or the model's name. */
      readonly grader: string;
    };

/** What the sidebar shows below a row on demand: a question's prompt or a topic's notes. */
export type ContentKey = QuestionKey | { readonly roadmap: string; readonly topic: string };

export type ToWebview =
  /** Whole state; sent on `ready`, when the view becomes visible, and after each change. `l10n` is the bundle of the display language, where there is one. */
  | { readonly type: "state"; readonly state: SidebarState; readonly l10n?: Readonly<Record<string, string>> }
  /** `html` is core/markdown's: nothing in it can run or load. */
  | { readonly type: "content"; readonly of: ContentKey; readonly html: string }
  | { readonly type: "focusSearch" };

export type FromWebview =
  | { readonly type: "ready" }
  | { readonly type: "open"; readonly key: QuestionKey; readonly beside?: boolean }
  | { readonly type: "askContent"; readonly of: ContentKey }
  | { readonly type: "openProblem"; readonly roadmap: string; readonly file: string; readonly line: number }
  | { readonly type: "openLink"; readonly href: string }
  | { readonly type: "command"; readonly command: SidebarCommand };

/** Commands that the sidebar may run; anything else is refused. */
export type SidebarCommand =
  | "tutor.continue"
  | "tutor.showReport"
  | "tutor.setUpModel"
  | "tutor.useBuiltInGrader"
  | "tutor.openQuestion"
  | "tutor.showLog";

/** The sidebar's commands as a list, for the guard. */
export const sidebarCommands = [
  "tutor.continue",
  "tutor.showReport",
  "tutor.setUpModel",
  "tutor.useBuiltInGrader",
  "tutor.openQuestion",
  "tutor.showLog",
] as const satisfies readonly SidebarCommand[];

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
      return true;
    case "open":
      return isKey(x["key"]) && (x["beside"] === undefined || typeof x["beside"] === "boolean");
    case "askContent":
      return isContentKey(x["of"]);
    case "openProblem":
      return typeof x["roadmap"] === "string" && typeof x["file"] === "string" && typeof x["line"] === "number";
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
    case "focusSearch":
      return true;
    default:
      return false;
  }
}
