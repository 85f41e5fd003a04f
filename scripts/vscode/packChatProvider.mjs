// Packs the provider of chat models that the end-to-end tests install beside the extension. Never part of our package.
import { createVSIX } from "@vscode/vsce";
import { join } from "node:path";
import { root } from "./versions.mjs";

/**
 * Packs test/fixtures/chat-provider into a folder.
 * @param {string} folder an existing one
 * @returns {Promise<string>} the package's path, for `installVsix`
 */
export async function packChatProvider(folder) {
  const packagePath = join(folder, "chat-provider.vsix");
  // Two options are known to the code and not to its types.
  /** @type {Parameters<typeof createVSIX>[0] & Record<string, unknown>} */
  const options = {
    cwd: join(root, "test", "fixtures", "chat-provider"),
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
    // Consent is asked for providers with the proposed half of this API only.
    allowAllProposedApis: true,
  };
  await createVSIX(options);
  return packagePath;
}
