// Builds the real command line once and runs it as a user does: a process with arguments, input, output and exit code.
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");

/** Builds dist/cli.js's bundle into `folder`; returns its path. */
export async function buildCommandLine(folder: string): Promise<string> {
  const outfile = join(folder, "cli.js");
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "es2022",
    logLevel: "error",
    alias: { "@vscode/l10n": "./node_modules/@vscode/l10n/dist/browser.js" },
  });
  return outfile;
}

/** What a run came to. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line; `env` is added to an environment without keys. */
export function start(
  cli: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.endsWith("_API_KEY")));
  return spawn(process.execPath, [cli, ...args], { env: { ...clean, ...env } });
}

/** Waits for a process to end, collecting what it says. */
export async function finished(child: ChildProcessWithoutNullStreams): Promise<Run> {
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** Runs to the end with `input` on standard input. */
export async function run(
  cli: string,
  args: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const child = start(cli, args, env);
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return finished(child);
}
