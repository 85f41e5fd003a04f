// The Feedback view's page in a plain browser, without VS Code, before a small host that keeps marks as the real one does.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { launchBrowser } from "../../scripts/realVscode.mjs";
import { themes } from "./themes.mjs";

const origin = "http://feedback.test";
const alias = { "@vscode/l10n": "./node_modules/@vscode/l10n/dist/browser.js" };

async function bundle(entry, format) {
  /** @type {import("esbuild").BuildOptions & { write: false }} */
  const options = { bundle: true, write: false, format, platform: "browser", target: "es2022", alias };
  const { outputFiles } = await build({ ...options, entryPoints: [entry], minify: true, logLevel: "warning" });
  return outputFiles[0].text;
}

/** The product's own colours, as the manifest has them for each kind of theme. */
async function ownColours(kind) {
  const { contributes } = JSON.parse(await readFile("package.json", "utf8"));
  return Object.fromEntries(contributes.colors.map(({ id, defaults }) => [id.replaceAll(".", "-"), defaults[kind]]));
}

const kinds = { dark: "dark", light: "light", "hc-dark": "highContrast", "hc-light": "highContrastLight" };

async function load(entry) {
  return import(`data:text/javascript,${encodeURIComponent(await bundle(entry, "esm"))}`);
}

/** Starts a browser and returns a function that opens Feedback views in it, and the host's own modules. */
export async function openFeedbackBrowser() {
  const [script, { pageHtml }, style, host] = await Promise.all([
    bundle("src/webview/feedback/main.ts", "iife"),
    load("src/shared/page.ts"),
    readFile("media/feedback.css", "utf8"),
    load("test/webview/feedbackHost.ts"),
  ]);
  const html = pageHtml({ script, style, nonce: "n0nce", lang: "en", title: "Feedback" });
  const browser = await launchBrowser();
  return {
    host,
    close: () => browser.close(),
    /**
     * A page of that theme and size; `errors` collects everything that the console complains about.
     * @param {{ theme?: string, width?: number, height?: number, saved?: unknown, l10n?: unknown }} [options]
     */
    async feedback({ theme = "dark", width = 300, height = 900, saved, l10n } = {}) {
      const context = await browser.newContext({ viewport: { width, height } });
      const tab = await context.newPage();
      const errors = [];
      tab.on("pageerror", (error) => errors.push(String(error)));
      tab.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await tab.route(`${origin}/**`, (route) => route.fulfill({ contentType: "text/html", body: html }));
      await tab.addInitScript((state) => {
        window.posted = [];
        window.uiState = state;
        window.acquireVsCodeApi = () => ({
          postMessage: (m) => {
            window.posted.push(m);
            window.toHost?.(m);
          },
          getState: () => window.uiState,
          setState: (s) => (window.uiState = s),
        });
      }, saved);
      await tab.goto(`${origin}/`);
      const colors = { ...themes[theme].colors, ...(await ownColours(kinds[theme])) };
      await tab.evaluate(
        ({ className, colors: all }) => {
          document.body.className = className;
          const root = document.documentElement.style;
          for (const [name, value] of Object.entries(all)) root.setProperty(`--vscode-${name}`, value);
          root.setProperty("--vscode-font-family", "'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif");
          root.setProperty("--vscode-font-size", "13px");
          root.setProperty("--vscode-editor-font-family", "monospace");
          document.body.style.background = "var(--vscode-sideBar-background)";
        },
        { className: themes[theme].className, colors },
      );
      // Done once the page, which listened first, has taken the message.
      const send = (message) =>
        tab.evaluate(
          (m) =>
            new Promise((taken) => {
              window.addEventListener("message", () => taken(), { once: true });
              window.postMessage(m, "*");
            }),
          message,
        );
      const state = (s) => send({ type: "state", state: s, ...(l10n ? { l10n } : {}) });
      return {
        tab,
        errors,
        send,
        state,
        posted: () => tab.evaluate(() => window.posted),
        saved: () => tab.evaluate(() => window.uiState),
        /** Answers every request of the page as the extension does. */
        async serve(answer) {
          await tab.exposeFunction("toHost", (message) => {
            if (answer.receive(message)) void state(answer.state());
          });
          await state(answer.state());
        },
        close: () => context.close(),
      };
    },
  };
}
