// Files that are kept but not what they seem: what the learner should hear of, once. No vscode here.

/**
 * second-version: another copy of an answer (of a sync tool, a file manager); other-question: its comment names another
 * question; half-saved: what a killed first save left; unreadable: a folder that cannot be read; newer-version:
 * attempts or what was said of them that only a newer version can read.
 */
export type StorageNoticeKind = "second-version" | "other-question" | "half-saved" | "unreadable" | "newer-version";

/** One such file or folder; it stays where it is and is never counted. */
export interface StorageNotice {
  readonly kind: StorageNoticeKind;
  /** Relative to the base folder. */
  readonly path: string;
}

/** A notice in plain English, for the log. */
export function noticeText({ kind }: StorageNotice): string {
  switch (kind) {
    case "second-version":
      return "A second version of an answer, which is not counted";
    case "other-question":
      return "An answer that names another question, which is not counted";
    case "half-saved":
      return "Half of an answer, rescued from a save that was cut off";
    case "unreadable":
      return "Left out, the folder cannot be read";
    case "newer-version":
      return "Left out, made by a newer version of Roadmap Tutor";
  }
}
