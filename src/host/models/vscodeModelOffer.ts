// Offers once to grade with a model of VS Code's own, where it has one and the learner has set up none.
import * as vscode from "vscode";
import type { Settings } from "../settings";
import { showQuickPick } from "../shown";
import type { VscodeModels } from "./vscodeModels";

const flag = "tutor.vscodeModelOffered";

export class VscodeModelOffer {
  constructor(
    private readonly settings: Settings,
    private readonly models: VscodeModels,
    private readonly flags: vscode.Memento,
  ) {}

  /** True where the learner took one just now, which the settings then name. Asked once ever; a no is a no. */
  async ask(): Promise<boolean> {
    if (this.settings.grader !== "auto" || this.flags.get(flag) === true) return false;
    const models = await this.models.list();
    if (models.length === 0) return false;
    const none = vscode.l10n.t("No: check without a model, I mark it myself");
    const items = [
      { label: none, id: "" },
      ...models.map(({ id, name, vendor }) => ({ label: name, description: vendor, id })),
    ];
    const picked = await showQuickPick(items, {
      title: vscode.l10n.t("VS Code has models. Shall one of them grade your answers?"),
      placeHolder: vscode.l10n.t("Asked once. “Choose who grades…” changes it."),
      ignoreFocusOut: true,
    });
    await this.flags.update(flag, true);
    if (picked === undefined || picked.id === "") return false;
    await this.settings.write("vscodeModel", picked.id);
    return true;
  }
}
