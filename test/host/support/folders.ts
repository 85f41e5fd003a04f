// Temporary folders and waiting, for tests inside an extension host.
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";

const made: string[] = [];

/** A new, empty folder of the machine that runs the extension. */
export async function newFolder(): Promise<vscode.Uri> {
  const path = await mkdtemp(join(await realpath(tmpdir()), "tutor-host-"));
  made.push(path);
  return vscode.Uri.file(path);
}

/** Removes every folder that `newFolder` made. */
export async function removeFolders(): Promise<void> {
  await Promise.all(made.splice(0).map((path) => rm(path, { recursive: true, force: true })));
}

/** Resolves with the first event for which `wanted` holds. Begin to wait before what causes it. */
export function nextEvent<T>(event: vscode.Event<T>, wanted: (value: T) => boolean = () => true): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event((value) => {
      if (!wanted(value)) return;
      subscription.dispose();
      resolve(value);
    });
  });
}

/** Resolves once `holds` is true, asked again at each event. The suite's own timeout ends a wait in vain. */
export async function until(event: vscode.Event<unknown>, holds: () => boolean): Promise<void> {
  while (!holds()) await nextEvent(event);
}
