// The sidebar's page as a string: the host puts it into the webview, the webview's script fills `#root`.
// No vscode, no DOM, and no content of a roadmap.

export interface SidebarPage {
  /** Webview URI of dist/webview.js. */
  readonly scriptUri: string;
  /** Webview URI of media/sidebar.css. */
  readonly styleUri: string;
  /** The webview's own `cspSource`. */
  readonly cspSource: string;
  /** Fresh and unguessable for each page. */
  readonly nonce: string;
  /** BCP 47 tag of the display language, e.g. `vscode.env.language`. */
  readonly lang: string;
  /** The view's name, in the display language. */
  readonly title: string;
}

/** The whole page. Only the script with the nonce runs; styles and pictures come from the extension alone; nothing connects anywhere. */
export function sidebarHtml({ scriptUri, styleUri, cspSource, nonce, lang, title }: SidebarPage): string {
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src ${cspSource}; img-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${attribute(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${attribute(styleUri)}">
</head>
<body>
<main id="root"></main>
<script nonce="${attribute(nonce)}" src="${attribute(scriptUri)}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
