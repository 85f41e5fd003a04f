// A window with the scripted provider of chat models installed beside the extension, and VS Code's question of consent.
// Knows nothing of what the extension shows.
import type { Locator, Page } from "playwright-core";
import { installVsix } from "../../../scripts/realVscode.mjs";
import { packChatProvider } from "../../../scripts/vscode/packChatProvider.mjs";
import type { ChatProviderServer } from "../../support/chatProviderServer";
import { withQualified } from "./learner";
import { openWorkbench, type Workbench } from "./workbench";

const providerExtension = "roadmap-tutor-tests.chat-provider";

/** Opens it; `machineSettings` come beside the provider's own. */
export async function openWithChatProvider(
  provider: ChatProviderServer,
  machineSettings: Readonly<Record<string, unknown>>,
): Promise<Workbench> {
  const workbench = await openWorkbench({
    machineSettings: { ...machineSettings, "chatProvider.url": provider.url },
    // So tall that the topics show beside the view below them.
    size: { width: 1280, height: 1200 },
    prepare: async ({ home }) => {
      await installVsix(home, await packChatProvider(home));
      await withQualified("vscode.lm/scripted", "honest")({ home });
    },
  });
  await allowProposedApi(workbench.page);
  await workbench.load();
  return workbench;
}

/**
 * Lets the provider use proposed API from the next load on: VS Code asks for consent only where a provider does. The
 * configuration that the page reads says so, as an embedder's would. (The server's smoke test mode can do it too, but
 * shows no messages; a page that is fulfilled by a route cannot connect to its server.)
 */
async function allowProposedApi(page: Page): Promise<void> {
  await page.addInitScript((extension) => {
    const read = Reflect.get(Element.prototype, "getAttribute");
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (this.id !== "vscode-workbench-web-configuration" || name !== "data-settings" || value === null) return value;
      return JSON.stringify({ ...(JSON.parse(value) as object), enabledExtensionProposedApi: [extension] });
    };
  }, providerExtension);
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
