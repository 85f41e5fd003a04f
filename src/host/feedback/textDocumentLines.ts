// An open document seen the way the pure feedback code wants it. Adapters only.
import * as vscode from "vscode";
import type { TextRange } from "../../core/text/textRange";
import type { DocumentLines } from "../../core/feedback/documentLines";
import type { CurrentText } from "../../core/feedback/trackedRemarks";

/** The lines of an open document; reads them when asked and copies nothing. */
export function documentLines(document: vscode.TextDocument): DocumentLines {
  return {
    lineCount: document.lineCount,
    lineText: (line) => document.lineAt(line).text,
    lineStart: (line) => document.offsetAt(new vscode.Position(line, 0)),
    lineAt: (offset) => document.positionAt(offset).line,
  };
}

/** The document's text as it is now, with the place where its answer begins. */
export function currentText(document: vscode.TextDocument, answerStart: number | undefined): CurrentText {
  return {
    answerStart,
    length: document.offsetAt(document.lineAt(document.lineCount - 1).range.end),
    slice: (start, end) => document.getText(documentRange(document, { start, end })),
  };
}

/** A range of offsets as positions. */
export function documentRange(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}
