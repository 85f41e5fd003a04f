// What the .vsix holds: the files that ship and no others, small, and without a secret.
import { readFileSync, statSync } from "node:fs";
import JSZip from "jszip";
import { beforeAll, describe, expect, test } from "vitest";

/** Bytes; the promise of README. */
const limit = 350_000;

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
