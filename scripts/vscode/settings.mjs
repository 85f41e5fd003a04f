// The settings a new home begins with: a quiet VS Code, so that a page shows the extension and nothing else.
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Settings of VS Code's own that take away what has nothing to do with studying. */
export const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "git.enabled": false,
};

/**
 * Writes settings as JSON; an existing file is kept where `keep` is set.
 * @param {string} path
 * @param {Readonly<Record<string, unknown>>} settings
 * @param {{ readonly keep?: boolean }} [options]
 */
export async function writeSettings(path, settings, { keep = false } = {}) {
  if (keep && existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(settings, null, 2)}\n`);
}
