// Whether Git keeps a text: then a checkout, a stash or a rebase that replaces the file has lost nothing of it.
import * as vscode from "vscode";

/** Folders looked into, from the file's own upwards. */
const mostFolders = 16;

/**
 * True where a repository around the file has this very content, as it does from `git add` on. Content that it packed
 * since is not found.
 */
export async function gitHolds({ scheme, authority, path }: vscode.Uri, content: Uint8Array): Promise<boolean> {
  const object = await objectPath(content);
  const names = path.split("/").slice(0, -1);
  for (let depth = names.length; depth > Math.max(0, names.length - mostFolders); depth--) {
    const folder = vscode.Uri.from({ scheme, authority, path: names.slice(0, depth).join("/") || "/" });
    if (await exists(vscode.Uri.joinPath(folder, object))) return true;
  }
  return false;
}

/** Where Git keeps a content: by the SHA-1 of it behind its kind and length. */
async function objectPath(content: Uint8Array): Promise<string> {
  const header = new TextEncoder().encode(`blob ${String(content.length)}\0`);
  const whole = new Uint8Array(header.length + content.length);
  whole.set(header);
  whole.set(content, header.length);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", whole));
  const name = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `.git/objects/${name.slice(0, 2)}/${name.slice(2)}`;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
