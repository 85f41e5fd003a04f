// What is known about each open document, found by the document itself. Holds; draws nothing.
import type * as vscode from "vscode";
import { DocumentFeedback } from "./documentFeedback";
import type { FeedbackSources } from "./feedbackSources";

export class OpenFeedback {
  private readonly documents = new Map<string, DocumentFeedback>();

  constructor(private readonly parse: FeedbackSources["parse"]) {}

  /** What is known about a document; undefined where nothing is. */
  of(document: vscode.TextDocument): DocumentFeedback | undefined {
    const feedback = this.documents.get(document.uri.toString());
    // A document may be closed and another opened at its address before we hear of either.
    return feedback?.document === document ? feedback : undefined;
  }

  /** The same, made where there is none yet. */
  open(document: vscode.TextDocument): DocumentFeedback {
    const known = this.of(document);
    if (known) return known;
    const feedback = new DocumentFeedback(document, () => this.parse(document));
    this.documents.set(document.uri.toString(), feedback);
    return feedback;
  }

  all(): IterableIterator<DocumentFeedback> {
    return this.documents.values();
  }

  /** Drops what is known, where it is still this. */
  forget(feedback: DocumentFeedback): void {
    if (this.of(feedback.document) === feedback) this.documents.delete(feedback.document.uri.toString());
  }
}
