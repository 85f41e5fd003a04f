// What reaches VS Code of a message, a list, an input box and the status bar: words, with nothing made of them.
import * as vscode from "vscode";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as shown from "../../../src/host/shown";

const asked = vi.hoisted(() => ({ calls: [] as unknown[][], pick: {} }));

vi.mock("vscode", () => {
  const kept = (...args: unknown[]) => Promise.resolve(void asked.calls.push(args));
  return {
    window: {
      showInformationMessage: kept,
      showWarningMessage: kept,
      showErrorMessage: kept,
      showInputBox: kept,
      setStatusBarMessage: kept,
      showQuickPick: (items: unknown[], options: unknown) => {
        asked.calls.push([items, options]);
        return Promise.resolve(items[1]);
      },
      createQuickPick: () => asked.pick,
      createStatusBarItem: () => asked.pick,
      withProgress: (options: unknown, task: (progress: unknown) => unknown) => {
        asked.calls.push([options]);
        return task({ report: kept });
      },
    },
    StatusBarAlignment: { Left: 1 },
    ProgressLocation: { Notification: 15 },
    Range: Object,
    CodeLens: class {
      constructor(
        readonly range: unknown,
        readonly command: unknown,
      ) {}
    },
  };
});

const evil = "[go](command:x) $(trash)";
const plain = "[go] (command:x) $ (trash)";

beforeEach(() => {
  asked.calls = [];
  asked.pick = { show: () => void asked.calls.push(["show"]) };
});

describe("what is shown", () => {
  it.each(["showInformationMessage", "showWarningMessage", "showErrorMessage"] as const)("%s", async (name) => {
    await shown[name](evil, "Yes", "No");
    await shown[name](evil, { modal: true, detail: evil }, "Yes");
    expect(asked.calls).toEqual([
      [plain, {}, "Yes", "No"],
      [plain, { modal: true, detail: plain }, "Yes"],
    ]);
  });

  it("a list: the item that was given comes back", async () => {
    const items = [{ label: "a" }, { label: evil, description: evil, detail: evil, id: 7 }];
    expect(await shown.showQuickPick(items, { title: evil, placeHolder: evil })).toBe(items[1]);
    expect(asked.calls).toMatchObject([
      [
        [{ label: "a" }, { label: plain, description: plain, detail: plain, id: 7 }],
        { title: plain, placeHolder: plain },
      ],
    ]);
  });

  it("a list that changes", () => {
    const pick = shown.createQuickPick<vscode.QuickPickItem & { readonly id: number }>();
    const clean = { label: "clean", id: 1 };
    pick.title = evil;
    pick.placeholder = evil;
    pick.items = [clean, { label: evil, id: 2 }];
    pick.busy = true;
    expect(asked.pick).toMatchObject({ title: plain, placeholder: plain, items: [clean, { label: plain, id: 2 }] });
    expect(pick.items[0]).toBe(clean);
    expect(pick.busy).toBe(true);
    pick.show();
    expect(asked.calls).toEqual([["show"]]);
  });

  it("an input box, and what it says of what was typed", async () => {
    await shown.showInputBox({ title: evil, prompt: evil, value: evil, validateInput: (typed) => `${typed}: ${evil}` });
    const [[options]] = asked.calls as [[vscode.InputBoxOptions]];
    expect(options).toMatchObject({ title: plain, prompt: plain, value: evil });
    expect(await options.validateInput?.("x")).toBe(`x: ${plain}`);
  });

  it("the status bar and a line above the text, behind an icon of ours", () => {
    const item = shown.createStatusBarItem("id", vscode.StatusBarAlignment.Left, 1);
    item.text = `$(pass) ${evil}`;
    item.tooltip = evil;
    void shown.setStatusBarMessage(`$(info) ${evil}`, 5);
    expect(asked.pick).toMatchObject({ text: `$(pass) ${plain}`, tooltip: plain });
    expect(asked.calls).toEqual([[`$(info) ${plain}`, 5]]);
    const range = new vscode.Range(0, 0, 0, 0);
    const { command } = shown.codeLens(range, { title: `$(lightbulb) ${evil}`, command: "c", tooltip: evil });
    expect(command).toEqual({ title: `$(lightbulb) ${plain}`, command: "c", tooltip: plain });
  });

  it("progress", async () => {
    await shown.withProgress({ location: vscode.ProgressLocation.Notification, title: evil }, (progress) => {
      progress.report({ message: evil });
      return Promise.resolve();
    });
    expect(asked.calls).toEqual([[{ location: 15, title: plain }], [{ message: plain }]]);
  });
});
