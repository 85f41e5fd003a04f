// How arguments become a command, and what is said of those that do not.
import { describe, expect, it } from "vitest";
import { UsageError } from "../../../src/cli/console";
import { parseCommand } from "../../../src/cli/usage";

describe("parseCommand", () => {
  it.each<[string, readonly string[], ReturnType<typeof parseCommand>]>([
    [
      "grades with the built-in grader, one at a time",
      ["grade", "--answers", "a.jsonl"],
      { name: "grade", options: { answers: "a.jsonl", concurrency: 1 } },
    ],
    [
      "takes the questions' folder",
      ["grade", "--questions", "q", "--answers", "-", "--concurrency=8"],
      { name: "grade", options: { answers: "-", questions: "q", concurrency: 8 } },
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
        options: { answers: "-", concurrency: 4 },
        model: { baseUrl: "http://127.0.0.1:11434/v1", model: "m", strict: true },
      },
    ],
    [
      "asks OpenAI where no address is given",
      ["grade", "--answers", "-", "--grader", "model", "--model", "m"],
      {
        name: "grade",
        options: { answers: "-", concurrency: 4 },
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
    ["check with an option of grade", ["check", "--strict", "x"], /check takes no --strict/],
  ])("refuses %s", (_, args, message) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(message);
  });
});
