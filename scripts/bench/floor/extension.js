// The floor: the least an extension can do for each thing that is measured. No logic that the product has.
const vscode = require("vscode");

exports.activate = (context) => {
  const box = vscode.window.createTextEditorDecorationType({ backgroundColor: "#8888" });
  context.subscriptions.push(
    box,
    vscode.window.registerWebviewViewProvider("floor.view", {
      resolveWebviewView(view) {
        view.webview.html = '<!DOCTYPE html><body><div role="treeitem">hello</div></body>';
      },
    }),
    vscode.commands.registerCommand("floor.draw", () => {
      vscode.window.activeTextEditor?.setDecorations(box, [new vscode.Range(0, 0, 0, 5)]);
    }),
  );
};
