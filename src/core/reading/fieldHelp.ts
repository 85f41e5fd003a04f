// What each field of the YAML is, in words: for messages ("write …"), in the display language, and as the JSON Schemas'
// descriptions.
import { t } from "@vscode/l10n";

/** What belongs in a field, as a noun phrase without an end; undefined where no shape has such a field. */
export function fieldHelp(field: string): string | undefined {
  switch (field) {
    case "id":
      return t("lower-case words joined by hyphens, e.g. mode-collapse");
    case "title":
      return t("a short title for lists, e.g. Mode collapse in GANs");
    case "marks":
      return t("whole marks, e.g. 1");
    case "criteria":
      return t("a list of what a full answer must say, each with id, marks, statement, accepted and idea");
    case "statement":
      return t("one sentence that a full answer must say");
    case "accepted":
      return t("a list of one to eight wordings of the criterion, a plain-language one among them");
    case "misconceptions":
      return t("a list of sentences that contradict the criterion");
    case "idea":
      return t("a few words that name the idea without giving the answer away");
    case "bonus":
      return t("true where the prompt does not ask for it: it can earn a lost mark and costs none");
    case "anyOf":
      return t("how many of the criteria under `of` count, e.g. 2");
    case "of":
      return t("a list of at least two criteria, each with id, statement, accepted and idea");
    case "hints":
      return t("a list of hints, from vague to near");
    case "description":
      return t("one sentence about the roadmap");
    case "language":
      return t("the tag of the language that questions are asked and answered in, e.g. de; English without it");
    case "topics":
      return t("a list of topics in study order, each with id and title");
    case "subtopics":
      return t("a list of sub-topic titles in study order");
    case "requires":
      return t("a list of ids of topics to study first");
    case "notes":
      return t("Markdown notes on the topic");
    case "questions":
      return t("a list of question ids in order; each is a file <topic>/<id>.md");
    default:
      return undefined;
  }
}

/** Whether a word is the name of a field. */
export function isField(word: string): boolean {
  return fieldHelp(word) !== undefined;
}
