// Questions from GIFT, the text format of learning platforms. A choice becomes a question to be answered in words: its
// right answers are the reference, its wrong ones known misconceptions, and a person decides whether it can be asked
// so.
import { t } from "@vscode/l10n";
import { parse, type GIFTQuestion, type NumericalFormat, type TextChoice } from "gift-pegjs";
import {
  nameOf,
  type Found,
  type FoundPoint,
  type FoundQuestion,
  type ImportFile,
  type LeftOut,
} from "./foundQuestion";

type Asked = Exclude<GIFTQuestion, { type: "Category" | "Description" }>;
type Part = Pick<FoundQuestion, "answer" | "points" | "decide"> & { readonly lost?: string };

/** The questions of a GIFT file; one that cannot be read leaves the others be. */
export function questionsInGift({ path, text }: ImportFile): Found {
  const reader = new GiftReader(path);
  let line = 1;
  let start = 1;
  let block: string[] = [];
  for (const written of [...text.replace(/^\uFEFF/, "").split(/\r\n?|\n/), ""]) {
    if (written.trim() !== "") {
      if (block.length === 0) start = line;
      block.push(written);
    } else if (block.length > 0) {
      reader.take(block, start);
      block = [];
    }
    line++;
  }
  return reader;
}

class GiftReader implements Found {
  readonly questions: FoundQuestion[] = [];
  readonly leftOut: LeftOut[] = [];
  private topic: string;

  constructor(private readonly file: string) {
    this.topic = nameOf(file);
  }

  /** Takes the lines between two blank ones: mostly one question, with the comments above it. */
  take(lines: readonly string[], line: number): void {
    const own = lines.filter((written) => !/^\s*\/\//.test(written));
    if (own.length === 0) return;
    const first = line + lines.findIndex((written) => !/^\s*\/\//.test(written));
    const [head = "", ...rest] = own;
    // A category needs no blank line behind it, and this grammar wants one.
    if (/^\s*\$CATEGORY\s*:/i.test(head) && rest.length > 0) {
      this.take([head], first);
      this.take(rest, first + 1);
      return;
    }
    let parsed: readonly GIFTQuestion[];
    try {
      parsed = parse(`${own.join("\n")}\n`);
    } catch (error) {
      this.leave(first, t("This is no GIFT that can be read: {0}", error instanceof Error ? error.message : ""));
      return;
    }
    for (const item of parsed) this.takeItem(item, first);
  }

  private leave(line: number, why: string): void {
    this.leftOut.push({ file: this.file, line, why });
  }

  private takeItem(item: GIFTQuestion, line: number): void {
    if (item.type === "Category") {
      this.topic =
        item.title
          .replace(/^\$course\$\/?/i, "")
          .split("/")
          .at(-1)
          ?.trim() || nameOf(this.file);
    } else if (item.type === "Description") {
      this.leave(line, t('A text that asks nothing: "{0}".', short(item.stem.text)));
    } else {
      const { lost, ...part } = partOf(item);
      if (lost !== undefined) this.leave(line, lost);
      const title = item.title?.trim();
      const { file, topic } = this;
      this.questions.push({ file, line, topic, prompt: item.stem.text.trim(), ...(title ? { title } : {}), ...part });
    }
  }
}

function partOf(item: Asked): Part {
  const explained = item.globalFeedback?.text.trim() ?? "";
  const answered = (right: string): Pick<Part, "answer"> => {
    const answer = [right, explained].filter((text) => text !== "").join("\n\n");
    return answer === "" ? {} : { answer };
  };
  switch (item.type) {
    case "Essay":
      return answered("");
    case "Short":
    case "MC":
      return { ...choicePart(item.choices, item.type === "MC", answered) };
    case "TF":
      return truthPart(item.isTrue, item.stem.text.trim(), answered);
    case "Numerical":
      return numberPart(
        Array.isArray(item.choices) ? item.choices.filter(isRight).map((c) => c.text) : [item.choices],
        answered,
      );
    case "Matching": {
      const pairs = item.matchPairs.filter(({ subquestion }) => subquestion.text.trim() !== "");
      const lines = pairs.map(({ subquestion, subanswer }) => `${subquestion.text.trim()}: ${subanswer.trim()}`);
      return {
        ...answered(lines.map((line) => `- ${line}`).join("\n")),
        points: lines.map((statement) => ({ statement })),
        decide: t(
          "these were pairs to be matched: {0}. Ask for them in words.",
          pairs.map(({ subquestion }) => `"${subquestion.text.trim()}"`).join(", "),
        ),
      };
    }
  }
}

function isRight({ isCorrect, weight }: { readonly isCorrect: boolean; readonly weight: number | null }): boolean {
  return weight === null ? isCorrect : weight >= 100;
}

/** One right answer is one point in several wordings; of several right choices each is a point. */
function choicePart(
  choices: readonly TextChoice[],
  shown: boolean,
  answered: (right: string) => Pick<Part, "answer">,
): Part {
  const texts = (chosen: readonly TextChoice[]): string[] => chosen.map((c) => c.text.text.trim());
  const full = choices.filter(isRight);
  // Of several right choices each carries a part of the marks.
  const right = texts(full.length > 0 || !shown ? full : choices.filter((c) => (c.weight ?? 0) > 0));
  const wrong = texts(choices.filter((c) => (c.weight === null ? !c.isCorrect : c.weight <= 0)));
  const [statement = "", ...accepted] = right;
  const misconceptions = wrong.length === 0 ? {} : { misconceptions: wrong };
  const points: readonly FoundPoint[] =
    shown && right.length > 1
      ? right.map((each, i) => ({ statement: each, ...(i === 0 ? misconceptions : {}) }))
      : [{ statement, ...(accepted.length === 0 ? {} : { accepted: accepted.slice(0, 8) }), ...misconceptions }];
  const list = choices.map((c) => `"${c.text.text.trim()}"`).join(", ");
  const remarks = choices.filter((c) => c.feedback !== null && c.feedback.text.trim() !== "").length;
  return {
    ...answered(right.length > 1 ? right.map((text) => `- ${text}`).join("\n") : statement),
    ...(statement === "" ? {} : { points }),
    ...(shown ? { decide: t("this was a choice among {0}. Ask it so that it can be answered in words.", list) } : {}),
    ...(remarks > 0 ? { lost: t("Remarks on single choices have no place in a question: {0} of them.", remarks) } : {}),
  };
}

function truthPart(isTrue: boolean, claim: string, answered: (right: string) => Pick<Part, "answer">): Part {
  return {
    ...answered(isTrue ? claim : ""),
    points: [isTrue ? { statement: claim } : { misconceptions: [claim] }],
    decide: isTrue
      ? t("this was a claim to be called true or false, and it is true. Make it a question.")
      : t("this was a claim to be called true or false, and it is false. Make it a question."),
  };
}

function numberPart(numbers: readonly NumericalFormat[], answered: (right: string) => Pick<Part, "answer">): Part {
  const shown = numbers.map(({ number, range, numberLow, numberHigh }) => {
    if (numberLow !== undefined && numberHigh !== undefined) return `${numberLow}–${numberHigh}`;
    return range === undefined ? String(number ?? "") : `${String(number ?? "")} ± ${range}`;
  });
  const [statement = "", ...accepted] = shown.filter((text) => text !== "");
  if (statement === "") return answered("");
  return { ...answered(statement), points: [{ statement, ...(accepted.length === 0 ? {} : { accepted }) }] };
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
