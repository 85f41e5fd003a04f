// Licences and the bill of materials: what the build refuses, and what it writes.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { billOfMaterials, notices, packageFacts, packagesIn } from "../../../scripts/licences.mjs";
import { tempFolder } from "../../support/tempFolder";

async function made(manifest: object, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = join(await tempFolder(), "node_modules", "some");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "some", version: "1.2.3", ...manifest }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe("a package", () => {
  it("under a licence that nobody has read fails the build, and so does one without its text", async () => {
    await expect(packageFacts(await made({ license: "GPL-3.0" }, { LICENSE: "…" }))).rejects.toThrow(/GPL-3\.0/);
    await expect(packageFacts(await made({}, { LICENSE: "…" }))).rejects.toThrow(/undefined/);
    await expect(packageFacts(await made({ license: "ISC" }))).rejects.toThrow(/no text/);
    await expect(packageFacts(await made({ license: "MIT" }))).rejects.toThrow(/no text/);
  });

  it("brings its licence, its notice, or the text of the licence that it names", async () => {
    const files = { "LICENSE.md": "The terms.\r\nMore.\r\n", "NOTICE.txt": "A notice.", "license.js": "code" };
    expect(await packageFacts(await made({ license: "Apache-2.0" }, files))).toMatchObject({
      text: expect.stringContaining("The terms.\nMore.") as string,
    });
    const facts = await packageFacts(await made({ license: "MIT", author: { name: "A. Author" } }));
    expect(facts.text).toMatch(/Copyright \(c\) A\. Author[^]*Permission is hereby granted/);
  });
});

it("only packages with code in a bundle are named, each once", () => {
  const input = (bytesInOutput: number) => ({ bytesInOutput });
  const output = {
    bytes: 1,
    exports: [],
    imports: [],
    inputs: {
      "src/a.ts": input(5),
      "node_modules/yaml/a.js": input(5),
      "node_modules/yaml/b.js": input(5),
      "node_modules/@scope/one/x.js": input(1),
      "node_modules/dropped/x.js": input(0),
    },
  };
  expect(packagesIn([{ inputs: {}, outputs: { "dist/a.js": output, "dist/b.js": output } }])).toEqual([
    "node_modules/@scope/one",
    "node_modules/yaml",
  ]);
});

it("both files name the same packages", () => {
  const some = {
    folder: "node_modules/@s/o",
    name: "@s/o",
    version: "1.0.0",
    license: "MIT",
    url: "u",
    text: "Terms.",
  };
  const own = { name: "own", version: "2.0.0", license: "MIT" };
  const bill: unknown = JSON.parse(billOfMaterials(own, [some], { "node_modules/@s/o": { integrity: "sha512-AAEC" } }));
  expect(bill).toMatchObject({
    bomFormat: "CycloneDX",
    components: [{ name: "@s/o", purl: "pkg:npm/%40s/o@1.0.0", hashes: [{ alg: "SHA-512", content: "000102" }] }],
    dependencies: [{ ref: "pkg:npm/own@2.0.0", dependsOn: ["pkg:npm/%40s/o@1.0.0"] }],
  });
  expect(notices([some])).toContain("@s/o 1.0.0 (MIT)\nu\n");
});
