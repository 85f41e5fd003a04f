// The two message unions between host and Feedback view, and their guards. Types only besides the guards.
// The host sends whole state, every word of it ready to be shown; the page decides nothing about marks.
import type { SelfVerdict } from "../core/attempts/attempt";
import type { RemarkState, SaidBy } from "../core/feedback/remark";

/** Somebody's word on a criterion: the state for icon and colour, and how it reads. */
export interface SaidWord {
  readonly state: RemarkState;
  readonly by: SaidBy;
  readonly text: string;
}

/** The learner's own words. standing: they are where the grading saw them; edited, gone: they changed since. */
export interface CardQuote {
  readonly text: string;
  readonly place: "standing" | "edited" | "gone";
}

/** One criterion, or one error beyond the rubric. */
export interface Card {
  /** Criterion id, or `error:<n>`. */
  readonly id: string;
  readonly kind: "criterion" | "error";
  /**
   * counts: costs or earns marks; beyond: an error that no criterion covers; bonus: earns a lost mark and costs none;
   * spare: better members of its group have taken its place.
   */
  readonly section: "counts" | "beyond" | "bonus" | "spare";
  readonly idea: string;
  /** Everybody's word, the one that counts first. */
  readonly said: readonly [SaidWord, ...SaidWord[]];
  /** The criterion's statement; absent until there is an attempt. */
  readonly statement?: string;
  readonly quotes: readonly CardQuote[];
  readonly remark: string;
  /** The author's words for a misconception, where the answer reads like it. */
  readonly misconception?: string;
  /** "1 of 1 mark", or empty. */
  readonly marks: string;
  /** "one more of 4", or empty. */
  readonly group: string;
  /** "2 of 3 gradings agree: …", where the text was graded several times anew. */
  readonly steady?: string;
  /** The learner's own verdict. */
  readonly own?: SelfVerdict;
  /** True where a mark of the learner's is wanted: it counts, and nobody's verdict on it does yet. */
  readonly open: boolean;
  /** True where the learner may mark it: a criterion of an attempt. */
  readonly markable: boolean;
  readonly dismissed: boolean;
  /** True where a word of the learner's on it can be taken back. */
  readonly takesBack: boolean;
  /** The learner's sentence against it. */
  readonly disputed?: string;
  /** Met in words that the check does not know, of a roadmap that can be written: they may become a wording. */
  readonly nearMiss?: true;
}

/** Something true of the whole answer; `place` where words of it are meant, which the page can lead to. */
export interface ObservationLine {
  /** Its place among the attempt's observations. */
  readonly index: number;
  readonly text: string;
  readonly place: boolean;
}

/** A button of the head. */
export interface HeadAction {
  readonly title: string;
  readonly command: FeedbackCommand;
}

/** A line of the receipt's details. */
export interface ReceiptDetail {
  readonly name: string;
  readonly value: string;
}

/** What stands above the cards. */
export interface Head {
  /** Marks and who gave them, or what was found; empty before the first attempt. */
  readonly headline: string;
  /** A sentence of what the headline is about, where that is not the text as it stands. */
  readonly about: string;
  /** What several gradings of the text anew came to. */
  readonly steady?: string;
  /** A model's words on the whole answer. */
  readonly summary: string;
  readonly observations: readonly ObservationLine[];
  /** Why the last try was not graded. */
  readonly notGraded?: string;
  /** A grading under way. */
  readonly progress?: { readonly text: string; readonly done: number; readonly of: number };
  /** Words of the learner's that could not be kept yet: why. */
  readonly unkept?: string;
  /** What may be done now, most wanted first. */
  readonly actions: readonly HeadAction[];
  /** "built-in check 3 · 0.4 s", with what stands behind it. */
  readonly receipt?: { readonly line: string; readonly details: readonly ReceiptDetail[] };
}

/** What "undo" takes back now: a word of the learner's on one card. */
export interface Undoable {
  readonly criterion: string;
  readonly text: string;
}

export interface AnswerFeedback {
  readonly status: "answer";
  /** URI of the answer's document. */
  readonly document: string;
  readonly title: string;
  readonly head: Head;
  /** In rubric order, errors last. */
  readonly cards: readonly Card[];
  readonly undoable?: Undoable;
  /** Number of the page's last request (`n`) that this state has in it. */
  readonly applied: number;
}

/** none: no answer is in sight. */
export type FeedbackState = { readonly status: "none" } | AnswerFeedback;

export type ToFeedback =
  /** Whole state. `l10n` is the bundle of the display language, where there is one. */
  | {
      readonly type: "state";
      readonly state: FeedbackState;
      readonly l10n?: Readonly<Record<string, string>>;
    }
  /**
   * The reference's sentences on a criterion, as core/markdown's safe HTML. `whole`: none is known, so it is all of the
   * reference.
   */
  | {
      readonly type: "passage";
      readonly document: string;
      readonly criterion: string;
      readonly html: string;
      readonly whole: boolean;
    }
  /** The keyboard comes: to this card, or to where it was. */
  | { readonly type: "focus"; readonly criterion?: string }
  /** "Mark it yourself" begins. */
  | { readonly type: "walk" };

/** A request that changes something, numbered by the page so that it knows which state has it. */
interface Numbered {
  readonly n: number;
  readonly document: string;
}

export type FromFeedback =
  | { readonly type: "ready" }
  /** To the learner's words in the editor; without a quote, to the end of the answer. */
  | { readonly type: "goTo"; readonly document: string; readonly criterion: string; readonly quote: number }
  | { readonly type: "goToObservation"; readonly document: string; readonly index: number }
  | ({ readonly type: "mark"; readonly criterion: string; readonly verdict: SelfVerdict } & Numbered)
  | ({ readonly type: "dismiss"; readonly criterion: string } & Numbered)
  | ({ readonly type: "dispute"; readonly criterion: string; readonly words: string } & Numbered)
  /** Takes back the last word, of this card where one is named. */
  | ({ readonly type: "undo"; readonly criterion?: string } & Numbered)
  /** The words of a near-miss become an accepted wording. */
  | { readonly type: "acceptWording"; readonly document: string; readonly criterion: string }
  | { readonly type: "askPassage"; readonly document: string; readonly criterion: string }
  /** The card that the keyboard is on, for commands from elsewhere. */
  | { readonly type: "current"; readonly document: string; readonly criterion: string }
  /** Back to the editor. */
  | { readonly type: "leave" }
  | { readonly type: "openLink"; readonly href: string }
  | { readonly type: "command"; readonly command: FeedbackCommand };

/**
 * Commands that the view may run, on the answer that it shows; anything else is refused. `keepAgain` is the view's own.
 */
export type FeedbackCommand = (typeof feedbackCommands)[number];

/** The view's commands as a list, for the guard. */
export const feedbackCommands = [
  "tutor.gradeAnswer",
  "tutor.gradeWithBuiltIn",
  "tutor.cancelGrading",
  "tutor.setUpModel",
  "tutor.showLog",
  "tutor.openQuestion",
  "tutor.continue",
  "tutor.nextQuestion",
  "keepAgain",
] as const;

/** Longest sentence of a dispute, UTF-16 units. */
export const disputeLimit = 500;

const selfVerdicts = ["met", "partly", "missed"] as const satisfies readonly SelfVerdict[];

function isRecord(x: unknown): x is Record<string, unknown> {
  return typeof x === "object" && x !== null;
}

const isText = (x: unknown): x is string => typeof x === "string";
const isCount = (x: unknown): boolean => Number.isSafeInteger(x) && Number(x) >= 0;

/** True for a well-formed message from the Feedback view; anything else must be dropped. */
export function isFromFeedback(x: unknown): x is FromFeedback {
  if (!isRecord(x)) return false;
  const about = isText(x["document"]) && isText(x["criterion"]);
  const numbered = isCount(x["n"]) && isText(x["document"]);
  switch (x["type"]) {
    case "ready":
    case "leave":
      return true;
    case "goTo":
      return about && isCount(x["quote"]);
    case "goToObservation":
      return isText(x["document"]) && isCount(x["index"]);
    case "mark":
      return about && numbered && selfVerdicts.some((v) => v === x["verdict"]);
    case "dismiss":
      return about && numbered;
    case "dispute":
      return about && numbered && isText(x["words"]) && x["words"].length <= disputeLimit;
    case "undo":
      return numbered && (x["criterion"] === undefined || isText(x["criterion"]));
    case "acceptWording":
    case "askPassage":
    case "current":
      return about;
    case "openLink":
      return isText(x["href"]);
    case "command":
      return feedbackCommands.some((c) => c === x["command"]);
    default:
      return false;
  }
}

/** True for a well-formed message from the host. */
export function isToFeedback(x: unknown): x is ToFeedback {
  if (!isRecord(x)) return false;
  switch (x["type"]) {
    case "state":
      return isRecord(x["state"]) && isText(x["state"]["status"]);
    case "passage":
      return isText(x["document"]) && isText(x["criterion"]) && isText(x["html"]);
    case "focus":
    case "walk":
      return true;
    default:
      return false;
  }
}
