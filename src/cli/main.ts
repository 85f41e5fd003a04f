// The command line's entry: which command, which streams, which exit code. The commands are in files of their own.
import { check } from "./check";
import { exitCodes, UsageError, type Console } from "./console";

const stop = new AbortController();

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has enough is no error of ours.
  if (error.code !== "EPIPE") throw error;
  stop.abort();
  process.exit(exitCodes.ok);
});

const terminal: Console = {
  stdin: process.stdin,
  print: (line) =>
    new Promise((resolve) => {
      if (process.stdout.write(`${line}\n`)) resolve();
      else process.stdout.once("drain", resolve);
    }),
  complain: (line) => process.stderr.write(`${line}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
  },
  signal: stop.signal,
};

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === "check") return check(rest, terminal);
  throw new UsageError("commands: check");
}

run(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    terminal.complain(error instanceof UsageError ? error.message : String(error));
    process.exitCode = exitCodes.usage;
  },
);
