// Entry of the Feedback view's page: connects the page to VS Code. No logic.
import { config } from "@vscode/l10n";
import { isToFeedback, type FromFeedback } from "../../shared/feedbackMessages";
import { FeedbackPage } from "./feedbackPage";
import { readUiState } from "./uiState";

const vscode = acquireVsCodeApi();
const root = document.getElementById("root");
if (root) {
  const page = new FeedbackPage({
    root,
    saved: readUiState(vscode.getState()),
    post: (message: FromFeedback) => vscode.postMessage(message),
    save: (ui) => vscode.setState(ui),
  });
  const ready = (): void => vscode.postMessage({ type: "ready" } satisfies FromFeedback);
  // The host sends the state while the page loads; should that message be lost, asking again brings it.
  const askAgain = setInterval(ready, 2_000);
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (!isToFeedback(event.data)) return;
    if (event.data.type === "state") clearInterval(askAgain);
    if (event.data.type === "state" && event.data.l10n) config({ contents: { ...event.data.l10n } });
    page.receive(event.data);
  });
  ready();
}
