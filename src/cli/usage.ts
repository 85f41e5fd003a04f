// The command line's grammar: its help and how arguments become options. Nothing is run here.
import { endpointOf, readBaseUrl } from "../grading/models/baseUrl";
import { parseArgs } from "node:util";
import { UsageError } from "./console";
import { checkFormats, type CheckFormat } from "./findingFormats";
import type { GradeOptions } from "./grade";

/** Shown by --help and after a usage error. */
export const help = `Usage:
  cli.js grade --answers FILE.jsonl [--questions DIR] [options]
  cli.js check [--format text|json|github] DIR...

grade reads one JSON object a line, {"id", "question", "text"}, and writes one a line, in the same order.
"question" is the id of a question in DIR, or an object {"prompt", "marks", "reference", "criteria"?}.
  --answers FILE       the answers; - reads standard input
  --questions DIR      folder of a roadmap; not needed where every question is an object
  --grader NAME        built-in (default; finds and never judges, no network) or model
  --base-url URL       OpenAI-compatible endpoint of the model (default https://api.openai.com/v1)
  --model NAME         the model to ask
  --strict             one request for each criterion
  --concurrency N      answers graded at once, 1 to 64 (default 1; 4 with a model)
The key for the model is read from TUTOR_API_KEY, for api.openai.com else from OPENAI_API_KEY;
a local server needs none.

check validates roadmaps, holds the built-in check against their goldens and prints file:line: message.
  --format FORMAT      text (default), json (one line with the list), or github (annotations of a workflow)
  --table              the goldens by kind, on standard error

Other options: --help, --version
Exit codes: 0 all graded or checked, no finding; 1 some not, or a finding; 2 wrong usage.`;

/** Which model to ask, and where. */
export interface ModelOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly strict: boolean;
}

/** What the command line asks for. */
export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | {
      readonly name: "check";
      readonly folders: readonly string[];
      readonly format: CheckFormat;
      readonly table: boolean;
    }
  | { readonly name: "grade"; readonly options: GradeOptions; readonly model?: ModelOptions };

/** Reads the arguments behind the script's name. Throws UsageError. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const [name, ...rest] = positionals;
  if (name === "check") {
    const option = Object.keys(values).find((key) => key !== "format" && key !== "table");
    if (option !== undefined) throw new UsageError(`check takes no --${option}`);
    return { name, folders: rest, format: checkFormat(values.format), table: values.table === true };
  }
  if (values.format !== undefined) throw new UsageError("--format is for check");
  if (values.table) throw new UsageError("--table is for check");
  if (name !== "grade")
    throw new UsageError(
      name === undefined ? "which command: grade or check?" : `there is no command "${name}": use grade or check`,
    );
  if (rest.length > 0)
    throw new UsageError(`grade takes no "${String(rest[0])}": name files with --answers and --questions`);
  if (values.answers === undefined) throw new UsageError("grade needs --answers FILE.jsonl (or - for standard input)");
  const model = modelOptions(values);
  const options = {
    answers: values.answers,
    concurrency: concurrency(values.concurrency, model ? 4 : 1),
    ...(values.questions === undefined ? {} : { questions: values.questions }),
  };
  return { name, options, ...(model ? { model } : {}) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        answers: { type: "string" },
        format: { type: "string" },
        questions: { type: "string" },
        grader: { type: "string" },
        "base-url": { type: "string" },
        model: { type: "string" },
        strict: { type: "boolean" },
        concurrency: { type: "string" },
        table: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof parse>["values"];

function modelOptions(values: Values): ModelOptions | undefined {
  const grader = values.grader ?? "built-in";
  if (grader !== "built-in" && grader !== "model")
    throw new UsageError(`there is no grader "${grader}": use built-in or model`);
  if (grader === "built-in") {
    const stray = (["base-url", "model", "strict"] as const).find((option) => values[option] !== undefined);
    if (stray !== undefined) throw new UsageError(`--${stray} is for --grader model`);
    return undefined;
  }
  if (!values.model) throw new UsageError("--grader model needs --model NAME");
  const baseUrl = values["base-url"] ?? "https://api.openai.com/v1";
  if (readBaseUrl(baseUrl).kind === "bad" && endpointOf(baseUrl) === "")
    throw new UsageError(`--base-url must be an http or https address, not "${baseUrl}"`);
  return { baseUrl, model: values.model, strict: values.strict ?? false };
}

function checkFormat(given = "text"): CheckFormat {
  const format = checkFormats.find((known) => known === given);
  if (!format) throw new UsageError(`there is no format "${given}": use ${checkFormats.join(", ")}`);
  return format;
}

function concurrency(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const n = Number(given);
  if (!/^\d+$/.test(given) || n < 1 || n > 64)
    throw new UsageError(`--concurrency must be a whole number from 1 to 64, not "${given}"`);
  return n;
}
