// The composition root: builds every part in the order in which they need each other. No logic.
import { config } from "@vscode/l10n";
import * as vscode from "vscode";
import { AuthoredFiles } from "./host/authoring/authoredFiles";
import { Authoring } from "./host/authoring/authoring";
import { NearMissFinder } from "./host/authoring/nearMissFinder";
import { openAnswer, type OpenAnswer } from "./host/commands/answerCommand";
import { contextKeys } from "./host/commands/contextKeys";
import { Hints } from "./host/commands/hints";
import { ModelCommands } from "./host/commands/modelCommands";
import { Navigation } from "./host/commands/navigation";
import { registerCommands, type LearnerCommands } from "./host/commands/registerCommands";
import { ReportCommands } from "./host/commands/report";
import { AnswerDocuments } from "./host/documents/answerDocuments";
import { AnswerPictures } from "./host/documents/answerPictures";
import { DocumentStatus } from "./host/documents/documentStatus";
import { SecondVersions } from "./host/documents/secondVersions";
import { MergeConflicts } from "./host/documents/mergeConflicts";
import { OverwrittenSaves } from "./host/documents/overwrittenSaves";
import { TutorFileSystem } from "./host/documents/tutorFileSystem";
import { Feedback } from "./host/feedback/feedback";
import { FeedbackRestorer } from "./host/grading/feedbackRestorer";
import { feedbackActions } from "./host/feedbackView/feedbackActions";
import { FeedbackSource } from "./host/feedbackView/feedbackSource";
import { FeedbackViewProvider } from "./host/feedbackView/feedbackViewProvider";
import { GraderChoice } from "./host/grading/graderChoice";
import { gradeOnSave } from "./host/grading/gradeOnSave";
import { warmUp } from "./host/grading/warmUp";
import { GradingSessions } from "./host/grading/gradingSessions";
import { WhoGrades } from "./host/grading/whoGrades";
import { lazyModules } from "./host/lazyModules";
import { Log } from "./host/log";
import { Marking } from "./host/marking/marking";
import { MarkingCommands } from "./host/marking/markingCommands";
import { ChooseGrader } from "./host/models/chooseGrader";
import { Consent } from "./host/models/consent";
import { GraderStatus } from "./host/models/graderStatus";
import { Keys } from "./host/models/keys";
import { ModelFigures } from "./host/models/modelFigures";
import { ModelTrials } from "./host/models/modelTrials";
import { Qualifications } from "./host/models/qualifications";
import { SetUpModel } from "./host/models/setUpModel";
import { VscodeModelOffer } from "./host/models/vscodeModelOffer";
import { VscodeModels } from "./host/models/vscodeModels";
import { Pages } from "./host/pages/pages";
import { QuestionPictures } from "./host/roadmaps/questionPictures";
import { RoadmapLibrary } from "./host/roadmaps/roadmapLibrary";
import { SampleAnswers } from "./host/roadmaps/sampleAnswers";
import { Settings } from "./host/settings";
import { LastQuestion } from "./host/sidebar/lastQuestion";
import { SidebarStateSource } from "./host/sidebar/sidebarState";
import { SidebarView } from "./host/sidebar/sidebarView";
import { StorageNotices } from "./host/sidebar/storageNotices";
import { AmendmentStore } from "./host/storage/amendmentStore";
import { AnswerStore } from "./host/storage/answerStore";
import { AttemptStore } from "./host/storage/attemptStore";
import { MoveAnswers } from "./host/commands/moveAnswers";
import { StorageLocation } from "./host/storage/storageLocation";

/** Called by VS Code once, when the view, a command or an answer document is first used. */
export function activate(context: vscode.ExtensionContext): void {
  config({ contents: vscode.l10n.bundle ?? {} });
  const base = buildBase(context);
  const grading = buildGrading(context, base, () => views.sidebar.visible);
  const views = buildViews(context, base, grading);
  const { files: authored, authoring } = buildAuthoring(base, grading, views);
  const { log, library, location, answers, attempts, amendments, files, documents } = base;
  const { feedback, marking, feedbackSource, feedbackView, sessions, restorer } = grading;
  context.subscriptions.push(
    ...[base.settings, log, library, location, answers, attempts, amendments, files, documents],
    ...[feedback, marking, feedbackSource, feedbackView, sessions, restorer],
    ...[views.last, views.sidebarState, views.sidebar, views.pages],
    ...[grading.vscodeModels, grading.qualifications, grading.conflicts],
    new GraderStatus(documents, grading.choice, base.settings),
    ...[authored, authoring],
    gradeOnSave(sessions, documents, base.settings),
    new OverwrittenSaves(location, documents, base.versions, log),
    warmUp({
      keyOf: (document) => documents.keyOf(document),
      find: (key) => library.findAtHand(key),
      checkerOf: async (roadmap) => (await grading.choice.check(roadmap)).checker,
    }),
    contextKeys(sessions, feedback),
    registerCommands({ ...commands(base, grading, views), ...authoring.commands }),
  );
}

type Base = ReturnType<typeof buildBase>;
type Grading = ReturnType<typeof buildGrading>;
type Views = ReturnType<typeof buildViews>;

/** Settings, roadmaps, what is kept, and the answers as documents. */
function buildBase(context: vscode.ExtensionContext) {
  const log = new Log();
  const load = lazyModules(context.extensionUri);
  const settings = new Settings();
  const library = new RoadmapLibrary(context.extensionUri, log, load);
  const location = new StorageLocation(context.globalStorageUri, settings, log);
  const answers = new AnswerStore(location);
  const attempts = new AttemptStore(location, log);
  const amendments = new AmendmentStore(location, log);
  const questionPictures = new QuestionPictures(library);
  const pictures = new AnswerPictures(location, questionPictures);
  const files = new TutorFileSystem(answers, library, pictures);
  // Before anything awaits: a restored editor is waiting for it.
  context.subscriptions.push(files.register());
  const documents = new AnswerDocuments(location, answers, library, pictures);
  const stores = { location, answers, attempts, amendments, versions: new SecondVersions(location, answers) };
  return { log, load, settings, library, ...stores, files, documents, questionPictures, pictures };
}

/** What grades an answer, and what shows and marks it. */
function buildGrading(context: vscode.ExtensionContext, base: Base, sidebarVisible: () => boolean) {
  const { log, load, settings, library, attempts, amendments, documents } = base;
  const feedback = new Feedback(context.extensionUri, {
    find: (key) => library.find(key),
    findAtHand: (key) => library.findAtHand(key),
    parse: (document) => documents.parse(document),
    onDidChange: library.onDidChange,
  });
  const keys = new Keys(context.secrets);
  const vscodeModels = new VscodeModels(log);
  const qualifications = new Qualifications(context.globalStorageUri, load, log);
  const sampleAnswers = new SampleAnswers(context.extensionUri, library);
  const choice = new GraderChoice({ settings, keys, load, vscodeModels, qualifications, sampleAnswers });
  const figures = new ModelFigures(context.globalState);
  const trials = new ModelTrials({ qualifications, sampleAnswers, figures, settings, load, log });
  const consent = new Consent(context.globalState);
  const offer = new VscodeModelOffer(settings, vscodeModels, context.globalState);
  const whoGrades = new WhoGrades(choice, trials, consent, offer);
  const nearMisses = new NearMissFinder(library, choice);
  const marking = new Marking(feedback, amendments, log);
  const feedbackSource = new FeedbackSource(documents, feedback, marking, library, nearMisses);
  const actions = feedbackActions({ documents, feedback, marking, library, choice, load });
  const feedbackView = new FeedbackViewProvider(context.extensionUri, feedbackSource, actions, log);
  const marks = new MarkingCommands(documents, feedback, marking, feedbackView);
  const conflicts = new MergeConflicts(base.location, base.answers);
  const sessions = new GradingSessions({
    library,
    documents,
    versions: base.versions,
    conflicts,
    attempts,
    amendments,
    feedback,
    choice,
    whoGrades,
    log,
    checked: () => feedbackView.offer(sidebarVisible()),
  });
  const restorer = new FeedbackRestorer(documents, attempts, amendments, feedback, log);
  return {
    ...{ feedback, keys, vscodeModels, qualifications, choice, trials, figures, consent, whoGrades },
    ...{ nearMisses, marking, feedbackSource, feedbackView, marks, sessions, restorer, conflicts },
  };
}

/** The sidebar and what else the commands lead to. */
function buildViews(context: vscode.ExtensionContext, base: Base, grading: Grading) {
  const { feedback, keys, choice, vscodeModels, trials, figures, consent, whoGrades } = grading;
  const { log, load, settings, library, location, answers, attempts, amendments, documents } = base;
  const { questionPictures, pictures } = base;
  const last = new LastQuestion(context.globalState, context.workspaceState);
  const notices = new StorageNotices(location, base.versions);
  const sidebarState = new SidebarStateSource({
    library,
    answers,
    attempts,
    amendments,
    documents,
    choice,
    last,
    notices,
    pictures: questionPictures,
    log,
    load,
  });
  const sidebar = new SidebarView(context.extensionUri, sidebarState, log);
  const navigation = new Navigation(library, documents, sidebarState, last);
  const pages = new Pages();
  const hints = new Hints(library, attempts, pages, feedback, load, questionPictures);
  const report = new ReportCommands(library, answers, attempts, amendments, pages, load, questionPictures, pictures);
  const status = new DocumentStatus(documents, library);
  const moveAnswers = new MoveAnswers(location, settings, documents, log);
  const offerTrial = (): Promise<void> => models.checkModel();
  const setUpModel = new SetUpModel({ settings, keys, load, log, consent, figures, offerTrial });
  const models = new ModelCommands({ library, documents, feedback, choice, whoGrades, trials, settings, pages, load });
  const chooseGrader = new ChooseGrader(settings, choice, vscodeModels);
  return {
    ...{ last, sidebarState, sidebar, navigation, pages, hints, report, status, moveAnswers },
    ...{ setUpModel, models, chooseGrader },
  };
}

/** What helps those who write roadmaps, once there is one. */
function buildAuthoring(base: Base, grading: Grading, { pages }: Views) {
  const { library, load, settings, documents, answers, attempts, amendments, log, questionPictures: pictures } = base;
  const { choice, whoGrades, figures, restorer, feedback, nearMisses } = grading;
  const files = new AuthoredFiles(library);
  const stores = { library, answers, attempts, amendments };
  const parts = { files, ...stores, choice, pages, pictures, load, log, documents, feedback, nearMisses };
  const models = { whoGrades, figures, settings };
  const needs = { ...parts, ...models, refresh: () => restorer.refresh() };
  return { files, authoring: new Authoring(needs, log) };
}

/** Which part does what each learner's command says. */
function commands({ documents, settings, log }: Base, grading: Grading, views: Views): LearnerCommands {
  const { feedback, keys, feedbackView, marks, sessions } = grading;
  const { sidebar, navigation, hints, report, status, moveAnswers, setUpModel, models, chooseGrader } = views;
  /** Runs `action` on the answer that a command is about. */
  const onAnswer = (action: (answer: OpenAnswer) => unknown) => async (target?: unknown) => {
    const answer = await openAnswer(documents, target);
    if (answer !== undefined) await action(answer);
  };

  return {
    gradeAnswer: onAnswer(({ document }) => sessions.grade(document)),
    gradeWithBuiltIn: onAnswer(({ document }) => sessions.grade(document, { withoutModel: true })),
    cancelGrading: onAnswer(({ document }) => sessions.cancel(document)),
    openQuestion: (key, options) => navigation.open(key, options),
    continue: () => navigation.continueLast(),
    nextQuestion: onAnswer((answer) => navigation.next(answer)),
    showHint: onAnswer((answer) => hints.showHint(answer)),
    hideHint: onAnswer((answer) => hints.hideHint(answer)),
    showReference: onAnswer((answer) => hints.showReference(answer)),
    clearFeedback: onAnswer(({ document }) => feedback.clear(document)),
    nextRemark: () => feedback.goToRemark(1),
    previousRemark: () => feedback.goToRemark(-1),
    showFeedback: (uri, criterion) => marks.show(uri, criterion),
    showFeedbackList: onAnswer(() => feedbackView.focus()),
    markCriterion: onAnswer(() => feedbackView.walk()),
    markYes: (uri, criterion) => marks.mark("met", uri, criterion),
    markPartly: (uri, criterion) => marks.mark("partly", uri, criterion),
    markNo: (uri, criterion) => marks.mark("missed", uri, criterion),
    undoMark: (uri, criterion) => marks.undo(uri, criterion),
    disputeRemark: (uri, criterion) => marks.dispute(uri, criterion),
    dismissRemark: (uri, criterion) => marks.dismiss(uri, criterion),
    setUpModel: () => setUpModel.run(),
    chooseGrader: () => chooseGrader.run(),
    checkModel: () => models.checkModel(),
    checkStability: onAnswer((answer) => models.checkStability(answer)),
    showSent: onAnswer((answer) => models.showSent(answer)),
    useBuiltInGrader: () => settings.write("grader", "none"),
    forgetKey: () => keys.forget(settings.model.baseUrl),
    showReport: () => report.show(),
    saveReport: () => report.save(),
    moveAnswers: (options) => moveAnswers.run(options),
    restoreAnswerLine: (target) => status.restoreAnswerLine(target),
    updatePrompt: (target) => status.updatePrompt(target),
    searchQuestions: () => sidebar.focusSearch(),
    showLog: () => log.show(),
  };
}
