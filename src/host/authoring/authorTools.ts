// What helps those who write roadmaps, put together. A bundle of its own: a learner's window never loads it.
import * as vscode from "vscode";
import type { AuthorCommands } from "../commands/registerCommands";
import { LaterFindings } from "../diagnostics/laterFindings";
import { RoadmapDiagnostics } from "../diagnostics/roadmapDiagnostics";
import { Regrading, type RegradingParts } from "../regrading/regrading";
import type { GraderChoice } from "../grading/graderChoice";
import type { LoadModule } from "../lazyModules";
import type { QuestionPictures } from "../roadmaps/questionPictures";
import type { RoadmapLibrary } from "../roadmaps/roadmapLibrary";
import type { AnswerDocuments } from "../documents/answerDocuments";
import type { Feedback } from "../feedback/feedback";
import { AcceptWording } from "./acceptWording";
import type { AuthoredFiles } from "./authoredFiles";
import { AnswerBlind, type BlindParts } from "./answerBlind";
import { AuthorLanguage } from "./authorLanguage";
import { DraftQuestion } from "./draftQuestion";
import { ImportQuestions } from "./importQuestions";
import type { NearMissFinder } from "./nearMissFinder";
import { NewRoadmap } from "./newRoadmap";
import { QuestionPreview } from "./questionPreview";

/** The learner's parts that an author's tools stand on. */
export interface AuthorNeeds extends RegradingParts, Pick<BlindParts, "whoGrades" | "figures" | "settings"> {
  readonly choice: GraderChoice;
  readonly files: AuthoredFiles;
  readonly library: RoadmapLibrary;
  readonly documents: AnswerDocuments;
  readonly feedback: Feedback;
  readonly nearMisses: NearMissFinder;
  readonly pictures: QuestionPictures;
  readonly load: LoadModule;
}

export interface AuthorTools {
  readonly commands: AuthorCommands;
  /** Disposing them takes every trace of the tools from the editor. */
  readonly parts: vscode.Disposable;
}

/** Builds the tools; they take up what the workspace's roadmaps are by now. */
export function authorTools(needs: AuthorNeeds): AuthorTools {
  const { files, library, pages, choice, load, log, pictures } = needs;
  const preview = new QuestionPreview(files, pages, choice, load, pictures);
  const make = new NewRoadmap(files, library, load);
  const imports = new ImportQuestions(files, library, pages, load);
  const accepting = new AcceptWording(needs);
  const regrading = new Regrading(needs);
  const later = new LaterFindings(files, choice, load, log);
  const drafting = new DraftQuestion(needs);
  const blind = new AnswerBlind({ ...needs, later });
  const parts = [later, new RoadmapDiagnostics(files, load, later), new AuthorLanguage(files, load), preview];
  return {
    commands: {
      newRoadmap: () => make.roadmap(),
      newQuestion: () => make.question(),
      importQuestions: (source) => imports.run(source),
      previewQuestion: (target) => preview.show(target),
      acceptWording: (uri, criterion) => accepting.run(uri, criterion),
      answerBlind: () => blind.run(),
      draftQuestion: () => drafting.run(),
      regrade: () => regrading.run(),
      undoRegrade: () => regrading.undo(),
    },
    parts: vscode.Disposable.from(...parts),
  };
}
