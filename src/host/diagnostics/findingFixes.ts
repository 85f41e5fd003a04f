// Quick fixes for what is found in a roadmap's files: the one right mend of a finding, where it has one.
import * as vscode from "vscode";
import type { Finding } from "../../core/roadmap";
import { asRange, diagnosticSource } from "./asDiagnostic";

/** A finding with its file. */
export interface PlacedFinding {
  readonly uri: vscode.Uri;
  readonly finding: Finding;
}

const roadmapFiles: vscode.DocumentFilter = { pattern: "**/*.{md,MD,markdown,yaml,yml,YAML,YML}" };

/** Offers the mends of the findings that it was last given. */
export class FindingFixes implements vscode.CodeActionProvider, vscode.Disposable {
  private byFile: ReadonlyMap<string, readonly Finding[]> = new Map();
  private readonly registration = vscode.languages.registerCodeActionsProvider(roadmapFiles, this, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });

  /** Replaces the findings. */
  take(found: readonly PlacedFinding[]): void {
    const byFile = new Map<string, Finding[]>();
    for (const { uri, finding } of found) {
      const key = uri.toString();
      const findings = byFile.get(key);
      if (findings) findings.push(finding);
      else byFile.set(key, [finding]);
    }
    this.byFile = byFile;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    // The places are those of the saved file.
    const findings = document.isDirty ? undefined : this.byFile.get(document.uri.toString());
    if (!findings) return [];
    return diagnostics
      .filter(({ source }) => source === diagnosticSource)
      .flatMap((diagnostic) => {
        const finding = findings.find((known) => isOf(diagnostic, known));
        return finding ? actionsFor(document.uri, diagnostic, finding) : [];
      });
  }

  dispose(): void {
    this.registration.dispose();
  }
}

function isOf({ code, message, range }: vscode.Diagnostic, finding: Finding): boolean {
  return code === finding.code && message === finding.message && range.start.isEqual(asRange(finding.range).start);
}

function actionsFor(uri: vscode.Uri, diagnostic: vscode.Diagnostic, { code, fix }: Finding): vscode.CodeAction[] {
  if (code === "not-utf8") return [reopen(diagnostic)];
  if (!fix) return [];
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(uri, asRange(fix.range), fix.newText);
  return [action];
}

/** VS Code's own list of encodings, to reopen and save with. */
function reopen(diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const title = vscode.l10n.t("Reopen with its encoding, then save as UTF-8");
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: "workbench.action.editor.changeEncoding", title };
  return action;
}
