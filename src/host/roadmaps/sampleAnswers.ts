// A roadmap's questions with their sample answers. Those of the built-in roadmaps lie in a file of their own, read when
// a model is to be tried; a workspace's roadmap has them at hand.
import * as vscode from "vscode";
import type { Golden, Question } from "../../core/roadmap/question";
import { placedQuestions, type Roadmap } from "../../core/roadmap/roadmap";
import type { RoadmapLibrary } from "./roadmapLibrary";

/** By roadmap and question, as the build writes them. */
type BuiltInGoldens = Readonly<Record<string, Readonly<Record<string, readonly Golden[]>>>>;

export class SampleAnswers {
  private readonly known = new WeakMap<Roadmap, Promise<readonly Question[]>>();

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly library: Pick<RoadmapLibrary, "atHand">,
  ) {}

  /** The questions in study order, each with its goldens. */
  questionsOf(roadmap: Roadmap): Promise<readonly Question[]> {
    const known = this.known.get(roadmap) ?? this.read(roadmap);
    this.known.set(roadmap, known);
    // What could not be read now may be readable at the next try.
    known.catch(() => this.known.delete(roadmap));
    return known;
  }

  private async read(roadmap: Roadmap): Promise<readonly Question[]> {
    const questions = placedQuestions(roadmap).map(({ question }) => question);
    const shelved = (await this.library.atHand()).find((one) => one.roadmap === roadmap);
    if (shelved?.builtIn !== true) return questions;
    const file = vscode.Uri.joinPath(this.extensionUri, "dist", "builtInGoldens.json");
    const all = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as BuiltInGoldens;
    const goldens = all[roadmap.id] ?? {};
    return questions.map((question) => ({ ...question, goldens: goldens[question.id] ?? [] }));
  }
}
