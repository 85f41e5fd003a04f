// VS Code's messages, lists, input boxes and status bar, where whatever is said goes through `plainText` on its way:
// no word of a roadmap, a service, a model or a file becomes a link or an icon. Named as in VS Code's API, which lint
// forbids to call past this file.
import * as vscode from "vscode";
import { plainAfterIcon, plainText } from "../core/feedback/plainText";

/** A message with buttons; `modal` and `detail` as in VS Code. */
interface ShowMessage {
  (text: string, ...buttons: readonly string[]): Thenable<string | undefined>;
  (text: string, options: vscode.MessageOptions, ...buttons: readonly string[]): Thenable<string | undefined>;
}

type Kind = "showInformationMessage" | "showWarningMessage" | "showErrorMessage";

function message(kind: Kind): ShowMessage {
  return (text: string, first?: string | vscode.MessageOptions, ...buttons: readonly string[]) => {
    const options = typeof first === "object" ? texts(first, ["detail"]) : {};
    const all = typeof first === "string" ? [first, ...buttons] : buttons;
    return vscode.window[kind](plainText(text), options, ...all);
  };
}

export const showInformationMessage = message("showInformationMessage");
export const showWarningMessage = message("showWarningMessage");
export const showErrorMessage = message("showErrorMessage");

/** A notice in the status bar for `ms` milliseconds; one icon may stand before its words. */
export function setStatusBarMessage(text: string, ms: number): vscode.Disposable {
  return vscode.window.setStatusBarMessage(plainAfterIcon(text), ms);
}

/** A list to pick one of; gives back the very item that was given. */
export async function showQuickPick<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
  token?: vscode.CancellationToken,
): Promise<T | undefined> {
  const shown = items.map((given) => ({ given, ...texts(given, itemTexts) }));
  const more = { ...texts(options, boxTexts), canPickMany: false as const };
  return (await vscode.window.showQuickPick(shown, more, token))?.given;
}

/**
 * A list in which all is ticked at first, or nothing; gives back the very items that are ticked in the end, undefined
 * where the list was left.
 */
export async function showTicks<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
  ticked = true,
): Promise<readonly T[] | undefined> {
  const shown = items.map((given) => ({ given, ...texts(given, itemTexts), picked: ticked }));
  const more = { ...texts(options, boxTexts), canPickMany: true as const, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(shown, more))?.map(({ given }) => given);
}

/** A list that changes while it is shown. Items with nothing to mend stay the very ones that were given. */
export function createQuickPick<T extends vscode.QuickPickItem>(): vscode.QuickPick<T> {
  return guarded(vscode.window.createQuickPick<T>(), (name, value) =>
    name === "items" ? (value as readonly T[]).map((item) => texts(item, itemTexts)) : boxText(name, value),
  );
}

/** Asks for a line of text; what the learner types is theirs and passes unchanged. */
export function showInputBox(options: vscode.InputBoxOptions): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...texts(options, boxTexts),
    ...(options.validateInput === undefined
      ? {}
      : { validateInput: async (typed: string) => validation(await options.validateInput?.(typed)) }),
  });
}

/** Shows that something is going on. */
export function withProgress<R>(
  options: vscode.ProgressOptions,
  task: (
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ) => Thenable<R>,
): Thenable<R> {
  return vscode.window.withProgress(texts(options, ["title"]), (progress, token) =>
    task({ report: (value) => progress.report(texts(value, ["message"])) }, token),
  );
}

/** An item of the status bar; one icon may stand before its words. */
export function createStatusBarItem(
  id: string,
  alignment: vscode.StatusBarAlignment,
  priority: number,
): vscode.StatusBarItem {
  return guarded(vscode.window.createStatusBarItem(id, alignment, priority), (name, value) => {
    if (typeof value !== "string") return value;
    return name === "text" ? plainAfterIcon(value) : name === "tooltip" ? plainText(value) : value;
  });
}

/** A line above the text; one icon may stand before its words. */
export function codeLens(range: vscode.Range, command: vscode.Command): vscode.CodeLens {
  return new vscode.CodeLens(range, { ...texts(command, ["tooltip"]), title: plainAfterIcon(command.title) });
}

const itemTexts = ["label", "description", "detail"] as const;
const boxTexts = ["title", "placeHolder", "prompt"] as const;

/** The object with the named texts made plain; the very same where nothing changes. */
function texts<T extends object>(object: T, names: readonly string[]): T {
  const changed = Object.entries(object).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== "string" || !names.includes(name)) return [];
    const plain = plainText(value);
    return plain === value ? [] : [[name, plain] as const];
  });
  return changed.length === 0 ? object : { ...object, ...Object.fromEntries(changed) };
}

function boxText(name: string | symbol, value: unknown): unknown {
  return typeof value === "string" && (name === "title" || name === "placeholder") ? plainText(value) : value;
}

function validation(
  told: string | vscode.InputBoxValidationMessage | null | undefined,
): string | vscode.InputBoxValidationMessage | undefined {
  if (told === null || told === undefined) return undefined;
  return typeof told === "string" ? plainText(told) : { ...told, message: plainText(told.message) };
}

/** The same object, with each value that is set passed through `pass` first. */
function guarded<T extends object>(target: T, pass: (name: string | symbol, value: unknown) => unknown): T {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name, object);
      return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(object) : value;
    },
    set: (object, name, value: unknown) => Reflect.set(object, name, pass(name, value), object),
  });
}
