// What code that matches words needs to know of a language. The only source of words: no other folder names one to
// match by.
// A shape and nothing else; the values stand beside it.

/** A language that answers are read in. All words are folded (lower case, straight apostrophes, no accents). */
export interface Language {
  /** BCP 47, e.g. "en". */
  readonly tag: string;
  /** Whether a word has a letter of the script that the language is written in. */
  readonly script: RegExp;
  /** Share of words of other scripts, 0..1, from which most of a text is in another language. */
  readonly mostForeignScript: number;
  /** How a word begins that may be a term of a list. */
  readonly termBeginning: RegExp;
  /** Whether a capital may begin a word anywhere, so that it does not tell that a sentence begins. */
  readonly capitalisesNouns: boolean;
  /**
   * Fewest characters of a word that is looked for inside longer ones, as German and Chinese make them; undefined
   * where words are not made so.
   */
  readonly leastPart?: number;
  /** Longest answer that is read within a second, in UTF-16 units, where it is shorter than others. */
  readonly longestAnswer?: number;
  /** The words of a run of characters of a script without spaces; absent where each character stands for itself. */
  readonly segment?: (run: string) => Iterable<{ readonly segment: string; readonly index: number }>;
  /** The stem of a word; words of other scripts come back unchanged. */
  readonly stem: (word: string) => string;
  /** Whether a word carries grammar rather than content. */
  readonly isFunctionWord: (word: string) => boolean;
  /** Whether a stem is one of a word that stands in texts on any subject: sharing it says little. */
  readonly isEveryday: (stem: string) => boolean;
  /** Whether a word turns its sentence's meaning round. */
  readonly isNegation: (word: string) => boolean;
  /**
   * Whether a word says in which direction, how much or which of two: of quotes that differ in it, one is another
   * claim.
   */
  readonly isDirection: (word: string) => boolean;
  /** The groups of everyday synonyms that a stem belongs to; empty for most. */
  readonly synonymGroups: (stem: string) => readonly number[];
  /** The value of a spelt number, or undefined. */
  readonly speltNumber: (word: string) => number | undefined;
  /** How "per cent" is written in letters, as alternatives of a pattern. */
  readonly percent: string;
  /** Whether two words differ by a beginning that makes opposites ("minimise", "maximise"). */
  readonly isOpposedBeginning: (one: string, other: string) => boolean;
  /** Whether a text that ends in a full stop ends in an abbreviation. */
  readonly endsInAbbreviation: (text: string) => boolean;
  /** What an answer is read by. */
  readonly answering: AnsweringWords;
  /** What speaks to a grader instead of answering. */
  readonly orders: OrderWords;
  /** What feedback must not say. */
  readonly feedback: FeedbackWords;
}

/** Words of learners about their answering. */
export interface AnsweringWords {
  /** Whether a text of at most 200 characters says that its writer does not know, and nothing else. */
  readonly isDontKnow: (text: string) => boolean;
  /**
   * Whether a word only asks or announces ("explain", "question"): in a sentence of the question's words it adds
   * nothing.
   */
  readonly isAsking: (word: string) => boolean;
  /** Whether a word binds others as verbs of note-taking do ("means", "gives"): a list of terms has none. */
  readonly isNoteVerb: (word: string) => boolean;
  /** Whether a word's form lets it be a verb ("training", "learned"). */
  readonly mayBeVerb: (word: string) => boolean;
}

/** Patterns of orders to a grader; texts are folded unless it is said otherwise. */
export interface OrderWords {
  /** Each an order in an order's place or a claim about the marks. */
  readonly orders: readonly RegExp[];
  /** A sentence with each request put as the order that it stands for; the same where it makes none. */
  readonly asOrder: (sentence: string) => string;
  /** Whether a sentence gives an order in another language than this. `original` is as it was written. */
  readonly isForeignOrder: (text: string, original: string) => boolean;
  /** What only talk of grading makes sense of. */
  readonly aboutGrading: RegExp;
  /** What reports such a text rather than says it. */
  readonly reported: RegExp;
  /** Somebody is told, tricked or asked by somebody else. */
  readonly accountOf: RegExp;
  /** Who speaks of this very answer speaks to the grader. */
  readonly addressed: RegExp;
  /** Said to the grader even inside an account. */
  readonly outspoken: RegExp;
  /** Words with which a text is announced that is then shown; text as it was written. */
  readonly announcing: RegExp;
  /** A demand that no shown text makes of the grader of this answer; text as it was written. */
  readonly demanding: RegExp;
  /** A quick look for any word that orders need; where it finds none, none of the others can match. */
  readonly trigger: RegExp;
  readonly places: OrderPlaces;
}

/** How places look in which orders hide; texts are as they were written. */
export interface OrderPlaces {
  /** Names of tags that speak to a grader, as alternatives of a pattern. */
  readonly tagNames: string;
  /** The opening of a tag that assigns a verdict by its name. */
  readonly verdictTag: RegExp;
  /** A key of data that assigns a verdict. */
  readonly gradeKey: RegExp;
  /** A line that sets something of the grading. */
  readonly assignment: RegExp;
  /** A value that such a tag holds. */
  readonly value: RegExp;
  /** The name of a table's column that gives verdicts. */
  readonly tableHead?: RegExp;
  /** The beginning of a line that says who speaks. */
  readonly role: RegExp;
  /** An object in braces that holds a mark and nothing else. */
  readonly markObject: RegExp;
  /** Keys of an object that is a whole grading. */
  readonly gradingObject: RegExp;
}

/** Words that feedback is held to. */
export interface FeedbackWords {
  /** Whether a word praises. */
  readonly isPraise: (word: string) => boolean;
  /** Whether a word says nothing of the matter ("answer", "work"). */
  readonly isGeneric: (word: string) => boolean;
  /**
   * Of a language written without spaces, in the place of the two above: whether a sentence praises and says nothing
   * else.
   */
  readonly praisesOnly?: (sentence: string) => boolean;
  /** Whether a sentence asks for more than the rubric does. */
  readonly isNit: (sentence: string) => boolean;
  /** Whether a sentence tells marks as a whole ("full marks", "score: 3"). */
  readonly tellsMarks: (sentence: string) => boolean;
  /** Phrases that name marks. */
  readonly marks: readonly RegExp[];
  /** Whether a word is about marks and adds nothing once they are taken out. */
  readonly isMarkWord: (word: string) => boolean;
}
