// How the HTML report looks: on a screen, light and dark, in a tab of VS Code, and on paper.

/** The style sheet, put into the page itself. */
export const reportStyle = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --panel: #f6f8fa; }
:root { --accent: #0b62c4; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --soft: #9da7b1; --line: #3d444d; --panel: #161b22; --accent: #6cb2ff; }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); font: 16px/1.55 system-ui, "Segoe UI", sans-serif; background: Canvas; }
body[data-vscode-theme-kind] {
  --text: var(--vscode-editor-foreground);
  --soft: var(--vscode-descriptionForeground);
  --line: var(--vscode-editorWidget-border, var(--vscode-contrastBorder));
  --panel: var(--vscode-textCodeBlock-background);
  --accent: var(--vscode-textLink-foreground);
  background: var(--vscode-editor-background);
}
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 0 0 .25rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
h4, h5, h6 { font-size: 1rem; margin: 1rem 0 .4rem; }
section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1.5rem; }
p, ul, ol, pre, table, blockquote { margin: 0 0 .75rem; }
.summary, .note { color: var(--soft); font-size: .9rem; }
.prompt img { max-width: 100%; height: auto; }
.prompt { border-inline-start: 3px solid var(--line); padding-inline-start: .9rem; }
.answer { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1rem .2rem; }
.marks { font-size: 1.1rem; }
.remarks { list-style: none; padding: 0; }
.remarks li { margin-bottom: .6rem; padding-inline-start: 1.6rem; }
.sign { display: inline-block; width: 1.3rem; margin-inline-start: -1.6rem; text-align: center; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; font-size: .9rem; }
mark { color: inherit; background: none; text-decoration: underline solid 2px; text-underline-offset: .2em; }
mark.met { text-decoration-color: #1a7f37; background: #2da44e22; }
mark.partly { text-decoration-color: #9a6700; text-decoration-style: dashed; background: #bf870022; }
mark.missed, mark.unclear { text-decoration-color: #8250df; text-decoration-style: dashed; }
mark.contradicted { text-decoration-color: #cf222e; text-decoration-style: wavy; background: #cf222e1f; }
mark.found { text-decoration-color: var(--accent); text-decoration-style: dotted; }
mark.by-learner { text-decoration-color: currentColor; background: none; }
q { color: var(--soft); font-style: italic; }
pre { white-space: pre-wrap; border: 1px solid var(--line); border-radius: 4px; padding: .6rem .8rem; }
code { font: .9em ui-monospace, Consolas, monospace; }
blockquote { border-inline-start: 3px solid var(--line); margin-inline: 0; padding-inline-start: .9rem; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .25rem .5rem; }
a { color: var(--accent); }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #444; --line: #bbb; --panel: #fff; --accent: #000; }
  body { font-size: 11pt; background: #fff; }
  main { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  .remarks li, pre, table { break-inside: avoid; }
  a[href]::after { content: " (" attr(href) ")"; color: var(--soft); font-size: .85em; }
}
`;
