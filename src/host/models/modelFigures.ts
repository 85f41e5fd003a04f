// What set-up learned of a model: how fast it is, and what its service takes. Kept by endpoint and name, so that what a
// trial takes can be said before it begins; the last twenty models, since nothing depends on an older one.
import type * as vscode from "vscode";
import { endpointOf } from "../../grading/models/baseUrl";
import { givenPrice, type ModelPrice } from "../../grading/models/prices";
import type { ModelSpeed } from "../../grading/models/speed";

/** Figures of one model, as far as they are known. */
export interface Figures {
  readonly speed?: ModelSpeed;
  readonly price?: ModelPrice;
}

const flag = "tutor.modelFigures";
const most = 20;

export class ModelFigures {
  constructor(private readonly flags: vscode.Memento) {}

  /** What is known of this model at this endpoint. */
  of(endpoint: string, model: string): Figures {
    const kept = this.kept.find(({ id }) => id === idOf(endpoint, model));
    const speed = readSpeed(kept?.["speed"]);
    const price = givenPrice(kept?.["price"]);
    return { ...(speed === undefined ? {} : { speed }), ...(price === undefined ? {} : { price }) };
  }

  /** Keeps figures in the place of earlier ones of the same model. */
  async keep(endpoint: string, model: string, figures: Figures): Promise<void> {
    const id = idOf(endpoint, model);
    const others = this.kept.filter((one) => one.id !== id);
    await this.flags.update(flag, [{ id, ...figures }, ...others].slice(0, most));
  }

  private get kept(): readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[] {
    const kept = this.flags.get<unknown>(flag);
    return Array.isArray(kept) ? kept.filter(hasId) : [];
  }
}

function idOf(endpoint: string, model: string): string {
  return `${endpointOf(endpoint)}\n${model}`;
}

function hasId(value: unknown): value is { readonly id: string } & Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
}

function readSpeed(value: unknown): ModelSpeed | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { secondsPerTokenIn: reads, secondsPerTokenOut: writes } = value as Readonly<Record<string, unknown>>;
  if (!isSeconds(reads) || !isSeconds(writes)) return undefined;
  return { secondsPerTokenIn: reads, secondsPerTokenOut: writes };
}

function isSeconds(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
