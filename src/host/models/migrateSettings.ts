// Moves the settings of a model from their first names to those of today, once and only what the learner's own settings
// hold. `tutor.model` is a value now, so nothing may stand below it: VS Code drops one or the other of two such names.
import * as vscode from "vscode";
import type { Log } from "../log";
import { settingsMoves, type SettingsMove } from "./settingsMoves";

/**
 * Moves what there is to move; does nothing, at the cost of eight look-ups, where there is nothing. Never rejects: what
 * cannot be written is logged, stays where it is, and is tried again at the next start.
 */
export async function migrateSettings(log: Log): Promise<void> {
  for (const move of settingsMoves(ownValue)) {
    try {
      await make(move);
    } catch (error) {
      log.warn(
        `The setting tutor.${move.name} was not moved: ${error instanceof Error ? error.message : String(error)}`,
      );
      return;
    }
  }
}

async function make(move: SettingsMove): Promise<void> {
  const value = move.kind === "set" ? move.value : undefined;
  await vscode.workspace.getConfiguration("tutor").update(move.name, value, vscode.ConfigurationTarget.Global);
}

/**
 * What the learner's own settings say: those of this machine where the window is a remote one, as for every setting of
 * scope `machine`, and never those of a workspace.
 */
function ownValue(name: string): unknown {
  const found = vscode.workspace.getConfiguration("tutor").inspect(name);
  if (found === undefined) return undefined;
  if (vscode.env.remoteName === undefined || !("globalLocalValue" in found)) return found.globalValue;
  return "globalRemoteValue" in found ? found.globalRemoteValue : undefined;
}
