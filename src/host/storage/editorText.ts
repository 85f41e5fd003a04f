// The text of a file as the editor shows it, and the bytes that the editor is given: VS Code decodes every file by
// `files.encoding`, while answers are kept as UTF-8, whatever that setting says.
import * as vscode from "vscode";
import { decodeOwn, decodeText, hasUtf8Mark, isAscii, ownEncoding } from "./answerBytes";

const utf8Mark = new Uint8Array([0xef, 0xbb, 0xbf]);

/** The text of a file's bytes: by what they show themselves, else by the encoding that VS Code is set to for it. */
export async function textOf(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  const own = decodeOwn(bytes);
  if (own !== undefined) return own;
  try {
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    // VS Code takes it for no text; what can be read of it is still the learner's.
    return decodeText(bytes);
  }
}

/** Bytes that VS Code reads as the text that they hold, however it is set for this file. */
export async function bytesForEditor(bytes: Uint8Array, uri: vscode.Uri): Promise<Uint8Array> {
  const open = openEncoding(uri);
  const marked = readsAsUtf8(uri) ? hasUtf8Mark(bytes) : true;
  const plain = ownEncoding(bytes) === "utf-8";
  if (open !== undefined) return vscode.workspace.encode(await textOf(bytes, uri), { encoding: open });
  if (plain && (!marked || hasUtf8Mark(bytes))) return bytes;
  const text = new TextEncoder().encode(await textOf(bytes, uri));
  return marked ? withMark(text) : text;
}

/**
 * What the editor saves of a `tutor:` document, as UTF-8 without a byte order mark; plain UTF-8 stays byte for byte.
 */
export async function storedBytes(bytes: Uint8Array, uri: vscode.Uri): Promise<Uint8Array> {
  const open = openEncoding(uri);
  if (open !== undefined) return new TextEncoder().encode(await vscode.workspace.decode(bytes, { encoding: open }));
  return hasUtf8Mark(bytes) ? bytes.subarray(utf8Mark.length) : bytes;
}

/** The bytes of a new file that the editor shall read as this text. */
export function newFileBytes(text: string, uri: vscode.Uri): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return readsAsUtf8(uri) || isAscii(bytes) ? bytes : withMark(bytes);
}

/**
 * The encoding to open a file with, where VS Code's own choice would not show its text: UTF-8 that a setting calls
 * something else.
 */
export function encodingToOpenWith(bytes: Uint8Array, uri: vscode.Uri): "utf8" | undefined {
  const safe = readsAsUtf8(uri) || hasUtf8Mark(bytes) || isAscii(bytes);
  return !safe && ownEncoding(bytes) === "utf-8" ? "utf8" : undefined;
}

/** The encoding that an open document was given, where it is not UTF-8. */
function openEncoding(uri: vscode.Uri): string | undefined {
  const wanted = uri.toString();
  const encoding = vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted)?.encoding;
  return encoding === undefined || encoding.startsWith("utf8") ? undefined : encoding;
}

/** True where VS Code takes bytes without a mark for UTF-8. */
function readsAsUtf8(uri: vscode.Uri): boolean {
  const files = vscode.workspace.getConfiguration("files", { uri, languageId: "markdown" });
  return files.get("encoding", "utf8").startsWith("utf8") && !files.get("autoGuessEncoding", false);
}

function withMark(bytes: Uint8Array): Uint8Array {
  const marked = new Uint8Array(utf8Mark.length + bytes.length);
  marked.set(utf8Mark);
  marked.set(bytes, utf8Mark.length);
  return marked;
}
