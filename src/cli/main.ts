// The command line's entry: streams, signals and exit codes. What the commands do is in files of their own.
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { version } from "../../package.json";
import { check } from "./check";
import { exitCodes, UsageError, type Console } from "./console";
import { grade } from "./grade";
import { importQuestions } from "./import";
import { modelBehind } from "./modelBehind";
import { qualify } from "./qualify";
import { help, parseCommand } from "./usage";

const stop = new AbortController();

process.once("SIGINT", () => stop.abort());
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has enough is no error of ours.
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  throw error;
});

let lastProgress = -Infinity;

const terminal: Console = {
  stdin: process.stdin,
  print: (line) => new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve())),
  complain: (line) => {
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
  },
  progress: (text) => {
    const now = performance.now();
    // A terminal is slower than the check; the empty text clears the line at the end.
    if (!process.stderr.isTTY || (text !== "" && now - lastProgress < 100)) return;
    lastProgress = now;
    process.stderr.write(`\r\x1b[K${text}`);
  },
  signal: stop.signal,
};

async function run(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  switch (command.name) {
    case "help":
      await terminal.print(help);
      return exitCodes.ok;
    case "version":
      await terminal.print(version);
      return exitCodes.ok;
    case "check":
      return check(command.folders, terminal, command);
    case "grade":
      return grade(command.options, command.model ? await modelBehind(command.model) : undefined, terminal);
    case "import":
      return importQuestions(command.options, terminal);
    case "qualify": {
      const { questions = builtInQuestions() } = command.options;
      return qualify({ ...command.options, questions }, await modelBehind(command.model), terminal);
    }
  }
}

/** The roadmap that is shipped beside this file's folder. */
function builtInQuestions(): string {
  return join(dirname(realpathSync(process.argv[1] ?? "")), "../questions/generative-ai");
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    terminal.complain(
      error instanceof UsageError
        ? `${error.message}\n(--help tells more)`
        : `stopped by an error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.findings;
  },
);
