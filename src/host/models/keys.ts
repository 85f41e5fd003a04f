// API keys, one per service, in the secret storage only. Never in settings, logs or attempts.
import type * as vscode from "vscode";
import { endpointOf } from "../../grading/models/baseUrl";

/** Keeps a key under the origin of its service, so that a key never reaches another host. */
export class Keys {
  constructor(private readonly secrets: vscode.SecretStorage) {}

  /** The key of the service at `baseUrl`, or undefined; undefined too where that is no URL. */
  async get(baseUrl: string): Promise<string | undefined> {
    const name = secretName(baseUrl);
    return name === undefined ? undefined : this.secrets.get(name);
  }

  async set(baseUrl: string, key: string): Promise<void> {
    const name = secretName(baseUrl);
    if (name !== undefined) await this.secrets.store(name, key);
  }

  async forget(baseUrl: string): Promise<void> {
    const name = secretName(baseUrl);
    if (name !== undefined) await this.secrets.delete(name);
  }
}

function secretName(baseUrl: string): string | undefined {
  const endpoint = endpointOf(baseUrl);
  return endpoint === "" ? undefined : `tutor.key:${new URL(endpoint).origin}`;
}
