// "Accept as a wording": the words in which an idea was met and not found become an accepted wording of it, in the
// question's file, by one edit that one Undo takes back. Asked for by the author alone.
import * as vscode from "vscode";
import type { NearMiss } from "../../core/authoring/nearMisses";
import type { Standing } from "../../core/attempts/standing";
import { standingOf } from "../../core/attempts/standing";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import type { LoadModule } from "../lazyModules";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import { showErrorMessage, showInformationMessage, showQuickPick } from "../shown";
import type { AmendmentStore } from "../storage/amendmentStore";
import type { AttemptStore } from "../storage/attemptStore";
import { textOf, type AuthoredFiles } from "./authoredFiles";
import { editFile, takeBack } from "./fileEdit";
import type { FoundNearMisses, NearMissFinder } from "./nearMissFinder";

/** What accepting needs of its surroundings. */
export interface AcceptingParts {
  readonly documents: AnswerDocuments;
  readonly feedback: Feedback;
  readonly files: AuthoredFiles;
  readonly library: Pick<RoadmapLibrary, "readAgain" | "find">;
  readonly attempts: AttemptStore;
  readonly amendments: AmendmentStore;
  readonly nearMisses: NearMissFinder;
  readonly load: LoadModule;
}

/** A near-miss with where its words go. */
interface Chosen {
  readonly of: FoundNearMisses;
  readonly miss: NearMiss;
  /** The answer's document, where the command is about one. */
  readonly document?: vscode.TextDocument;
  readonly answer: string;
}

/** Of a question with many attempts the latest are looked at. */
const mostAttempts = 50;

export class AcceptWording {
  constructor(private readonly parts: AcceptingParts) {}

  /** On an answer's near-miss, the criterion's where it is named; in a question's file on those of all its answers. */
  async run(uri?: unknown, criterion?: unknown): Promise<void> {
    const { t } = vscode.l10n;
    const document =
      uri instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(uri)
        : vscode.window.activeTextEditor?.document;
    const all = document === undefined ? [] : await this.nearMisses(document);
    const wanted = typeof criterion === "string" ? all.filter(({ miss }) => miss.criterion === criterion) : all;
    if (wanted.length === 0) {
      void showInformationMessage(
        t("There is no near-miss here: an idea that was marked as met, in words that the check does not find."),
      );
      return;
    }
    const chosen = await this.choose(wanted);
    if (chosen !== undefined) await this.accept(chosen.of, chosen.words);
  }

  private async nearMisses(document: vscode.TextDocument): Promise<Chosen[]> {
    const { feedback, documents } = this.parts;
    const standing = documents.keyOf(document) === undefined ? undefined : feedback.standingOf(document);
    if (standing !== undefined) return this.of([standing], document);
    const file = this.parts.files.find(document.uri);
    if (file?.role !== "question") return [];
    // The author may have saved it a moment ago, and the file system has not told yet.
    await this.parts.library.readAgain();
    const { roadmap, paths } = file.shelved;
    const question = [...(paths ?? [])].find(([, path]) => path === file.path)?.[0];
    return question === undefined ? [] : this.of(await this.standings({ roadmap: roadmap.id, question }));
  }

  private async standings(key: Standing["attempt"]["key"]): Promise<Standing[]> {
    const { attempts, amendments, library } = this.parts;
    const [all, said, placed] = await Promise.all([attempts.list(key), amendments.list(key), library.find(key)]);
    return all.slice(-mostAttempts).map((attempt) => standingOf(attempt, said, placed?.question));
  }

  private async of(standings: readonly Standing[], document?: vscode.TextDocument): Promise<Chosen[]> {
    const chosen: Chosen[] = [];
    for (const standing of standings) {
      const of = await this.parts.nearMisses.find(standing);
      const shown = document === undefined ? {} : { document };
      for (const miss of of?.misses ?? [])
        if (of !== undefined) chosen.push({ of, miss, ...shown, answer: standing.attempt.answer });
    }
    return chosen;
  }

  /** Nothing is asked where there is one choice: what the learner has selected, or what the model quoted. */
  private async choose(wanted: readonly Chosen[]): Promise<{ of: Chosen; words: string } | undefined> {
    const seen = new Set<string>();
    const items: (vscode.QuickPickItem & { readonly of: Chosen; readonly words: string })[] = [];
    for (const of of wanted) {
      const idea = of.of.placed.question.criteria.find(({ id }) => id === of.miss.criterion)?.idea ?? "";
      for (const words of await this.wordsOf(of)) {
        const key = `${of.miss.criterion} ${words}`;
        if (!seen.has(key)) items.push({ label: words, detail: idea, of, words });
        seen.add(key);
      }
    }
    const [first] = items;
    if (items.length === 1) return first;
    return showQuickPick(items, {
      title: vscode.l10n.t("Which words say it? They become an accepted wording."),
      matchOnDetail: true,
    });
  }

  private async wordsOf({ of, miss, document, answer }: Chosen): Promise<readonly string[]> {
    const selected = selectedIn(document).trim();
    if (selected !== "" && answer.includes(selected)) return [selected];
    if (miss.words.length > 0) return miss.words;
    const { wordingChoices } = await this.parts.load("rubricTools");
    return wordingChoices(answer, of.check, of.placed.roadmap.language);
  }

  private async accept({ of, miss }: Chosen, words: string): Promise<void> {
    const { t } = vscode.l10n;
    const { addWording } = await this.parts.load("rubricTools");
    const document = await vscode.workspace.openTextDocument(of.file);
    const edit = addWording(of.path, textOf(document), miss.criterion, words);
    const made = edit.kind === "edit" ? await editFile(document, [edit]) : undefined;
    if (made === undefined) {
      const why = edit.kind === "refused" ? edit.why : t("The file could not be changed.");
      const open = t("Open the file");
      const pressed = await showErrorMessage(t("Not accepted as a wording: {0}", why), open);
      if (pressed === open) await vscode.window.showTextDocument(document);
      return;
    }
    await this.parts.library.readAgain();
    const [show, undo, regrade] = [t("Show"), t("Undo"), t("Regrade…")];
    const idea = of.placed.question.criteria.find(({ id }) => id === miss.criterion)?.idea ?? miss.criterion;
    const told = t("“{0}” is now an accepted wording of: {1}", words, idea);
    const pressed = await showInformationMessage(told, undo, show, regrade);
    if (pressed === regrade) await vscode.commands.executeCommand("tutor.regrade");
    if (pressed === show) await vscode.window.showTextDocument(document, { selection: made.at, preview: false });
    if (pressed !== undo) return;
    if (await takeBack(made)) await this.parts.library.readAgain();
    else await vscode.window.showTextDocument(document, { selection: made.at, preview: false });
  }
}

/** What is selected of an answer that shows. */
function selectedIn(document: vscode.TextDocument | undefined): string {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  return editor === undefined ? "" : editor.document.getText(editor.selection);
}
