// Quick fixes for what is found in a roadmap's files: the one right mend of a finding, where it has one.
import * as vscode from "vscode";
import type { Finding } from "../../core/roadmap/roadmap";
import { asRange, diagnosticSource } from "./asDiagnostic";

/** What is found in a document as it stands in the editor now. */
export type FindingsOf = (document: vscode.TextDocument) => Promise<readonly Finding[]>;

/** Markdown and YAML, in any case of their endings. */
const roadmapFiles: vscode.DocumentFilter = { pattern: "**/*.[mMyY]*" };

/** Offers the mends of the findings whose diagnostics are asked about. */
export class FindingFixes implements vscode.CodeActionProvider, vscode.Disposable {
  private readonly registration = vscode.languages.registerCodeActionsProvider(roadmapFiles, this, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });

  constructor(private readonly findingsOf: FindingsOf) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const own = diagnostics.filter(({ source }) => source === diagnosticSource);
    if (own.length === 0) return [];
    const findings = await this.findingsOf(document);
    return own.flatMap((diagnostic) => {
      const finding = findingOf(diagnostic, findings);
      return finding ? actionsFor(document.uri, diagnostic, finding) : [];
    });
  }

  dispose(): void {
    this.registration.dispose();
  }
}

/** The finding that a diagnostic shows; while text moves, the one of that code and message that is nearest to it. */
function findingOf({ code, message, range }: vscode.Diagnostic, findings: readonly Finding[]): Finding | undefined {
  const far = (finding: Finding): number => Math.abs(finding.range.start.line - range.start.line);
  return findings
    .filter((finding) => code === finding.code && message === finding.message)
    .toSorted((a, b) => far(a) - far(b))[0];
}

function actionsFor(
  uri: vscode.Uri,
  diagnostic: vscode.Diagnostic,
  { code, fix, otherFix }: Finding,
): vscode.CodeAction[] {
  if (code === "not-utf8") return [reopen(diagnostic)];
  return [fix, otherFix].flatMap((mend) => {
    if (!mend) return [];
    const action = new vscode.CodeAction(mend.title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    // Which side is right nobody but the author knows.
    action.isPreferred = !otherFix;
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(uri, [textEdit(asRange(mend.range), mend.newText)]);
    return [action];
  });
}

/** What waits for its author is selected, ready to be written over. */
function textEdit(range: vscode.Range, newText: string): vscode.TextEdit | vscode.SnippetTextEdit {
  if (!/\bTODO\b/.test(newText)) return vscode.TextEdit.replace(range, newText);
  let stops = 0;
  const snippet = newText.replace(/[\\$}]/g, "\\$&").replace(/\bTODO\b/g, () => `\${${String(++stops)}:TODO}`);
  const edit = vscode.SnippetTextEdit.replace(range, new vscode.SnippetString(snippet));
  // Where each line stands is known already.
  edit.keepWhitespace = true;
  return edit;
}

/** VS Code's own list of encodings, to reopen and save with. */
function reopen(diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t("Reopen with its encoding, then save as UTF-8");
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: "workbench.action.editor.changeEncoding", title };
  return action;
}
