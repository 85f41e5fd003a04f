// A finding in the editor's own terms.
import * as vscode from "vscode";
import type { FileRange, Finding } from "../../core/roadmap/roadmap";

/** Shown beside each message. */
export const diagnosticSource = "Roadmap Tutor";

/** The finding as the Problems panel shows it. */
export function asDiagnostic({ range, code, severity, message }: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    asRange(range),
    message,
    severity === "error" ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = code;
  return diagnostic;
}

/** The range as the editor has it. */
export function asRange({ start, end }: FileRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
