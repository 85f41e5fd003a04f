// The committed JSON Schemas are those of the shapes; `npx vitest run -u schema` writes them anew.
import { join } from "node:path";
import { expect, it } from "vitest";
import { schemaFiles } from "../../../scripts/schema";

it.each(Object.entries(schemaFiles()))("questions/%s is up to date", async (name, text) => {
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "../../../questions", name));
});
