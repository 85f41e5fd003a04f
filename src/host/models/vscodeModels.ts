// Which chat models VS Code offers at present. Asks for them when it is asked itself and never at activation: listing
// them wakes every provider extension, and asking for one of a vendor wakes that vendor's.
import * as vscode from "vscode";
import { errorMessage } from "../../core/text/errorMessage";
import type { Log } from "../log";
import { modelIdOf, readModelId, type VscodeModel } from "./vscodeModelId";

/** `vscode.lm` as far as it is used; absent in a VS Code or a fork without it. */
type ModelsApi = Pick<typeof vscode.lm, "selectChatModels" | "onDidChangeChatModels">;

export class VscodeModels implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Models came or went. A provider that is simply taken away is not always told of: see `find`. */
  readonly onDidChange = this.changed.event;
  private listening: vscode.Disposable | undefined;

  constructor(
    private readonly log: Log,
    private readonly api: ModelsApi | undefined = modelsApi(),
  ) {}

  /** All models, each once, in VS Code's order; none where there is no such thing, as in a web worker. */
  async list(): Promise<readonly VscodeModel[]> {
    const byId = new Map<string, VscodeModel>();
    for (const { vendor, id: model, name } of await this.select({})) {
      const id = modelIdOf(vendor, model);
      if (!byId.has(id)) byId.set(id, { id, vendor, model, name: name === "" ? model : name });
    }
    return [...byId.values()];
  }

  /** The model of this id (`<vendor>/<model>`), or undefined where it is not there now. */
  async find(id: string): Promise<vscode.LanguageModelChat | undefined> {
    const { vendor, model } = readModelId(id);
    const found = (await this.select({ vendor, id: model })).find((m) => m.vendor === vendor && m.id === model);
    return found;
  }

  /**
   * Calls back with whether the model is there, now and whenever that changes. Wakes the model's provider, so it is to
   * be called once the learner has used the model.
   */
  watch(id: string, tell: (present: boolean) => void): vscode.Disposable {
    let known: boolean | undefined;
    let ended = false;
    const look = async (): Promise<void> => {
      const present = (await this.find(id)) !== undefined;
      if (ended || present === known) return;
      known = present;
      tell(present);
    };
    const subscription = this.onDidChange(() => void look());
    void look();
    return new vscode.Disposable(() => {
      ended = true;
      subscription.dispose();
    });
  }

  dispose(): void {
    this.listening?.dispose();
    this.changed.dispose();
  }

  private async select(selector: vscode.LanguageModelChatSelector): Promise<readonly vscode.LanguageModelChat[]> {
    if (this.api === undefined) return [];
    this.listening ??= this.api.onDidChangeChatModels(() => this.changed.fire());
    try {
      return await this.api.selectChatModels(selector);
    } catch (error) {
      this.log.warn(`VS Code did not list its chat models: ${errorMessage(error)}`);
      return [];
    }
  }
}

function modelsApi(): ModelsApi | undefined {
  const { lm } = vscode as { readonly lm?: Partial<ModelsApi> };
  const { selectChatModels, onDidChangeChatModels } = lm ?? {};
  return selectChatModels === undefined || onDidChangeChatModels === undefined
    ? undefined
    : { selectChatModels, onDidChangeChatModels };
}
