// How arguments become a command, and what is said of those that do not.
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/console";
import { defaultQualificationsFile } from "../../../src/cli/keptQualifications";
import { parseCommand } from "../../../src/cli/usage";

const others = { kept: defaultQualificationsFile(), unqualified: false };

describe("parseCommand", () => {
  it.each<[string, readonly string[], ReturnType<typeof parseCommand>]>([
    [
      "grades with the built-in grader, one at a time",
      ["grade", "--answers", "a.jsonl"],
      { name: "grade", options: { answers: "a.jsonl", concurrency: 1, ...others } },
    ],
    [
      "takes the questions' folder",
      ["grade", "--questions", "q", "--answers", "-", "--concurrency=8"],
      { name: "grade", options: { answers: "-", questions: "q", concurrency: 8, ...others } },
    ],
    [
      "grades with a model, four at once",
      [
        "grade",
        "--answers",
        "-",
        "--grader",
        "model",
        "--model",
        "m",
        "--base-url",
        "http://127.0.0.1:11434/v1",
        "--strict",
      ],
      {
        name: "grade",
        options: { answers: "-", concurrency: 4, ...others },
        model: { baseUrl: "http://127.0.0.1:11434/v1", model: "m", strict: true },
      },
    ],
    [
      "asks OpenAI where no address is given",
      ["grade", "--answers", "-", "--grader", "model", "--model", "m"],
      {
        name: "grade",
        options: { answers: "-", concurrency: 4, ...others },
        model: { baseUrl: "https://api.openai.com/v1", model: "m", strict: false },
      },
    ],
    [
      "checks several folders",
      ["check", "a", "b"],
      { name: "check", folders: ["a", "b"], format: "text", table: false },
    ],
    [
      "shows the goldens by kind",
      ["check", "a", "--table"],
      { name: "check", folders: ["a"], format: "text", table: true },
    ],
    [
      "checks for a workflow",
      ["check", "--format", "github", "a"],
      { name: "check", folders: ["a"], format: "github", table: false },
    ],
    [
      "grades with a model that is known to be unfit, where one insists",
      ["grade", "--answers", "-", "--grader", "model", "--model", "m", "--unqualified", "--qualifications", "k.json"],
      {
        name: "grade",
        options: { answers: "-", concurrency: 4, kept: "k.json", unqualified: true },
        model: { baseUrl: "https://api.openai.com/v1", model: "m", strict: false },
      },
    ],
    [
      "tries a model on a few sample answers",
      [
        "qualify",
        "--model",
        "m",
        "--base-url",
        "http://127.0.0.1:1/v1",
        "--quick",
        "--baseline",
        "--json",
        "r.json",
        "--timeout",
        "9",
      ],
      {
        name: "qualify",
        options: { run: "quick", baseline: true, json: "r.json", kept: others.kept },
        model: { baseUrl: "http://127.0.0.1:1/v1", model: "m", strict: false, timeout: 9000 },
      },
    ],
    ["helps, whatever else is said", ["grade", "-h"], { name: "help" }],
    ["tells its version", ["--version"], { name: "version" }],
  ])("%s", (_, args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["no command", [], /which command/],
    ["an unknown command", ["report"], /no command "report"/],
    ["an unknown option, such as a key", ["grade", "--key", "x"], /--key/],
    ["no answers", ["grade"], /needs --answers/],
    ["a file without its option", ["grade", "a.jsonl"], /takes no "a\.jsonl"/],
    ["an unknown grader", ["grade", "--answers", "-", "--grader", "oracle"], /no grader "oracle"/],
    ["a model without a name", ["grade", "--answers", "-", "--grader", "model"], /needs --model/],
    [
      "a base URL that is none",
      ["grade", "--answers", "-", "--grader", "model", "--model", "x", "--base-url", "file:///etc"],
      /http or https/,
    ],
    ["a model for the built-in grader", ["grade", "--answers", "-", "--model", "x"], /--model is for --grader model/],
    ["strict for the built-in grader", ["grade", "--answers", "-", "--strict"], /--strict is for --grader model/],
    ["no concurrency", ["grade", "--answers", "-", "--concurrency", "0"], /1 to 64, not "0"/],
    ["half a concurrency", ["grade", "--answers", "-", "--concurrency", "1.5"], /1 to 64/],
    ["a table of grades", ["grade", "--answers", "-", "--table"], /--table is for check/],
    ["check in a format nobody knows", ["check", "--format", "xml", "a"], /no format "xml": use text, json, github/],
    ["grade in a format", ["grade", "--answers", "-", "--format", "json"], /--format is for check/],
    ["qualify without a model", ["qualify"], /qualify needs --model/],
    ["qualify with a folder by itself", ["qualify", "--model", "m", "q"], /takes no "q"/],
    ["qualify with answers", ["qualify", "--model", "m", "--answers", "-"], /qualify takes no --answers/],
    ["no time at all", ["qualify", "--model", "m", "--timeout", "0"], /1 to 86400, not "0"/],
    ["a quick grade", ["grade", "--answers", "-", "--quick"], /--quick is for qualify/],
    ["insisting without a model", ["grade", "--answers", "-", "--unqualified"], /--unqualified is for --grader model/],
    ["check with an option of grade", ["check", "--strict", "x"], /check takes no --strict/],
  ])("refuses %s", (_, args, message) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(message);
  });
});
