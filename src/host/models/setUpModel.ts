// "Set up a model…": pick a service, pick one of its models, give a key where it needs one, see what a test call measured.
// Nothing is asked over the network before the learner runs this, and local services only at this machine's own ports.
import * as vscode from "vscode";
import type { TestCall } from "../../grading/models/testCall";
import { isThisMachine } from "../../grading/models/baseUrl";
import { services, type Service } from "../../grading/models/knownServices";
import { listModels, probeLocal, type AnsweringService } from "../../grading/models/services";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { Settings } from "../settings";
import type { Keys } from "./keys";

interface ChosenService {
  readonly service: Service;
  readonly baseUrl: string;
}

export class SetUpModel {
  constructor(
    private readonly settings: Settings,
    private readonly keys: Keys,
    private readonly load: LoadModule,
    private readonly log: Log,
  ) {}

  /** Runs the whole set-up; Escape at any step leaves everything as it was. */
  async run(): Promise<void> {
    const chosen = await this.pickService();
    if (chosen === undefined) return;
    const models = await this.modelsOf(chosen);
    if (models === undefined) return;
    const model = await pickModel(models);
    if (model === undefined) return;
    const test = await this.test(chosen.baseUrl, model);
    if (test === undefined) return;
    await this.finish(chosen.baseUrl, model, test);
  }

  private async pickService(): Promise<ChosenService | undefined> {
    const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly service?: Service }>();
    const stop = new AbortController();
    try {
      pick.title = vscode.l10n.t("Set up a model (1 of 3): which service?");
      pick.placeholder = vscode.l10n.t("Looking for services on this machine…");
      pick.matchOnDescription = true;
      pick.busy = true;
      pick.items = serviceItems([]);
      const picked = new Promise<Service | undefined>((resolve) => {
        pick.onDidAccept(() => resolve(pick.selectedItems[0]?.service));
        pick.onDidHide(() => resolve(undefined));
      });
      pick.show();
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
    return askBaseUrl(this.settings.model.baseUrl);
  }

  /** Lists the service's models, asking for a key where it wants one; undefined where the learner gave up. */
  private async modelsOf({ service, baseUrl }: ChosenService): Promise<readonly string[] | undefined> {
    let key = await this.keys.get(baseUrl);
    if (service.needsKey === "yes" && key === undefined) {
      key = await this.askKey(baseUrl);
      if (key === undefined) return undefined;
    }
    for (;;) {
      const list = await withProgress(vscode.l10n.t("Asking {0} for its models…", hostOf(baseUrl)), (signal) =>
        listModels(baseUrl, key, signal),
      );
      if (list.kind === "ok") return list.models;
      if (list.reason === "cancelled") return undefined;
      this.log.warn(`${baseUrl} did not list its models (${list.reason}): ${list.detail}`);
      if (list.reason === "no-key" || list.reason === "refused") {
        const given = await this.askKey(
          baseUrl,
          key === undefined ? undefined : vscode.l10n.t("{0} did not take this key.", hostOf(baseUrl)),
        );
        if (given === undefined) return undefined;
        key = given;
        continue;
      }
      // Some services list nothing; a model can still be named by hand.
      const again = vscode.l10n.t("Try again");
      const byHand = vscode.l10n.t("Name the model myself");
      const chosen = await vscode.window.showWarningMessage(
        vscode.l10n.t("{0} did not list its models: {1}", hostOf(baseUrl), reasonText(list.reason)),
        again,
        byHand,
      );
      if (chosen === byHand) return [];
      if (chosen !== again) return undefined;
    }
  }

  /** Asks for a key and keeps it; undefined where the learner gave none. */
  private async askKey(baseUrl: string, complaint?: string): Promise<string | undefined> {
    const key = await vscode.window.showInputBox({
      title: vscode.l10n.t("Set up a model: the key of {0}", hostOf(baseUrl)),
      prompt: complaint ?? vscode.l10n.t("Kept in VS Code's secret storage and sent to {0} only.", hostOf(baseUrl)),
      password: true,
      ignoreFocusOut: true,
    });
    const trimmed = key?.trim() ?? "";
    if (trimmed === "") return undefined;
    await this.keys.set(baseUrl, trimmed);
    return trimmed;
  }

  private async test(baseUrl: string, model: string): Promise<TestCall | undefined> {
    const key = await this.keys.get(baseUrl);
    const { testModel } = await this.load("modelGrader");
    const { timeout } = this.settings.model;
    const test = await withProgress(vscode.l10n.t("Grading a tiny sample with {0}…", model), (signal) =>
      testModel({ baseUrl, model, timeout, ...(key === undefined ? {} : { key }) }, signal),
    );
    if (test.kind === "ok") return test;
    if (test.reason === "cancelled") return undefined;
    this.log.warn(`The test call of ${model} failed (${test.reason}): ${test.detail}`);
    return test;
  }

  private async finish(baseUrl: string, model: string, test: TestCall): Promise<void> {
    const use = vscode.l10n.t("Use this model");
    const other = vscode.l10n.t("Pick another");
    const text =
      test.kind === "ok"
        ? measured(test)
        : vscode.l10n.t("{0} did not grade the sample: {1}", model, reasonText(test.reason));
    const tell =
      test.kind === "ok" && test.right ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
    const chosen =
      test.kind === "ok" ? await tell(text, use, other) : await tell(text, other, vscode.l10n.t("Show log"));
    if (chosen === other) return this.run();
    if (chosen !== use) {
      if (chosen !== undefined) this.log.show();
      return;
    }
    await this.settings.write("model.baseUrl", baseUrl);
    await this.settings.write("model.name", model);
    await this.settings.write("grader", "auto");
  }
}

function serviceItems(
  answering: readonly AnsweringService[],
): (vscode.QuickPickItem & { readonly service?: Service })[] {
  const found = answering.map(({ service, models }) => ({
    label: service.name,
    description: vscode.l10n.t("answers on this machine · {0} models · nothing leaves it", models.length),
    service,
  }));
  const rest = services
    .filter((s) => !answering.some((a) => a.service.id === s.id))
    .map((service) => ({
      label: service.id === "custom" ? vscode.l10n.t("Another OpenAI-compatible service…") : service.name,
      description:
        service.id === "custom"
          ? vscode.l10n.t("by its base URL")
          : service.local
            ? vscode.l10n.t("on this machine, not running")
            : vscode.l10n.t("{0} · needs a key", hostOf(service.baseUrl)),
      service,
    }));
  return found.length === 0 ? rest : [...found, { label: "", kind: vscode.QuickPickItemKind.Separator }, ...rest];
}

async function askBaseUrl(current: string): Promise<ChosenService | undefined> {
  const url = await vscode.window.showInputBox({
    title: vscode.l10n.t("Set up a model: the service's base URL"),
    prompt: vscode.l10n.t("It ends before /chat/completions, for example http://127.0.0.1:8080/v1"),
    value: current,
    ignoreFocusOut: true,
    validateInput: (text) => {
      const trimmed = text.trim();
      if (!URL.canParse(trimmed) || !/^https?:$/.test(new URL(trimmed).protocol))
        return vscode.l10n.t("Write a URL that begins with http:// or https://");
      if (new URL(trimmed).protocol === "http:" && !isThisMachine(trimmed)) {
        return {
          message: vscode.l10n.t("Without https, your answers and key can be read on the way."),
          severity: vscode.InputBoxValidationSeverity.Warning,
        };
      }
      return undefined;
    },
  });
  const service = services.find((s) => s.id === "custom");
  return url === undefined || service === undefined ? undefined : { service, baseUrl: url.trim().replace(/\/+$/, "") };
}

async function pickModel(models: readonly string[]): Promise<string | undefined> {
  if (models.length > 0)
    return vscode.window.showQuickPick(models, {
      title: vscode.l10n.t("Set up a model (2 of 3): which model?"),
      matchOnDescription: true,
    });
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t("Set up a model (2 of 3): the model's name"),
    ignoreFocusOut: true,
  });
  return name?.trim() || undefined;
}

/** What the test call measured, in one sentence. */
function measured(test: Extract<TestCall, { kind: "ok" }>): string {
  const time = (ms: number): string =>
    ms < 1000 ? vscode.l10n.t("{0} ms", ms) : vscode.l10n.t("{0} s", (ms / 1000).toFixed(1));
  const times = vscode.l10n.t(
    "{0} graded a tiny sample in {1}; first words after {2}.",
    test.model,
    time(test.totalMs),
    time(test.firstTokenMs),
  );
  const shape =
    test.mode === "json_schema"
      ? vscode.l10n.t("It keeps to the reply's schema.")
      : test.mode === "json_object"
        ? vscode.l10n.t("It writes JSON, though not to a schema.")
        : vscode.l10n.t("It writes plain text, which grades less reliably.");
  const right = test.right
    ? vscode.l10n.t("Its verdicts were right.")
    : vscode.l10n.t("Its verdicts were wrong: it may be too weak to grade.");
  return `${times} ${shape} ${right}`;
}

function reasonText(reason: string): string {
  switch (reason) {
    case "offline":
      return vscode.l10n.t("it can't be reached.");
    case "timed-out":
      return vscode.l10n.t("it took too long.");
    case "no-key":
    case "refused":
      return vscode.l10n.t("it refused the key or the request.");
    case "rate-limited":
      return vscode.l10n.t("it is asked too often at present, or its quota is used up.");
    case "no-model":
      return vscode.l10n.t("it does not have this model.");
    case "malformed":
    case "truncated":
      return vscode.l10n.t("its reply was not what was asked for.");
    default:
      return vscode.l10n.t("it failed.");
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** Runs `task` under a cancellable notification. */
async function withProgress<T>(title: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      return task(stop.signal);
    },
  );
}
