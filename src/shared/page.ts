// A view's page as a string: the host puts it into the webview, its script fills `#root`.
// Script and style stand in the page itself: fetched by it, they would take a third of the time until the first topic
// shows. No vscode, no DOM, and no content of a roadmap.

/** What a view's page is made of. */
export interface Page {
  /** Source of the view's bundle in dist. */
  readonly script: string;
  /** Source of the view's style sheet in media. */
  readonly style: string;
  /** Fresh and unguessable for each page. */
  readonly nonce: string;
  /** BCP 47 tag of the display language, e.g. `vscode.env.language`. */
  readonly lang: string;
  /** The view's name, in the display language. */
  readonly title: string;
}

/**
 * The whole page. Only the script and the style with the nonce count; pictures stand in the page itself, nothing is
 * loaded and nothing connects anywhere.
 */
export function pageHtml({ script, style, nonce, lang, title }: Page): string {
  const own = `style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src data:`;
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; ${own}`;
  return `<!DOCTYPE html>
<html lang="${attribute(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<style nonce="${attribute(nonce)}">${style}</style>
</head>
<body>
<main id="root"></main>
<script nonce="${attribute(nonce)}">${enclosed(script)}</script>
</body>
</html>
`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/**
 * A script that cannot end the element it stands in: what would can only stand in its strings and patterns, where the
 * escape means the same.
 */
function enclosed(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, "\\x3c");
}
