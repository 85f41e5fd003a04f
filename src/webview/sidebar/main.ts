// Entry of the sidebar's page: connects the page to VS Code. No logic.
import { config } from "@vscode/l10n";
import { isToWebview, type FromWebview } from "../../shared/sidebarMessages";
import { Sidebar } from "./sidebar";
import { readUiState } from "./uiState";

const vscode = acquireVsCodeApi();
const root = document.getElementById("root");
if (root) {
  const sidebar = new Sidebar({
    root,
    saved: readUiState(vscode.getState()),
    post: (message: FromWebview) => {
      vscode.postMessage(message);
    },
    save: (ui) => vscode.setState(ui),
  });
  const ready = (): void => {
    vscode.postMessage({ type: "ready" } satisfies FromWebview);
  };
  // The host sends the state while the page loads; should that message be lost, asking again brings it.
  const askAgain = setInterval(ready, 2_000);
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (!isToWebview(event.data)) return;
    if (event.data.type === "state") clearInterval(askAgain);
    if (event.data.type === "state" && event.data.l10n) config({ contents: { ...event.data.l10n } });
    sidebar.receive(event.data);
  });
  ready();
}
