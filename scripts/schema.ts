// The JSON Schemas of a question's front matter and of roadmap.yaml, made from the shapes that the reader checks with.
// test/unit/scripts/schema.test.ts holds the committed files to them; `npx vitest run -u schema` writes them anew.
import * as z from "zod/mini";
import { fieldHelp } from "../src/core/reading/fieldHelp";
import { questionShape, roadmapShape } from "../src/core/reading/shapes";

/** File name under questions/ to the text of its schema. */
export function schemaFiles(): Record<string, string> {
  return {
    "roadmap-question.schema.json": schemaOf(questionShape, "Front matter of a question"),
    "roadmap.schema.json": schemaOf(roadmapShape, "roadmap.yaml"),
  };
}

function schemaOf(shape: z.core.$ZodType, title: string): string {
  const { $schema, ...schema } = z.toJSONSchema(shape);
  return `${JSON.stringify(described({ $schema, title, ...schema }), undefined, 2)}\n`;
}

/** The schema with what is known of each field as its description, at every depth. */
function described(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(described);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key !== "properties" || typeof value !== "object" || value === null) return [key, described(value)];
    return [
      key,
      Object.fromEntries(
        Object.entries(value).map(([field, inner]) => [
          field,
          { ...(described(inner) as object), description: sentence(fieldHelp(field) ?? field) },
        ]),
      ),
    ];
  });
  return Object.fromEntries(entries);
}

function sentence(help: string): string {
  return `${help.charAt(0).toUpperCase()}${help.slice(1)}.`;
}
