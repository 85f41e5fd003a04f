// What an import finds in people's files, before it becomes questions of a roadmap: their own words, nothing invented.

/** A text file to import from. */
export interface ImportFile {
  /** As it is told to people; `/` separated, with the folder that was chosen, where one was. */
  readonly path: string;
  readonly text: string;
}

/** One point of an answer, where the file itself names them one by one. */
export interface FoundPoint {
  /** In the author's words; absent where a person has to write it. */
  readonly statement?: string;
  readonly accepted?: readonly string[];
  readonly misconceptions?: readonly string[];
}

/** A question as a file has it. */
export interface FoundQuestion {
  readonly file: string;
  /** 1-based line; of a table its row. */
  readonly line: number;
  /** Short name, where the file gives one. */
  readonly title?: string;
  /** Markdown, verbatim. */
  readonly prompt: string;
  /** What a person must decide before the prompt can be asked. */
  readonly decide?: string;
  /** Markdown, verbatim; absent where the file has none. */
  readonly answer?: string;
  /** Absent: the answer's own sentences are the points. */
  readonly points?: readonly FoundPoint[];
  /** Whole marks, where the file names them. */
  readonly marks?: number;
  readonly hints?: readonly string[];
  /** Title of the topic that it belongs to. */
  readonly topic: string;
}

/** Something of a file that is in no question. */
export interface LeftOut {
  readonly file: string;
  /** 1-based line; of a table its row. */
  readonly line: number;
  /** What, and why, in a sentence. */
  readonly why: string;
}

/** All that was found, in the order of files and lines. */
export interface Found {
  readonly questions: readonly FoundQuestion[];
  readonly leftOut: readonly LeftOut[];
}

/** The topic of a question that its file places nowhere: the folder's name, else the file's. */
export function topicOfPath(path: string, alone: boolean): string {
  const steps = path.split("/");
  const name = nameOf(path);
  return alone ? (steps.at(-2) ?? name) : name;
}

/** A file's name without folder and ending. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
}

/** Files that can be imported, by their ending in any case. */
export type ImportFormat = "markdown" | "table" | "gift";

/** The format of a file, or undefined where it is none of them. */
export function importFormat(path: string): ImportFormat | undefined {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  switch (ending) {
    case "md":
    case "markdown":
      return "markdown";
    case "csv":
    case "tsv":
      return "table";
    case "gift":
      return "gift";
    default:
      return undefined;
  }
}
