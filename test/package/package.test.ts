// What the .vsix holds: the files that ship and no others, small, and without a secret.
import { readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { beforeAll, describe, expect, test } from "vitest";
import { packageExtension } from "../../scripts/package.mjs";

/**
 * Bytes. It was 350,000 before the package brought the texts of others' licences and a bill of materials (9 kB), and
 * two more display languages with readers of their own; 600,000 before authors had
 * goldens held in the editor, drafts and blind answers of a model (15 kB); 615,000 before faults of files and of
 * services were told kind by kind, in three languages (2 kB).
 */
const limit = 620_000;

/** What a key or token looks like; the packager's own check misses the first. */
const secrets = [
  /\bsk-[A-Za-z0-9_-]{20,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bnpm_[A-Za-z0-9]{36}/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /_authToken\s*=/,
];

interface PackedFile {
  readonly path: string;
  readonly text: string;
}

describe("the package", () => {
  const vsix = process.env["ROADMAP_TUTOR_VSIX"] ?? "";
  let files: readonly PackedFile[] = [];

  beforeAll(async () => {
    if (vsix === "") throw new Error("Run `node scripts/testPackage.mjs`: it makes the package under test.");
    const zip = await JSZip.loadAsync(readFileSync(vsix));
    const entries = Object.values(zip.files).filter(({ dir }) => !dir);
    files = await Promise.all(entries.map(async (entry) => ({ path: entry.name, text: await entry.async("string") })));
  });

  test("holds exactly what ships", () => {
    expect(files.map(({ path }) => path).sort()).toMatchSnapshot();
  });

  test("is small", () => {
    expect(statSync(vsix).size).toBeLessThanOrEqual(limit);
  });

  test("holds no source, test or source map", () => {
    const strays = files
      .map(({ path }) => path)
      .filter((path) =>
        /\.(ts|map|yaml|snap|tsbuildinfo)$|\/(src|test|scripts|questions|node_modules)\/|\.env|\.npmrc/.test(path),
      );
    expect(strays).toEqual([]);
    expect(files.filter(({ text }) => text.includes("sourceMappingURL=")).map(({ path }) => path)).toEqual([]);
  });

  test("holds no secret and no path of the machine that made it", () => {
    const places = [process.cwd(), process.env["HOME"] ?? ""].filter((path) => path.length > 5);
    const leaks = files.filter(
      ({ text }) => secrets.some((secret) => secret.test(text)) || places.some((place) => text.includes(place)),
    );
    expect(leaks.map(({ path }) => path)).toEqual([]);
  });

  test("brings the licence of every package that it holds code of, and a bill of materials", () => {
    const text = (path: string) => files.find((file) => file.path === `extension/dist/${path}`)?.text ?? "";
    const bill = JSON.parse(text("sbom.cdx.json")) as {
      readonly bomFormat: string;
      readonly components: readonly {
        readonly name: string;
        readonly version: string;
        readonly purl: string;
        readonly licenses: readonly { readonly license: { readonly id: string } }[];
        readonly hashes: readonly { readonly content: string }[];
      }[];
    };
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      readonly packages: Readonly<Record<string, { readonly version: string }>>;
    };
    expect(bill.bomFormat).toBe("CycloneDX");
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["openai", "zod", "yaml", "marked", "jsonrepair", "stemmer"]));
    const notices = text("thirdPartyNotices.txt");
    for (const { name, version, licenses, hashes } of bill.components) {
      expect(version).toBe(lock.packages[`node_modules/${name}`]?.version);
      expect(hashes.map(({ content }) => content.length)).toEqual([128]);
      const id = licenses[0]?.license.id ?? "";
      const [, after = ""] = notices.split(`\n${name} ${version} (${id})\n`);
      expect(after.slice(0, 1200)).toMatch(/permission|apache license/i);
    }
    // Each of these signs stands in the code of one of the packages.
    const code = files.filter(({ path }) => path.endsWith(".js")).map((file) => file.text);
    const signs = { openai: "X-Stainless", marked: "marked", yaml: "YAMLParseError", zod: "ZodError" };
    for (const [name, sign] of Object.entries(signs))
      expect(code.some((one) => one.includes(sign))).toBe(names.includes(name));
  });

  test("is the same to the byte when it is made again, elsewhere and later", async () => {
    const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-package-"));
    const zone = process.env["TZ"];
    process.env["TZ"] = "Asia/Tokyo";
    const mask = process.umask(0o077);
    try {
      const again = await packageExtension({ to: folder });
      expect(readFileSync(again).equals(readFileSync(vsix))).toBe(true);
    } finally {
      process.umask(mask);
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
      await rm(folder, { recursive: true });
    }
  });

  test("has every file that the manifest names", () => {
    const has = new Set(files.map(({ path }) => path));
    const manifest = files.find(({ path }) => path === "extension/package.json")?.text ?? "{}";
    const named = [...manifest.matchAll(/"\.?\/?((?:media|dist)\/[^"]+)"/g)].map(
      ([, path]) => `extension/${path ?? ""}`,
    );
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((path) => !has.has(path) && !has.has(`${path}.js`))).toEqual([]);
  });
});
