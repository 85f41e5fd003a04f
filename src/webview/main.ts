// Entry of the sidebar's page: connects the page to VS Code. No logic.
import { config } from "@vscode/l10n";
import { isToWebview, type FromWebview } from "../protocol";
import { Sidebar } from "./sidebar";
import { readUiState } from "./uiState";

const vscode = acquireVsCodeApi();
const root = document.getElementById("root");
if (root) {
  const sidebar = new Sidebar({
    root,
    saved: readUiState(vscode.getState()),
    post: (message: FromWebview) => vscode.postMessage(message),
    save: (ui) => vscode.setState(ui),
  });
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (!isToWebview(event.data)) return;
    if (event.data.type === "state" && event.data.l10n) config({ contents: { ...event.data.l10n } });
    sidebar.receive(event.data);
  });
  vscode.postMessage({ type: "ready" } satisfies FromWebview);
}
