// Our JSON Schemas asked by path: which keys a place may have, what a value may be, and what all of it is for.
import questionSchema from "../../../questions/roadmap-question.schema.json";
import roadmapSchema from "../../../questions/roadmap.schema.json";
import type { OutlinePath } from "./yamlOutline";

/** As much of a JSON Schema as ours use. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** The schema of a question's front matter, or of roadmap.yaml. */
export function schemaOf(file: "question" | "roadmap"): Schema {
  return file === "question" ? questionSchema : roadmapSchema;
}

/** What may stand at a path: of alternatives, all of them. */
export function schemasAt(schema: Schema, path: OutlinePath): readonly Schema[] {
  if (schema.anyOf) return schema.anyOf.flatMap((alternative) => schemasAt(alternative, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  const inner = typeof step === "number" ? schema.items : schema.properties?.[step];
  return inner ? schemasAt(inner, rest) : [];
}

/** The keys that a place may have, with what each holds; `needed` where every alternative asks for it. */
export function keysAt(schema: Schema, path: OutlinePath): readonly { key: string; holds: Schema; needed: boolean }[] {
  const maps = schemasAt(schema, path).filter((found) => found.properties !== undefined);
  const keys = new Map<string, Schema>();
  for (const { properties = {} } of maps)
    for (const [key, holds] of Object.entries(properties)) if (!keys.has(key)) keys.set(key, holds);
  return [...keys].map(([key, holds]) => ({ key, holds, needed: maps.every((map) => map.required?.includes(key)) }));
}
