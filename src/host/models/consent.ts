// Asks once for each host that is not this machine whether the learner's text may go there. VS Code asks for its own
// models itself.
import * as vscode from "vscode";
import { endpointOf, isThisMachine } from "../../grading/models/baseUrl";
import { showInformationMessage } from "../shown";

const flag = "tutor.agreedHosts";

export class Consent {
  constructor(private readonly flags: vscode.Memento) {}

  /** True where text may go to this endpoint: it is on this machine, agreed to before, or agreed to now. */
  async ask(endpoint: string): Promise<boolean> {
    const host = hostOf(endpoint);
    if (host === undefined || isThisMachine(endpoint) || this.agreed.includes(host)) return true;
    const send = vscode.l10n.t("Send it there");
    const chosen = await showInformationMessage(
      vscode.l10n.t("Your answer will be sent to {0}.", host),
      {
        modal: true,
        detail: vscode.l10n.t(
          "The answer, its question and the question's rubric go to this host, and nowhere else. You are asked once for each host.",
        ),
      },
      send,
    );
    if (chosen !== send) return false;
    await this.agree(endpoint);
    return true;
  }

  /** The learner was told where the text goes, and chose it. */
  async agree(endpoint: string): Promise<void> {
    const host = hostOf(endpoint);
    if (host !== undefined && !this.agreed.includes(host)) await this.flags.update(flag, [...this.agreed, host]);
  }

  private get agreed(): readonly string[] {
    const kept = this.flags.get<unknown>(flag);
    return Array.isArray(kept) ? kept.filter((host) => typeof host === "string") : [];
  }
}

/** Undefined for what is no address, such as the models of VS Code's own. */
function hostOf(endpoint: string): string | undefined {
  const address = endpointOf(endpoint);
  return /^https?:/.test(endpoint) && address !== "" ? new URL(address).host : undefined;
}
