// The bundle for translators is the one that src/ makes now, and it has every text that a reader sees.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { bundleFile, englishBundle } from "../../../scripts/l10n.mjs";

const root = join(import.meta.dirname, "../../..");
const committed = readFileSync(join(root, bundleFile), "utf8");

/** First argument of every call of `t` or `….l10n.t` in a file. */
function texts(path: string): { readonly where: string; readonly text: ts.Expression | undefined }[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, "src", path), "utf8"), ts.ScriptTarget.Latest);
  const found: { where: string; text: ts.Expression | undefined }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^t$|\bl10n\.t$/.test(node.expression.getText(source))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ where: `src/${path}:${line + 1}`, text: node.arguments[0] });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);
const calls = files.flatMap(texts);

it("is up to date; `npm run l10n` writes it anew", async () => {
  expect(committed).toBe(await englishBundle());
});

it("has each text of src/, every one written out where it is used", () => {
  const bundle = JSON.parse(committed) as Record<string, unknown>;
  expect(calls.length).toBeGreaterThan(100);
  const lost = calls.filter(
    ({ text }) => text === undefined || !ts.isStringLiteralLike(text) || !(text.text in bundle),
  );
  expect(lost.map(({ where }) => where)).toEqual([]);
});

it("comes from the host, the core, the graders and the sidebar", () => {
  for (const folder of ["host", "core", "grading", "webview"])
    expect(calls.filter(({ where }) => where.startsWith(`src/${folder}/`)).length).toBeGreaterThan(5);
});
