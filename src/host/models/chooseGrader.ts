// "Choose who grades…": the check, the service that is set up, or a model of VS Code's own; and what each leads to.
import * as vscode from "vscode";
import { endpointOf } from "../../grading/models/baseUrl";
import type { GraderChoice } from "../grading/graderChoice";
import type { Settings } from "../settings";
import { showQuickPick } from "../shown";
import type { VscodeModels } from "./vscodeModels";

type Item = vscode.QuickPickItem & { readonly choose?: () => unknown };

export class ChooseGrader {
  constructor(
    private readonly settings: Settings,
    private readonly choice: GraderChoice,
    private readonly models: VscodeModels,
  ) {}

  async run(): Promise<void> {
    const picked = await showQuickPick(await this.items(), {
      title: vscode.l10n.t("Who grades your answers?"),
      matchOnDescription: true,
    });
    await picked?.choose?.();
  }

  private async items(): Promise<readonly Item[]> {
    const { t } = vscode.l10n;
    const { model, vscodeModel } = this.settings;
    const { kind } = this.choice;
    const own = await this.models.list();
    const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
    const chosen = (is: boolean): string => (is ? ` · ${t("chosen now")}` : "");
    const service: readonly Item[] =
      model.baseUrl === "" || model.name === ""
        ? []
        : [
            {
              label: model.name,
              iconPath: new vscode.ThemeIcon("server"),
              description: `${endpointOf(model.baseUrl)}${chosen(kind === "openai-compatible")}`,
              choose: () => this.settings.write("grader", "openai-compatible"),
            },
          ];
    return [
      {
        label: t("No model"),
        iconPath: new vscode.ThemeIcon("checklist"),
        description: `${t("answers are checked here, you mark them")}${chosen(kind === undefined)}`,
        choose: () => this.settings.write("grader", "none"),
      },
      ...service,
      ...(own.length > 0 ? [separator(t("VS Code's own models"))] : []),
      ...own.map(({ id, name, vendor }) => ({
        label: name,
        iconPath: new vscode.ThemeIcon("hubot"),
        description: `${vendor}${chosen(kind === "vscode" && id === vscodeModel)}`,
        choose: async () => {
          await this.settings.write("vscodeModel", id);
          await this.settings.write("grader", "vscode");
        },
      })),
      separator(""),
      { label: t("Set up a model…"), choose: () => vscode.commands.executeCommand("tutor.setUpModel") },
      ...(kind === undefined
        ? []
        : [
            {
              label: t("Check this model on sample answers…"),
              choose: () => vscode.commands.executeCommand("tutor.checkModel"),
            },
          ]),
    ];
  }
}
