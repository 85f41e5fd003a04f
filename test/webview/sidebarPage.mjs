// The sidebar's page in a plain browser, without VS Code: the same HTML, CSP, CSS and script, with a stub of the
// webview API.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { launchBrowser } from "../../scripts/realVscode.mjs";
import { themes } from "./themes.mjs";

const origin = "http://sidebar.test";
const alias = { "@vscode/l10n": "./node_modules/@vscode/l10n/dist/browser.js" };

async function bundle(entry, format) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    platform: "browser",
    target: "es2022",
    alias,
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

/** Starts a browser and returns a function that opens sidebars in it. */
export async function openBrowser() {
  const [script, page, style] = await Promise.all([
    bundle("src/webview/sidebar/main.ts", "iife"),
    bundle("src/shared/page.ts", "esm"),
    readFile("media/sidebar.css", "utf8"),
  ]);
  const { pageHtml } = await import(`data:text/javascript,${encodeURIComponent(page)}`);
  const html = pageHtml({ script, style, nonce: "n0nce", lang: "en", title: "Roadmap" });
  const browser = await launchBrowser();
  return {
    close: () => browser.close(),
    /**
     * A page of that theme and size; `errors` collects everything that the console complains about, `saved` is the
     * webview's stored UI state.
     * @param {{ theme?: string, width?: number, height?: number, saved?: unknown, forcedColors?: "none" | "active", l10n?: unknown }} [options]
     */
    async sidebar({ theme = "dark", width = 300, height = 700, saved, forcedColors = "none", l10n } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, forcedColors });
      const tab = await context.newPage();
      const errors = [];
      tab.on("pageerror", (error) => errors.push(String(error)));
      tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await tab.route(`${origin}/**`, (route) => route.fulfill({ contentType: "text/html", body: html }));
      await tab.addInitScript((state) => {
        window.posted = [];
        window.uiState = state;
        window.acquireVsCodeApi = () => ({
          postMessage: (m) => window.posted.push(m),
          getState: () => window.uiState,
          setState: (s) => (window.uiState = s),
        });
      }, saved);
      await tab.goto(`${origin}/`);
      await tab.evaluate(({ className, colors }) => {
        document.body.className = className;
        const style = document.documentElement.style;
        for (const [name, value] of Object.entries(colors)) style.setProperty(`--vscode-${name}`, value);
        style.setProperty("--vscode-font-family", "'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif");
        style.setProperty("--vscode-font-size", "13px");
        style.setProperty("--vscode-editor-font-family", "monospace");
        document.body.style.background = "var(--vscode-sideBar-background)";
      }, themes[theme]);
      // Done once the page, which listened first, has taken the message: its delivery is a task that may come after the
      // next look at the page.
      const send = (message) =>
        tab.evaluate(
          (m) =>
            new Promise((taken) => {
              window.addEventListener("message", () => taken(), { once: true });
              window.postMessage(m, "*");
            }),
          message,
        );
      return {
        tab,
        errors,
        posted: () => tab.evaluate(() => window.posted),
        saved: () => tab.evaluate(() => window.uiState),
        send,
        state: (state) => send({ type: "state", state, ...(l10n ? { l10n } : {}) }),
        close: () => context.close(),
      };
    },
  };
}
