// API keys, one per service, in the secret storage only. Never in settings, logs or attempts.
import type * as vscode from "vscode";

/** Keeps a key under the origin of its service, so that a key never reaches another host. */
export class Keys {
  constructor(private readonly secrets: vscode.SecretStorage) {}

  /** The key of the service at `baseUrl`, or undefined. */
  async get(baseUrl: string): Promise<string | undefined> {
    return this.secrets.get(secretName(baseUrl));
  }

  async set(baseUrl: string, key: string): Promise<void> {
    await this.secrets.store(secretName(baseUrl), key);
  }

  async forget(baseUrl: string): Promise<void> {
    await this.secrets.delete(secretName(baseUrl));
  }
}

function secretName(baseUrl: string): string {
  return `tutor.key:${new URL(baseUrl).origin}`;
}
