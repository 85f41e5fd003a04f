// Child processes that never outlive this one: each is started in a group of its own and the group is ended with us.
import { spawn, spawnSync } from "node:child_process";

const running = new Set();
let watching = false;

/**
 * Starts a program whose whole process group ends when this process ends, however it ends.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function startChild(command, args, options = {}) {
  watch();
  const child = spawn(command, args, { detached: process.platform !== "win32", ...options });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

/**
 * Ends a child's process group and resolves when the child is gone.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return endGroup(child, "SIGKILL");
  const gone = new Promise((resolve) => child.once("exit", resolve));
  endGroup(child, "SIGTERM");
  const force = setTimeout(() => endGroup(child, "SIGKILL"), 500);
  await gone;
  clearTimeout(force);
  endGroup(child, "SIGKILL");
}

/**
 * Ends a child's process group at once, as a crash or a power cut would, and resolves when the child is gone.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function killChild(child) {
  const gone =
    child.exitCode !== null || child.signalCode !== null
      ? undefined
      : new Promise((resolve) => child.once("exit", resolve));
  endGroup(child, "SIGKILL");
  await gone;
}

/** Signals the child and all that it started; says nothing if they are gone already. */
function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

function watch() {
  if (watching) return;
  watching = true;
  process.on("exit", () => running.forEach((child) => endGroup(child, "SIGKILL")));
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
    process.on(signal, () => process.exit(code));
}
