// The screens of "Set up a model…": quick picks and input boxes. Which comes next is setUpFlow's to say.
// Names of models and services come from elsewhere: they are shown as text only.
import * as vscode from "vscode";
import { whatHappened } from "../../grading/llm/notGraded";
import { isThisMachine, readBaseUrl } from "../../grading/models/baseUrl";
import { services, type Service } from "../../grading/models/knownServices";
import { probeLocal, type AnsweringService } from "../../grading/models/services";
import type { TestCall } from "../../grading/models/testCall";
import type { ChosenService, FailedList, KeyWanted, SetUpScreens } from "./setUpFlow";
import { createQuickPick, showInputBox, showQuickPick } from "../shown";

/** The screens in the window of VS Code; `current` is the base URL that is set. */
export function setUpScreens(current: () => string, showLog: () => void): SetUpScreens {
  return {
    pickService: () => pickService(current()),
    askKey,
    pickModel,
    listFailed,
    pickUse: (chosen, model, test, hasKey) => pickUse(chosen, model, test, hasKey, showLog),
  };
}

type ServiceItem = vscode.QuickPickItem & { readonly service?: Service };

async function pickService(current: string): Promise<ChosenService | undefined> {
  const pick = createQuickPick<ServiceItem>();
  const stop = new AbortController();
  try {
    pick.title = vscode.l10n.t("Set up a model (1 of 3): which service?");
    pick.placeholder = vscode.l10n.t("Looking for services on this machine…");
    pick.matchOnDescription = true;
    pick.busy = true;
    const picked = new Promise<Service | undefined>((resolve) => {
      pick.onDidAccept(() => resolve(pick.selectedItems[0]?.service));
      pick.onDidHide(() => resolve(undefined));
    });
    pick.show();
    // Filled once, half a second later at most: rows that move would be clicked by mistake.
    void probeLocal(stop.signal).then((answering) => {
      if (stop.signal.aborted) return;
      pick.items = serviceItems(answering);
      pick.placeholder =
        answering.length > 0
          ? vscode.l10n.t("These services answer on this machine")
          : vscode.l10n.t("No service answers on this machine; start one, or pick another");
      pick.busy = false;
    });
    const service = await picked;
    if (service === undefined) return undefined;
    if (service.id !== "custom") return { service, baseUrl: service.baseUrl };
  } finally {
    stop.abort();
    pick.dispose();
  }
  return askBaseUrl(current);
}

function serviceItems(answering: readonly AnsweringService[]): ServiceItem[] {
  const found = answering.map(({ service, models }): ServiceItem =>
    models.length > 0
      ? {
          label: service.name,
          description: vscode.l10n.t("answers on this machine · {0} models · nothing leaves it", models.length),
          service,
        }
      : {
          label: service.name,
          description: vscode.l10n.t("answers on this machine · has no model yet"),
          detail: howToGetModel(service),
          service,
        },
  );
  const rest = services.filter((s) => !answering.some((a) => a.service.id === s.id)).map(restItem);
  return found.length === 0 ? rest : [...found, { label: "", kind: vscode.QuickPickItemKind.Separator }, ...rest];
}

function restItem(service: Service): ServiceItem {
  if (service.id === "custom")
    return {
      label: vscode.l10n.t("Another OpenAI-compatible service…"),
      description: vscode.l10n.t("by its base URL"),
      service,
    };
  if (!service.local)
    return { label: service.name, description: vscode.l10n.t("{0} · needs a key", hostOf(service.baseUrl)), service };
  return {
    label: service.name,
    description: vscode.l10n.t("on this machine, not running"),
    detail: howToStart(service),
    service,
  };
}

function howToStart({ id }: Service): string {
  switch (id) {
    case "ollama":
      return vscode.l10n.t("Start the app or run “ollama serve”, then pick it here.");
    case "lm-studio":
      return vscode.l10n.t("Load a model and start the server in its Developer tab, then pick it here.");
    case "llama-cpp":
      return vscode.l10n.t("Run “llama-server -m FILE.gguf”, then pick it here.");
    case "vllm":
    case "custom":
    case "openai":
    case "openrouter":
      return vscode.l10n.t("Run “vllm serve MODEL”, then pick it here.");
  }
}

function howToGetModel({ id }: Service): string {
  return id === "ollama"
    ? vscode.l10n.t("Run “ollama pull MODEL” first, then pick it here.")
    : vscode.l10n.t("Load a model in it first, then pick it here.");
}

async function askBaseUrl(current: string): Promise<ChosenService | undefined> {
  const url = await showInputBox({
    title: vscode.l10n.t("Set up a model: the service's base URL"),
    prompt: vscode.l10n.t("It ends before /chat/completions, for example http://127.0.0.1:8080/v1"),
    value: current,
    ignoreFocusOut: true,
    validateInput: baseUrlTrouble,
  });
  const service = services.find((s) => s.id === "custom");
  const read = url === undefined ? undefined : readBaseUrl(url);
  if (service === undefined || read?.kind !== "ok") return undefined;
  return { service, baseUrl: `${read.address}${read.query}` };
}

function baseUrlTrouble(typed: string): string | vscode.InputBoxValidationMessage | undefined {
  const read = readBaseUrl(typed);
  if (read.kind === "bad")
    return read.why === "credentials-in-url"
      ? vscode.l10n.t("Leave user name and password out; the key is asked for by itself.")
      : vscode.l10n.t("Write a URL that begins with http:// or https://");
  if (read.address.startsWith("http:") && !isThisMachine(read.address))
    return {
      message: vscode.l10n.t("Without https, your answers and key can be read on the way."),
      severity: vscode.InputBoxValidationSeverity.Warning,
    };
  return undefined;
}

async function askKey(baseUrl: string, why: KeyWanted): Promise<string | undefined> {
  const host = hostOf(baseUrl);
  const prompts: Readonly<Record<KeyWanted, string>> = {
    missing: vscode.l10n.t("Kept in VS Code's secret storage and sent to {0} only.", host),
    other: vscode.l10n.t("Kept in VS Code's secret storage and sent to {0} only.", host),
    refused: vscode.l10n.t("{0} did not take this key. Give another.", host),
    unusable: vscode.l10n.t("This is no key: it is empty or holds a character that no key has. Give it again."),
  };
  return showInputBox({
    title: vscode.l10n.t("Set up a model: the key of {0}", host),
    prompt: prompts[why],
    password: true,
    ignoreFocusOut: true,
  });
}

async function pickModel(
  { service, baseUrl }: ChosenService,
  models: readonly string[],
  hasKey: boolean,
): Promise<{ readonly model: string } | "other-key" | undefined> {
  const title = vscode.l10n.t("Set up a model (2 of 3): which model?");
  type Item = vscode.QuickPickItem & { readonly then: "other-key" | "by-hand" | { readonly model: string } };
  if (models.length > 0) {
    const items: Item[] = models.map((model) => ({ label: model, then: { model } }));
    items.push({ label: vscode.l10n.t("Name the model myself"), then: "by-hand", alwaysShow: true });
    if (hasKey || service.needsKey !== "no")
      items.push({ label: useAnotherKey(), then: "other-key", alwaysShow: true });
    const picked = await showQuickPick(items, {
      title,
      placeHolder: hostOf(baseUrl),
      ignoreFocusOut: true,
    });
    if (picked === undefined) return undefined;
    if (picked.then !== "by-hand") return picked.then;
  }
  const name = await showInputBox({
    title: vscode.l10n.t("Set up a model (2 of 3): the model's name"),
    ...(models.length === 0 && service.local ? { prompt: howToGetModel(service) } : {}),
    ignoreFocusOut: true,
  });
  const model = name?.trim() ?? "";
  return model === "" ? undefined : { model };
}

async function listFailed(
  { baseUrl }: ChosenService,
  list: FailedList,
  hasKey: boolean,
): Promise<"again" | "by-hand" | "other-key" | undefined> {
  const host = hostOf(baseUrl);
  return choose(vscode.l10n.t("{0} did not list its models", host), whatHappened(list, host), [
    [vscode.l10n.t("Try again"), "again"],
    [vscode.l10n.t("Name the model myself"), "by-hand"],
    ...(hasKey ? ([[useAnotherKey(), "other-key"]] as const) : []),
  ]);
}

async function pickUse(
  { baseUrl }: ChosenService,
  model: string,
  test: TestCall,
  hasKey: boolean,
  showLog: () => void,
): Promise<"use" | "other-model" | "other-key" | "again" | undefined> {
  const [said, more] =
    test.kind === "ok"
      ? [timesOf(test), qualityOf(test)]
      : [vscode.l10n.t("{0} did not grade the sample", model), whatHappened(test, model)];
  const chosen = await choose<"use" | "other-model" | "other-key" | "again" | "log">(said, more, [
    ...(test.kind === "ok"
      ? ([[vscode.l10n.t("Use this model"), "use", whereTextGoes(test.baseUrl ?? baseUrl)]] as const)
      : ([[vscode.l10n.t("Try again"), "again"]] as const)),
    [vscode.l10n.t("Pick another"), "other-model"],
    ...(hasKey ? ([[useAnotherKey(), "other-key"]] as const) : []),
    ...(test.kind === "ok" ? [] : ([[vscode.l10n.t("Show log"), "log"]] as const)),
  ]);
  if (chosen !== "log") return chosen;
  showLog();
  return undefined;
}

/**
 * A quick pick under a short sentence, with more of it at the first choice; a choice's third part stands beside its
 * name.
 */
async function choose<T>(
  said: string,
  more: string,
  choices: readonly (readonly [label: string, value: T, description?: string])[],
): Promise<T | undefined> {
  const items = choices.map(([label, value, description = ""], i) => ({
    label,
    description,
    value,
    ...(i === 0 ? { detail: more } : {}),
  }));
  const picked = await showQuickPick(items, {
    title: vscode.l10n.t("Set up a model (3 of 3): use it?"),
    placeHolder: said,
    ignoreFocusOut: true,
  });
  return picked?.value;
}

/** Consent is given here: the learner reads where answers go, and then uses the model. */
function whereTextGoes(baseUrl: string): string {
  return isThisMachine(baseUrl)
    ? vscode.l10n.t("{0} · nothing leaves this machine", baseUrl)
    : vscode.l10n.t("{0} · your answers are sent there", baseUrl);
}

function useAnotherKey(): string {
  return vscode.l10n.t("Use another key…");
}

/** How fast the test call was. */
function timesOf(test: Extract<TestCall, { kind: "ok" }>): string {
  return vscode.l10n.t(
    "{0} graded a tiny sample in {1}; first words after {2}.",
    test.model,
    timeText(test.totalMs),
    timeText(test.firstTokenMs),
  );
}

/** What the test call showed of the model. */
function qualityOf(test: Extract<TestCall, { kind: "ok" }>): string {
  const right = test.right
    ? vscode.l10n.t("Its verdicts were right.")
    : vscode.l10n.t("Its verdicts were wrong: it may be too weak to grade.");
  const shape =
    test.mode === "json_schema"
      ? vscode.l10n.t("It keeps to the reply's schema.")
      : test.mode === "json_object"
        ? vscode.l10n.t("It writes JSON, though not to a schema.")
        : vscode.l10n.t("It writes plain text, which grades less reliably.");
  return `${right} ${shape}`;
}

function timeText(ms: number): string {
  if (ms < 1000) return vscode.l10n.t("{0} ms", ms);
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return vscode.l10n.t("{0} s", (ms / 1000).toLocaleString(vscode.env.language, digits));
}

function hostOf(url: string): string {
  const read = readBaseUrl(url);
  return read.kind === "ok" ? new URL(read.address).host : "";
}
