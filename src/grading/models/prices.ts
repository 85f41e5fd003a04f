// What a service takes for a model's tokens, where that is known: from its own list of models, or from the learner's
// settings. Nothing is guessed: what cannot be read is no price.
import { isRecord } from "../../core/text/jsonRecord";

/** What a million tokens cost. */
export interface ModelPrice {
  /** Of those that the model reads. */
  readonly input: number;
  /** Of those that it writes. */
  readonly output: number;
  /** ISO 4217, three capitals. */
  readonly currency: string;
}

const million = 1_000_000;

/**
 * The price in an entry of a service's list: `pricing` with `prompt` and `completion`, US dollars a token, mostly as
 * texts. A service that also takes something for each request, or names −1 for "it depends", names no price here.
 */
export function listedPrice(entry: Readonly<Record<string, unknown>>): ModelPrice | undefined {
  const { pricing } = entry;
  if (!isRecord(pricing) || (amount(pricing["request"]) ?? 0) > 0) return undefined;
  const [input, output] = [amount(pricing["prompt"]), amount(pricing["completion"])];
  if (input === undefined || output === undefined) return undefined;
  return { input: input * million, output: output * million, currency: "USD" };
}

/** A price as the learner writes it: `{"input": 0.4, "output": 1.6}`, in US dollars unless `currency` says another. */
export function givenPrice(value: unknown): ModelPrice | undefined {
  if (!isRecord(value)) return undefined;
  const { currency = "USD" } = value;
  const [input, output] = [amount(value["input"]), amount(value["output"])];
  if (input === undefined || output === undefined) return undefined;
  return typeof currency === "string" && /^[A-Z]{3}$/.test(currency) ? { input, output, currency } : undefined;
}

/** What so many tokens cost, in the price's currency. */
export function costOf({ input, output }: ModelPrice, tokensIn: number, tokensOut: number): number {
  return (input * tokensIn + output * tokensOut) / million;
}

function amount(value: unknown): number | undefined {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) && read >= 0 ? read : undefined;
}
