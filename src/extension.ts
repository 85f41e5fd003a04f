// The composition root: builds every part in the order in which they need each other. No logic.
import { config } from "@vscode/l10n";
import * as vscode from "vscode";
import { openAnswer, type OpenAnswer } from "./host/commands/answerCommand";
import { contextKeys } from "./host/commands/contextKeys";
import { Hints } from "./host/commands/hints";
import { MarkCriterion } from "./host/commands/markCriterion";
import { Navigation } from "./host/commands/navigation";
import { registerCommands } from "./host/commands/registerCommands";
import { ReportCommands } from "./host/commands/report";
import { AnswerDocuments } from "./host/documents/answerDocuments";
import { DocumentStatus } from "./host/documents/documentStatus";
import { TutorFileSystem } from "./host/documents/tutorFileSystem";
import { Feedback } from "./host/feedback/feedback";
import { FeedbackRestorer } from "./host/grading/feedbackRestorer";
import { GraderChoice } from "./host/grading/graderChoice";
import { gradeOnSave } from "./host/grading/gradeOnSave";
import { GradingSessions } from "./host/grading/gradingSessions";
import { lazyModules } from "./host/lazyModules";
import { Log } from "./host/log";
import { Keys } from "./host/models/keys";
import { SetUpModel } from "./host/models/setUpModel";
import { Pages } from "./host/pages/pages";
import { RoadmapLibrary } from "./host/roadmaps/roadmapLibrary";
import { Settings } from "./host/settings";
import { LastQuestion } from "./host/sidebar/lastQuestion";
import { SidebarStateSource } from "./host/sidebar/sidebarState";
import { SidebarView } from "./host/sidebar/sidebarView";
import { AnswerStore } from "./host/storage/answerStore";
import { AttemptStore } from "./host/storage/attemptStore";
import { MoveAnswers } from "./host/commands/moveAnswers";
import { StorageLocation } from "./host/storage/storageLocation";

/** Called by VS Code once, when the view, a command or an answer document is first used. */
export function activate(context: vscode.ExtensionContext): void {
  config({ contents: vscode.l10n.bundle ?? {} });
  const log = new Log();
  const load = lazyModules(context.extensionUri);
  const settings = new Settings();
  const library = new RoadmapLibrary(context.extensionUri, log, load);
  const location = new StorageLocation(context.globalStorageUri, settings, log);
  const answers = new AnswerStore(location);
  const attempts = new AttemptStore(location, log);
  const files = new TutorFileSystem(answers, library);
  // Before anything awaits: a restored editor is waiting for it.
  context.subscriptions.push(files.register());

  const documents = new AnswerDocuments(location, answers, library);
  const feedback = new Feedback(context.extensionUri, {
    find: (key) => library.find(key),
    findAtHand: (key) => library.findAtHand(key),
    parse: (document) => documents.parse(document),
    onDidChange: library.onDidChange,
  });
  const keys = new Keys(context.secrets);
  const choice = new GraderChoice(settings, keys, load);
  const sessions = new GradingSessions(library, documents, attempts, feedback, choice, log);
  const restorer = new FeedbackRestorer(documents, attempts, feedback, log);
  const last = new LastQuestion(context.globalState);
  const sidebarState = new SidebarStateSource(library, answers, attempts, documents, choice, log, last, load);
  const sidebar = new SidebarView(context.extensionUri, sidebarState, log);
  const navigation = new Navigation(library, documents, sidebarState, last);
  const pages = new Pages();
  const hints = new Hints(library, attempts, pages);
  const report = new ReportCommands(library, answers, attempts, pages, load);
  const status = new DocumentStatus(documents, library);
  const moveAnswers = new MoveAnswers(location, settings, documents, log);
  const setUpModel = new SetUpModel(settings, keys, load, log);
  const markCriterion = new MarkCriterion(library, attempts, feedback, sessions);
  /** Runs `action` on the answer that a command is about. */
  const onAnswer = (action: (answer: OpenAnswer) => unknown) => async (target?: unknown) => {
    const answer = await openAnswer(documents, target);
    if (answer !== undefined) await action(answer);
  };

  context.subscriptions.push(
    ...[
      log,
      library,
      location,
      answers,
      attempts,
      files,
      documents,
      feedback,
      sessions,
      restorer,
      last,
      sidebarState,
      sidebar,
      pages,
    ],
    gradeOnSave(sessions, documents, settings),
    contextKeys(sessions, feedback),
    registerCommands({
      gradeAnswer: onAnswer(({ document }) => sessions.grade(document)),
      gradeWithBuiltIn: onAnswer(({ document }) => sessions.grade(document, true)),
      cancelGrading: onAnswer(({ document }) => sessions.cancel(document)),
      openQuestion: (key, options) => navigation.open(key, options),
      continue: () => navigation.continueLast(),
      nextQuestion: onAnswer((answer) => navigation.next(answer)),
      showHint: onAnswer((answer) => hints.showHint(answer)),
      showReference: onAnswer((answer) => hints.showReference(answer)),
      clearFeedback: onAnswer(({ document }) => feedback.clear(document)),
      nextRemark: () => feedback.goToRemark(1),
      previousRemark: () => feedback.goToRemark(-1),
      showFeedbackList: onAnswer(({ document }) => feedback.showList(document)),
      markCriterion: onAnswer((answer) => markCriterion.run(answer)),
      setUpModel: () => setUpModel.run(),
      useBuiltInGrader: () => settings.write("grader", "built-in"),
      forgetKey: () => keys.forget(settings.model.baseUrl),
      showReport: () => report.show(),
      saveReport: () => report.save(),
      moveAnswers: (options) => moveAnswers.run(options),
      restoreAnswerLine: (target) => status.restoreAnswerLine(target),
      updatePrompt: (target) => status.updatePrompt(target),
      searchQuestions: () => sidebar.focusSearch(),
      showLog: () => log.show(),
    }),
  );
}
