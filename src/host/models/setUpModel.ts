// "Set up a model…" put together: the flow over VS Code's screens, the services, the secret storage and the settings.
// Nothing is asked over the network before the learner runs this, and local services only at this machine's own ports.
import * as vscode from "vscode";
import { endpointOf } from "../../grading/models/baseUrl";
import { listModels } from "../../grading/models/services";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { Settings } from "../settings";
import type { Keys } from "./keys";
import { setUp } from "./setUpFlow";
import { setUpScreens } from "./setUpScreens";
import { withProgress } from "../shown";

export class SetUpModel {
  constructor(
    private readonly settings: Settings,
    private readonly keys: Keys,
    private readonly load: LoadModule,
    private readonly log: Log,
  ) {}

  /** Runs the whole set-up; Escape at any step leaves everything as it was. */
  async run(): Promise<void> {
    const screens = setUpScreens(
      () => this.settings.model.baseUrl,
      () => this.log.show(),
    );
    await setUp(screens, {
      storedKey: (baseUrl) => this.keys.get(baseUrl),
      list: (baseUrl, key) =>
        working(vscode.l10n.t("Asking {0} for its models…", endpointOf(baseUrl)), (signal) =>
          listModels(baseUrl, key, signal),
        ),
      test: async (baseUrl, model, key) => {
        const { testModel } = await this.load("modelGrader");
        const { timeout } = this.settings.model;
        return working(vscode.l10n.t("Grading a tiny sample with {0}…", model), (signal) =>
          testModel({ baseUrl, model, timeout, ...(key === undefined ? {} : { key }) }, signal),
        );
      },
      keep: async (baseUrl, model, key) => {
        if (key !== undefined) await this.keys.set(baseUrl, key);
        await this.settings.write("model.baseUrl", baseUrl);
        await this.settings.write("model.name", model);
        await this.settings.write("grader", "auto");
      },
      warn: (message) => this.log.warn(message),
    });
  }
}

/** Runs `task` under a cancellable notification. */
async function working<T>(title: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      return task(stop.signal);
    },
  );
}
