// A window with the scripted provider of chat models installed beside the extension. Proposed API is on in it, for VS
// Code asks a learner's consent only where a provider uses that. Knows nothing of what the extension shows.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { homeFolders, installVsix, launchBrowser, newHome, startServer } from "../../../scripts/realVscode.mjs";
import { packChatProvider } from "../../../scripts/vscode/packChatProvider.mjs";
import { quietSettings, writeSettings } from "../../../scripts/vscode/settings.mjs";
import type { ChatProviderServer } from "../../support/chatProviderServer";
import { Workbench } from "./workbench";

/** Opens it; `machineSettings` come beside the provider's own. */
export async function openWithChatProvider(
  provider: ChatProviderServer,
  machineSettings: Readonly<Record<string, unknown>>,
): Promise<Workbench> {
  const home = await newHome();
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-study-"));
  await writeSettings(homeFolders(home).settings, quietSettings);
  await writeSettings(homeFolders(home).machineSettings, { ...machineSettings, "chatProvider.url": provider.url });
  const ours = process.env["ROADMAP_TUTOR_VSIX"];
  if (ours === undefined) throw new Error("Run `npm run test:e2e`: it builds the package under test.");
  // One after the other: both write the same list of extensions.
  for (const vsix of [ours, await packChatProvider(home)]) await installVsix(home, vsix);
  const [server, browser] = await Promise.all([startServer({ home, smokeTest: true }), launchBrowser()]);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 1200 } })).newPage();
  page.setDefaultTimeout(20_000);
  const payload = encodeURIComponent(JSON.stringify([["enableProposedApi", "true"]]));
  await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}&payload=${payload}`);
  await page.locator('.activitybar a.action-label[aria-label^="Roadmap Tutor"]').waitFor();
  return new Workbench(page, browser, server, folder);
}

/** VS Code's question whether an extension may use a provider's models, once it is there. */
export async function consentDialog(workbench: Workbench): Promise<Locator> {
  const dialog = workbench.page.locator(".monaco-dialog-box", { hasText: "wants to access the language models" });
  await dialog.waitFor();
  return dialog;
}

/** Answers it. */
export async function answerConsent(dialog: Locator, answer: "Allow" | "Cancel"): Promise<void> {
  await dialog.locator(".monaco-button", { hasText: answer }).click();
  await dialog.waitFor({ state: "detached" });
}
