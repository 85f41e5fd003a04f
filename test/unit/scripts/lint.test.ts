// The lint rule that keeps words of others from becoming links: what it refuses, and where.
import { join } from "node:path";
import { ESLint, Linter } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";
import { parser } from "typescript-eslint";

const root = join(import.meta.dirname, "../../..");
const name = "no-restricted-syntax";

/** What the rule says of some code at a path of the repository. */
async function rule(path: string): Promise<(code: string) => string[]> {
  const config = (await new ESLint({ cwd: root }).calculateConfigForFile(join(root, path))) as Linter.Config;
  const linter = new Linter();
  const own: Linter.Config = { languageOptions: { parser }, rules: { [name]: config.rules?.[name] ?? "off" } };
  return (code) => linter.verify(code, own).map(({ message }) => message);
}

describe("words of others", () => {
  let host: (code: string) => string[];
  beforeAll(async () => void (host = await rule("src/host/commands/hints.ts")));

  it.each([
    "void vscode.window.showInformationMessage(hint);",
    "vscode.window.showWarningMessage(t(hint), ok).then(f);",
    "const show = vscode.window.showErrorMessage;",
    "const { showErrorMessage } = vscode.window;",
    "const { window } = vscode;",
    "vscode.window.showQuickPick([question.title], {});",
    "vscode.window.createQuickPick();",
    "vscode.window.showInputBox({ prompt: title });",
    "vscode.window.createStatusBarItem('a');",
    "vscode.window.setStatusBarMessage(title);",
    "vscode.window.withProgress({ title }, task);",
    "new vscode.CodeLens(range, { title });",
    "new vscode.MarkdownString(remark);",
    "const options = { hoverMessage: remark };",
  ])("are not shown by %s", (code) => expect(host(code)).toHaveLength(1));

  it.each([
    'import { showInformationMessage } from "../shown";\nvoid showInformationMessage(hint);',
    "const { activeTextEditor } = vscode.window;",
    "vscode.window.showTextDocument(document);",
  ])("may be shown by %s", (code) => expect(host(code)).toEqual([]));

  it("pass by in two files only, which make them plain", async () => {
    const code = "vscode.window.showErrorMessage(a);\nnew vscode.MarkdownString(b);";
    for (const path of ["src/host/shown.ts", "src/host/feedback/feedbackHover.ts"])
      expect((await rule(path))(code)).toEqual([]);
    for (const path of ["src/extension.ts", "src/host/models/setUpScreens.ts", "src/host/pages/pages.ts"])
      expect((await rule(path))(code)).toHaveLength(2);
  });
});
