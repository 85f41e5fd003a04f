// Completion and hovers in the files of the workspace's roadmaps. What there is to say is said by core/authoring; it is
// loaded when an author first asks. Nothing is registered before there is a roadmap.
import * as vscode from "vscode";
import type { Suggestion } from "../../core/authoring/suggestions";
import { SourceText, type Span } from "../../core/reading/source";
import { wordsHover } from "../feedback/feedbackHover";
import type { LoadModule } from "../lazyModules";
import { knownNames, textOf, type AuthoredFiles } from "./authoredFiles";

/** Files of roadmaps by their names; which of them belong to one is asked at each call. */
const roadmapFilePattern: vscode.DocumentFilter = { pattern: "**/*.[mMyY]*" };

const triggers = [" ", "-", "#", "[", ":"];

export class AuthorLanguage implements vscode.CompletionItemProvider, vscode.HoverProvider, vscode.Disposable {
  private registrations: vscode.Disposable | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly files: AuthoredFiles,
    private readonly load: LoadModule,
  ) {
    this.subscription = files.whenRead(() => {
      if (files.roadmaps.length > 0) this.register();
    });
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.CompletionItem[] | undefined> {
    const file = this.files.find(document.uri);
    if (!file) return undefined;
    const { suggest } = await this.load("suggestions");
    const text = textOf(document);
    const source = new SourceText(text);
    const offset = source.lineStart(position.line) + position.character;
    return suggest(text, file.role, offset, knownNames(file)).map((found, i) => completion(found, i, source));
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const file = this.files.find(document.uri);
    if (!file) return undefined;
    const { explain } = await this.load("explanations");
    const text = textOf(document);
    const source = new SourceText(text);
    const offset = source.lineStart(position.line) + position.character;
    const found = explain(text, file.role, offset, knownNames(file));
    if (!found) return undefined;
    return wordsHover(found.title, found.says.split("\n\n"), rangeOf(found.at, source));
  }

  dispose(): void {
    this.subscription.dispose();
    this.registrations?.dispose();
  }

  private register(): void {
    this.registrations ??= vscode.Disposable.from(
      vscode.languages.registerCompletionItemProvider(roadmapFilePattern, this, ...triggers),
      vscode.languages.registerHoverProvider(roadmapFilePattern, this),
    );
  }
}

const kinds: Readonly<Record<Suggestion["kind"], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  item: vscode.CompletionItemKind.Snippet,
  name: vscode.CompletionItemKind.Reference,
  value: vscode.CompletionItemKind.Value,
  heading: vscode.CompletionItemKind.Module,
};

function completion(
  { kind, label, help, snippet, word }: Suggestion,
  i: number,
  source: SourceText,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, kinds[kind]);
  item.insertText = new vscode.SnippetString(snippet);
  item.range = rangeOf(word, source);
  // The editor filters by what stands in the range, signs before the word included.
  const written = source.text.slice(word.start, word.end);
  item.filterText = `${/^[^\w#]*/.exec(written)?.[0] ?? ""}${label}`;
  item.sortText = String(i).padStart(4, "0");
  if (help !== undefined) item.documentation = help;
  // A key is followed by its value: what may stand there is offered at once.
  if (/: \$0$|\[\$0\]$/.test(snippet))
    item.command = { command: "editor.action.triggerSuggest", title: vscode.l10n.t("Suggest") };
  return item;
}

function rangeOf(span: Span, source: SourceText): vscode.Range {
  const { start, end } = source.range(span);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
