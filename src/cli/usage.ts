// The command line's grammar: its help and how arguments become options. Nothing is run here.
import { errorMessage } from "../core/text/errorMessage";
import { endpointOf, readBaseUrl } from "../grading/models/baseUrl";
import { parseArgs } from "node:util";
import { UsageError } from "./console";
import { checkFormats, type CheckFormat } from "./findingFormats";
import type { GradeOptions } from "./grade";
import type { ImportOptions } from "./import";
import { defaultQualificationsFile } from "./keptQualifications";
import type { QualifyOptions } from "./qualify";

/** Shown by --help and after a usage error. */
export const help = `Usage:
  cli.js grade --answers FILE.jsonl [--questions DIR] [options]
  cli.js qualify --model NAME [--base-url URL] [--questions DIR] [--quick] [--baseline] [--json FILE]
  cli.js check [--format text|json|github] [--answers FILE.jsonl] DIR...
  cli.js import FILE... --into DIR [--topic ID] [--dry-run]

grade reads one JSON object a line, {"id", "question", "text"}, and writes one a line, in the same order.
"question" is the id of a question in DIR, or an object {"prompt", "marks", "reference", "criteria"?}.
  --answers FILE       the answers; - reads standard input
  --questions DIR      folder of a roadmap; not needed where every question is an object
  --grader NAME        built-in (default; finds and never judges, no network) or model
  --base-url URL       OpenAI-compatible endpoint of the model (default https://api.openai.com/v1)
  --model NAME         the model to ask
  --strict             one request for each criterion
  --concurrency N      answers graded at once, 1 to 64 (default 1; 4 with a model)
  --timeout S          seconds to wait for the first words of a reply (default 120), five times that in all
  --unqualified        also with a model that qualify found unfit, or good for remarks only
The key for the model is read from TUTOR_API_KEY, for api.openai.com else from OPENAI_API_KEY;
a local server needs none.

qualify tries a model on the sample answers (goldens) of a roadmap and says whether it may give marks.
  --questions DIR      folder of the roadmap (default: the built-in one)
  --quick              12 answers of 3 questions, not all
  --baseline           also the plain prompt "grade 0-4 against the reference", on the same answers
  --json FILE          writes the result there, not as the last line of the output
The result is kept for grade in --qualifications FILE (default: TUTOR_QUALIFICATIONS, else
roadmap-tutor/qualifications.json in the cache folder); it expires with model, endpoint, prompt and goldens.

check validates roadmaps, holds the built-in check against their goldens and prints file:line: message.
  --format FORMAT      text (default), json (one line with the list), or github (annotations of a workflow)
  --table              the goldens by kind, on standard error
  --answers FILE       blind answers by people who know it, {"question", "answer", "verdicts"?} a line: how many of
                       them produced each criterion, on standard error; under 8 of 10 is a finding. "verdicts" are
                       {criterion: verdict}; without them the check's "found" counts, and words only find

import makes questions from Markdown lists and notes, tables (CSV, TSV) and GIFT; a FILE may be a folder of notes.
  --into DIR           the roadmap's folder; a new one is made. No file is overwritten
  --topic ID           the topic that all questions go to (default: by headings, columns, categories, names)
  --dry-run            says what would be written, and writes nothing

Other options: --help, --version
Exit codes: 0 all graded or checked, no error found (warnings alone are none), model qualified; 1 some not, an error,
not qualified; 2 wrong usage.`;

/** Which model to ask, and where. */
export interface ModelOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly strict: boolean;
  /** Milliseconds. */
  readonly timeout?: number;
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
      readonly answers?: string;
    }
  | { readonly name: "import"; readonly options: ImportOptions }
  | { readonly name: "grade"; readonly options: GradeOptions; readonly model?: ModelOptions }
  | {
      readonly name: "qualify";
      /** Without a folder: the built-in roadmap. */
      readonly options: Omit<QualifyOptions, "questions"> & Partial<Pick<QualifyOptions, "questions">>;
      readonly model: ModelOptions;
    };

/** Reads the arguments behind the script's name. Throws UsageError. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { name: "help" };
  if (values.version) return { name: "version" };
  const [name, ...rest] = positionals;
  if (name === "check") {
    const option = Object.keys(values).find((key) => !["format", "table", "answers"].includes(key));
    if (option !== undefined) throw new UsageError(`check takes no --${option}`);
    const { answers } = values;
    const format = checkFormat(values.format);
    return { name, folders: rest, format, table: values.table === true, ...(answers === undefined ? {} : { answers }) };
  }
  if (values.format !== undefined) throw new UsageError("--format is for check");
  if (values.table) throw new UsageError("--table is for check");
  if (name === "import") return importCommand(values, rest);
  const forImport = (["into", "topic", "dry-run"] as const).find((option) => values[option] !== undefined);
  if (forImport !== undefined) throw new UsageError(`--${forImport} is for import`);
  if (name === "qualify") return qualifyCommand(values, rest);
  const forQualify = (["quick", "baseline", "json"] as const).find((option) => values[option] !== undefined);
  if (forQualify !== undefined) throw new UsageError(`--${forQualify} is for qualify`);
  if (name !== "grade")
    throw new UsageError(
      name === undefined
        ? "which command: grade, qualify, check or import?"
        : `there is no command "${name}": use grade, qualify, check or import`,
    );
  if (rest.length > 0)
    throw new UsageError(`grade takes no "${String(rest[0])}": name files with --answers and --questions`);
  if (values.answers === undefined) throw new UsageError("grade needs --answers FILE.jsonl (or - for standard input)");
  const model = modelOptions(values);
  const options = {
    answers: values.answers,
    concurrency: concurrency(values.concurrency, model ? 4 : 1),
    kept: keptFile(values),
    unqualified: values.unqualified ?? false,
    ...(values.questions === undefined ? {} : { questions: values.questions }),
  };
  return { name, options, ...(model ? { model } : {}) };
}

function importCommand(values: Values, sources: readonly string[]): Command {
  const stray = Object.keys(values).find((option) => !["into", "topic", "dry-run"].includes(option));
  if (stray !== undefined) throw new UsageError(`import takes no --${stray}`);
  if (sources.length === 0)
    throw new UsageError("import needs the files to import, e.g. import notes.md --into roadmap");
  if (!values.into) throw new UsageError("import needs --into DIR, the folder of a roadmap");
  const { into, topic, "dry-run": dryRun = false } = values;
  return { name: "import", options: { sources, into, dryRun, ...(topic === undefined ? {} : { topic }) } };
}

function qualifyCommand(values: Values, rest: readonly string[]): Command {
  if (rest.length > 0) throw new UsageError(`qualify takes no "${String(rest[0])}": name the folder with --questions`);
  const takes: readonly string[] = ["base-url", "model", "strict", "timeout", "questions", "quick", "baseline", "json"];
  const stray = Object.keys(values).find((option) => option !== "qualifications" && !takes.includes(option));
  if (stray !== undefined) throw new UsageError(`qualify takes no --${stray}`);
  if (!values.model) throw new UsageError("qualify needs --model NAME");
  const { quick = false, baseline = false, json, questions } = values;
  const options = {
    run: quick ? ("quick" as const) : ("full" as const),
    baseline,
    kept: keptFile(values),
    ...(json === undefined ? {} : { json }),
    ...(questions === undefined ? {} : { questions }),
  };
  return { name: "qualify", options, model: modelNamed(values, values.model) };
}

function keptFile({ qualifications }: Values): string {
  return qualifications ?? (process.env["TUTOR_QUALIFICATIONS"] || defaultQualificationsFile());
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
        quick: { type: "boolean" },
        baseline: { type: "boolean" },
        json: { type: "string" },
        qualifications: { type: "string" },
        unqualified: { type: "boolean" },
        timeout: { type: "string" },
        into: { type: "string" },
        topic: { type: "string" },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(errorMessage(error));
  }
}

type Values = ReturnType<typeof parse>["values"];

function modelOptions(values: Values): ModelOptions | undefined {
  const grader = values.grader ?? "built-in";
  if (grader !== "built-in" && grader !== "model")
    throw new UsageError(`there is no grader "${grader}": use built-in or model`);
  if (grader === "built-in") {
    const stray = (["base-url", "model", "strict", "timeout", "unqualified"] as const).find(
      (option) => values[option] !== undefined,
    );
    if (stray !== undefined) throw new UsageError(`--${stray} is for --grader model`);
    return undefined;
  }
  if (!values.model) throw new UsageError("--grader model needs --model NAME");
  return modelNamed(values, values.model);
}

function modelNamed(values: Values, model: string): ModelOptions {
  const baseUrl = values["base-url"] ?? "https://api.openai.com/v1";
  if (readBaseUrl(baseUrl).kind === "bad" && endpointOf(baseUrl) === "")
    throw new UsageError(`--base-url must be an http or https address, not "${baseUrl}"`);
  const { timeout } = values;
  const seconds = Number(timeout);
  if (timeout !== undefined && !(seconds >= 1 && seconds <= 86_400))
    throw new UsageError(`--timeout must be a number of seconds from 1 to 86400, not "${timeout}"`);
  return {
    baseUrl,
    model,
    strict: values.strict ?? false,
    ...(timeout === undefined ? {} : { timeout: Math.round(1000 * seconds) }),
  };
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
