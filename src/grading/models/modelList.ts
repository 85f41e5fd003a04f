// A service's list of models, in whatever shape it comes: names, and prices where the service names them. Pure.
import { listedPrice, type ModelPrice } from "./prices";
import { isRecord } from "../../core/text/jsonRecord";

/** One model that a service offers. */
export interface ListedModel {
  readonly name: string;
  readonly price?: ModelPrice;
}

const listFields = ["data", "models", "result", "results", "items"] as const;
const nameFields = ["id", "name", "model", "slug"] as const;

/**
 * The models in a list, each name once; none where the service has no models yet; undefined where this is no such
 * list.
 */
export function readModelList(body: unknown, depth = 0): readonly ListedModel[] | undefined {
  if (Array.isArray(body)) return once((body as unknown[]).flatMap(modelOf));
  if (!isRecord(body) || depth > 2) return undefined;
  for (const field of listFields) {
    if (!(field in body)) continue;
    const inner = body[field];
    // A service without a model says null.
    if (inner === null) return [];
    const models = readModelList(inner, depth + 1);
    if (models) return models;
    if (depth === 0 && isRecord(inner) && Object.values(inner).every(isRecord))
      return Object.keys(inner).map((name) => ({ name }));
  }
  return undefined;
}

function modelOf(item: unknown): ListedModel[] {
  if (typeof item === "string") return item.trim() === "" ? [] : [{ name: item }];
  if (!isRecord(item)) return [];
  const name = nameFields.map((field) => item[field]).find((n) => typeof n === "string" && n.trim() !== "");
  if (typeof name !== "string") return [];
  const price = listedPrice(item);
  return [{ name, ...(price === undefined ? {} : { price }) }];
}

function once(models: readonly ListedModel[]): readonly ListedModel[] {
  const first = new Map<string, ListedModel>();
  for (const model of models) if (!first.has(model.name)) first.set(model.name, model);
  return [...first.values()];
}
