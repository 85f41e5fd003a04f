// The order of the set-up: service, its models, a key where it wants one, a test call, and only then the settings.
// Decides what is asked next and what is kept; shows nothing itself, so that it can be tested without VS Code.
import { cleanKey } from "../../grading/models/apiKey";
import { endpointOf } from "../../grading/models/baseUrl";
import type { Service } from "../../grading/models/knownServices";
import type { ModelListOutcome } from "../../grading/llm/modelClient";
import type { ModelPrice } from "../../grading/models/prices";
import type { TestCall } from "../../grading/models/testCall";
import type { Figures } from "./modelFigures";

/** A service, at the base URL that the learner typed or that is its own. */
export interface ChosenService {
  readonly service: Service;
  readonly baseUrl: string;
}

/** Why a key is asked for: none was given yet, the service did not take it, or the learner wants another. */
export type KeyWanted = "missing" | "refused" | "unusable" | "other";

export type FailedList = Extract<ModelListOutcome, { kind: "failed" }>;

/** The screens of the set-up; each gives undefined where the learner leaves it. */
export interface SetUpScreens {
  pickService(): Promise<ChosenService | undefined>;
  askKey(baseUrl: string, why: KeyWanted): Promise<string | undefined>;
  pickModel(
    chosen: ChosenService,
    models: readonly string[],
    hasKey: boolean,
  ): Promise<{ readonly model: string } | "other-key" | undefined>;
  /** The service listed nothing: what now? */
  listFailed(
    chosen: ChosenService,
    list: FailedList,
    hasKey: boolean,
  ): Promise<"again" | "by-hand" | "other-key" | undefined>;
  /** The last step: what the test call measured, and whether to use the model. */
  pickUse(
    chosen: ChosenService,
    model: string,
    test: TestCall,
    hasKey: boolean,
  ): Promise<"use" | "other-model" | "other-key" | "again" | undefined>;
}

/** What the set-up asks and keeps. */
export interface SetUpWork {
  storedKey(baseUrl: string): Promise<string | undefined>;
  list(baseUrl: string, key: string | undefined): Promise<ModelListOutcome>;
  test(baseUrl: string, model: string, key: string | undefined): Promise<TestCall>;
  /** Keeps the model, the key that its test call took, and what the call and the list showed of it. */
  keep(baseUrl: string, model: string, key: string | undefined, figures: Figures): Promise<void>;
  warn(message: string): void;
}

/** Runs the whole set-up; leaving at any step leaves everything as it was. */
export async function setUp(screens: SetUpScreens, work: SetUpWork): Promise<void> {
  const chosen = await screens.pickService();
  if (chosen !== undefined) await new SetUp(chosen, screens, work).run();
}

class SetUp {
  private key: string | undefined;
  private prices: ReadonlyMap<string, ModelPrice> = new Map();

  constructor(
    private chosen: ChosenService,
    private readonly screens: SetUpScreens,
    private readonly work: SetUpWork,
  ) {}

  async run(): Promise<void> {
    this.key = await this.work.storedKey(this.chosen.baseUrl);
    if (this.chosen.service.needsKey === "yes" && this.key === undefined && !(await this.askKey("missing"))) return;
    for (;;) {
      const models = await this.models();
      if (models === undefined) return;
      const picked = await this.screens.pickModel(this.chosen, models, this.key !== undefined);
      if (picked === undefined) return;
      if (picked === "other-key") {
        if (!(await this.askKey("other"))) return;
        continue;
      }
      if (await this.tried(picked.model)) return;
    }
  }

  /** The service's models, with a key asked for where it wants one; undefined where the learner gave up. */
  private async models(): Promise<readonly string[] | undefined> {
    for (;;) {
      const list = await this.work.list(this.chosen.baseUrl, this.key);
      if (list.kind === "ok") {
        // The address that answered is what is used from here on.
        this.chosen = { ...this.chosen, baseUrl: list.baseUrl ?? this.chosen.baseUrl };
        this.prices = list.prices ?? new Map();
        return list.models;
      }
      if (list.reason === "cancelled") return undefined;
      this.warn("did not list its models", list);
      const wanted = keyWanted(list, this.key !== undefined);
      if (wanted !== undefined) {
        if (await this.askKey(wanted)) continue;
        return undefined;
      }
      const next = await this.screens.listFailed(this.chosen, list, this.key !== undefined);
      // Some services list nothing; a model can still be named by hand.
      if (next === "by-hand") return [];
      if (next === undefined || (next === "other-key" && !(await this.askKey("other")))) return undefined;
    }
  }

  /** Tries a model until it is used or given up (true), or another one is wanted (false). */
  private async tried(model: string): Promise<boolean> {
    for (;;) {
      const test = await this.work.test(this.chosen.baseUrl, model, this.key);
      if (test.kind === "failed") {
        if (test.reason === "cancelled") return true;
        this.warn(`did not grade the sample with ${model}`, test);
        const wanted = keyWanted(test, this.key !== undefined);
        if (wanted !== undefined) {
          if (await this.askKey(wanted)) continue;
          return true;
        }
      }
      const next = await this.screens.pickUse(this.chosen, model, test, this.key !== undefined);
      if (next === "again") continue;
      if (next === "other-model") return false;
      if (next === "other-key" && (await this.askKey("other"))) continue;
      if (next === "use" && test.kind === "ok") {
        const price = this.prices.get(model);
        const figures = { speed: test.speed, ...(price === undefined ? {} : { price }) };
        await this.work.keep(test.baseUrl ?? this.chosen.baseUrl, model, this.key, figures);
      }
      return true;
    }
  }

  /**
   * Asks until the key is one that a header can hold; false where the learner gave none. It is kept only after a call
   * that took it.
   */
  private async askKey(why: KeyWanted): Promise<boolean> {
    for (let wanted = why; ; wanted = "unusable") {
      const given = await this.screens.askKey(this.chosen.baseUrl, wanted);
      if (given === undefined) return false;
      const key = cleanKey(given);
      if (key === undefined) continue;
      this.key = key;
      return true;
    }
  }

  private warn(what: string, { reason, detail }: { readonly reason: string; readonly detail: string }): void {
    this.work.warn(`${endpointOf(this.chosen.baseUrl)} ${what} (${reason}): ${detail}`);
  }
}

interface Failure {
  readonly reason: string;
  readonly cause?: string;
}

/** Whether another key may mend a failure. A refusal that names another cause is not about the key. */
function keyWanted({ reason, cause }: Failure, hasKey: boolean): KeyWanted | undefined {
  if (cause === "unusable-key") return "unusable";
  if (reason === "no-key") return hasKey ? "refused" : "missing";
  return reason === "refused" && cause === undefined ? (hasKey ? "refused" : "missing") : undefined;
}
