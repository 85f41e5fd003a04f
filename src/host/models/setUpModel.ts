// "Set up a model…" put together: the flow over VS Code's screens, the services, the secret storage and the settings.
// Nothing is asked over the network before the learner runs this, and local services only at this machine's own ports.
import * as vscode from "vscode";
import { endpointOf } from "../../grading/models/baseUrl";
import { listModels } from "../../grading/models/services";
import type { LoadModule } from "../lazyModules";
import type { Log } from "../log";
import type { Settings } from "../settings";
import type { Consent } from "./consent";
import type { Keys } from "./keys";
import type { ModelFigures } from "./modelFigures";
import { setUp } from "./setUpFlow";
import { setUpScreens } from "./setUpScreens";
import { withProgress } from "../shown";

interface Parts {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly load: LoadModule;
  readonly log: Log;
  readonly consent: Consent;
  readonly figures: ModelFigures;
  /** Offers to try the model that was just set up on sample answers. */
  readonly offerTrial: () => Promise<void>;
}

export class SetUpModel {
  constructor(private readonly parts: Parts) {}

  /** Runs the whole set-up; Escape at any step leaves everything as it was. */
  async run(): Promise<void> {
    const { settings, keys, load, log, consent, figures, offerTrial } = this.parts;
    const screens = setUpScreens(
      () => settings.model.baseUrl,
      () => log.show(),
    );
    await setUp(screens, {
      storedKey: (baseUrl) => keys.get(baseUrl),
      list: (baseUrl, key) =>
        working(vscode.l10n.t("Asking {0} for its models…", endpointOf(baseUrl)), (signal) =>
          listModels(baseUrl, key, signal),
        ),
      test: async (baseUrl, model, key) => {
        const { testModel } = await load("modelGrader");
        const { timeout } = settings.model;
        return working(vscode.l10n.t("Grading a tiny sample with {0}…", model), (signal) =>
          testModel({ baseUrl, model, timeout, ...(key === undefined ? {} : { key }) }, signal),
        );
      },
      keep: async (baseUrl, model, key, known) => {
        if (key !== undefined) await keys.set(baseUrl, key);
        await settings.write("model.baseUrl", baseUrl);
        await settings.write("model.name", model);
        await settings.write("grader", "openai-compatible");
        await figures.keep(baseUrl, model, known);
        // The last step has said where the text goes.
        await consent.agree(baseUrl);
        await offerTrial();
      },
      warn: (message) => log.warn(message),
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
