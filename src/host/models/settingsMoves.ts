// Which settings move where, and in which order. Pure: values are read by the function that is handed in.

/** One write to the learner's own settings; names are without `tutor.`. */
export type SettingsMove =
  | { readonly kind: "set"; readonly name: string; readonly value: string | number }
  | { readonly kind: "remove"; readonly name: string };

interface Renamed {
  readonly from: string;
  readonly to: string;
  /** The value under the new name; undefined where the old one is of no use, and then it stays where it is. */
  readonly read: (old: unknown) => string | number | undefined;
}

const text = (old: unknown): string | undefined => (typeof old === "string" ? old : undefined);
const number = (old: unknown): number | undefined => (typeof old === "number" ? old : undefined);
const graders: Readonly<Record<string, string>> = { auto: "auto", "built-in": "none", model: "openai-compatible" };
const choice = (old: unknown): string | undefined => (typeof old === "string" ? graders[old] : undefined);

/** In this order: nothing may be left below `model` when it gets a value, for that would hide it from us. */
const renamed: readonly Renamed[] = [
  { from: "model.baseUrl", to: "openai.baseUrl", read: text },
  { from: "model.name", to: "openai.model", read: text },
  { from: "model.timeout", to: "timeout", read: number },
  { from: "grader", to: "model", read: choice },
];

/**
 * The writes that bring old settings to their new names, in order. An old value moves where its new name is free and is
 * dropped where the new one says the same, so that a move that broke off is finished; where the new one says something
 * else, both stay.
 */
export function settingsMoves(read: (name: string) => unknown): readonly SettingsMove[] {
  return renamed.flatMap(({ from, to, read: translate }): readonly SettingsMove[] => {
    const value = translate(read(from));
    if (value === undefined) return [];
    const now = read(to);
    const remove = { kind: "remove", name: from } as const;
    // While old names stand below it, `model` reads as the object that holds them.
    if (now === undefined || typeof now === "object") return [{ kind: "set", name: to, value }, remove];
    return now === value ? [remove] : [];
  });
}
