// A window of the real VS Code with the packaged extension installed, driven through its page as a learner does.
// Nothing here knows what the extension shows; see learner.ts for that.
import { expect } from "vitest";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Frame, Locator, Page } from "playwright-core";
import { homeFolders, installVsix, launchBrowser, newHome, startServer } from "../../../scripts/realVscode.mjs";
import { quietSettings, writeSettings } from "../../../scripts/vscode/settings.mjs";
import { languageOfRun, ShownWords, type DisplayLanguage } from "./displayLanguage";
import { paletteTitles, runCommand } from "./palette";

/** How to open a workbench; everything has a default. */
export interface WorkbenchOptions {
  /** The display language; what the run asks for where it is absent. */
  readonly language?: DisplayLanguage;
  /** User settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of scope `machine`, which a remote window takes from its server. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** CSS pixels. */
  readonly size?: PageSize;
  /** A `.code-workspace` in the window's folder that is opened in its place, for a workspace of several folders. */
  readonly workspaceFile?: string;
  /** Fills the window's folder and VS Code's home before the server starts. */
  readonly prepare?: (places: { readonly folder: string; readonly home: string }) => Promise<void>;
}

/** VS Code's own themes: the label in its list, and the class that the workbench has then. */
export const themes = {
  light: { label: "Light 2026", mark: "vs" },
  dark: { label: "Dark 2026", mark: "vs-dark" },
  highContrast: { label: "Dark High Contrast", mark: "hc-black" },
  highContrastLight: { label: "Light High Contrast", mark: "hc-light" },
} as const;

/** A piece of text that a decoration styles, as the page shows it. */
export interface DecoratedText {
  readonly text: string;
  /** The computed `text-decoration-style`, or `none`. */
  readonly underline: string;
}

/** The vsix under test: scripts/testE2e.mjs builds it and says where it is. */
function packagePath(): string {
  const path = process.env["ROADMAP_TUTOR_VSIX"];
  if (path === undefined) throw new Error("Run `npm run test:e2e`: it builds the package under test.");
  return path;
}

/** Starts a server with a home of its own, installs the package and opens the page. */
export async function openWorkbench({
  language = languageOfRun(),
  settings = {},
  machineSettings = {},
  size = { width: 1280, height: 800 },
  workspaceFile,
  prepare,
}: WorkbenchOptions = {}): Promise<Workbench> {
  const home = await newHome();
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-study-"));
  await writeSettings(homeFolders(home).settings, { ...quietSettings, ...settings });
  await writeSettings(homeFolders(home).machineSettings, machineSettings);
  await installVsix(home, packagePath());
  await prepare?.({ folder, home });
  const [server, browser] = await Promise.all([startServer({ home }), launchBrowser()]);
  const page = await (await newContext(browser, size, language)).newPage();
  page.setDefaultTimeout(20_000);
  const workbench = new Workbench(page, browser, server, folder, new ShownWords(language), workspaceFile);
  await workbench.load();
  return workbench;
}

/**
 * A browser's profile whose VS Code is in a display language. Its language packs are not at hand here, so its own
 * texts stay English; which texts an extension shows depends on nothing but this variable.
 */
async function newContext(browser: Browser, size: PageSize, language: DisplayLanguage): Promise<BrowserContext> {
  if (language === "en") return browser.newContext({ viewport: size });
  const context = await browser.newContext({ viewport: size, locale: language });
  await context.addInitScript((tag) => {
    Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { value: tag, writable: true });
  }, language);
  return context;
}

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** One window; the methods wait for what they name and fail if it does not come. */
export class Workbench {
  constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private server: Awaited<ReturnType<typeof startServer>>,
    /** The folder that the window is open on, empty at first. */
    readonly folder: string,
    /** What the product says, in the window's display language. */
    readonly words: ShownWords,
    private readonly workspaceFile?: string,
  ) {}

  /** Opens the page, or reloads it, and waits until the extension's icon says that its manifest has been read. */
  async load(): Promise<void> {
    const { folder, workspaceFile } = this;
    const opened = workspaceFile === undefined ? { folder } : { workspace: join(folder, workspaceFile) };
    await this.page.goto(`${this.server.url}/?${new URLSearchParams(opened).toString()}`);
    await this.page.locator(activityBarIcon("Roadmap Tutor")).waitFor();
  }

  /**
   * Reloads the window by VS Code's own command, which first keeps which tabs are open; a page that just goes may
   * not.
   */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent("load"), this.runCommand("Developer: Reload Window")]);
    await this.page.locator(activityBarIcon("Roadmap Tutor")).waitFor();
  }

  /** VS Code's home: user data, extensions and server data. */
  get home(): string {
    return this.server.home;
  }

  /** Another window of the same browser on the same folder and storage. Ends with this one. */
  async openSecondWindow(): Promise<Workbench> {
    const page = await this.page.context().newPage();
    page.setDefaultTimeout(20_000);
    const workbench = new Workbench(page, this.browser, this.server, this.folder, this.words, this.workspaceFile);
    await workbench.load();
    return workbench;
  }

  /** Kills the server and its extension hosts without warning. */
  async killServer(): Promise<void> {
    await this.server.kill();
  }

  /** Starts the server again on the same home and port, after `killServer`. */
  async restartServer(): Promise<void> {
    const { home, port } = this.server;
    this.server = await startServer({ home, port });
  }

  /** Ends browser and server and removes what they wrote. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await Promise.all(
      [this.server.home, this.folder].map((path) => rm(path, { recursive: true, force: true, maxRetries: 5 })),
    );
  }

  /** Clicks an icon of the activity bar by the start of its label. */
  async clickActivityBar(label: string): Promise<void> {
    await this.page.locator(activityBarIcon(label)).click();
  }

  /** The document inside a webview, once it has an element that `selector` names. */
  async webview(selector: string): Promise<Frame> {
    const found = async (): Promise<Frame | undefined> => {
      for (const frame of this.page.frames()) {
        if (
          !frame.isDetached() &&
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      }
      return undefined;
    };
    let frame: Frame | undefined;
    await expect
      .poll(async () => (frame = await found()) !== undefined, { message: `a webview with ${selector}` })
      .toBe(true);
    return frame as Frame;
  }

  /** Runs a command by its full English title ("Roadmap Tutor: Grade my answer"), as the palette lists it. */
  async runCommand(title: string): Promise<void> {
    await runCommand(this.page, this.words.commandTitle(title));
  }

  /** Titles that the palette offers for what was typed. */
  async paletteTitles(typed: string): Promise<readonly string[]> {
    return paletteTitles(this.page, typed);
  }

  /** The active text editor. */
  get editor(): Locator {
    return this.page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
  }

  /** File name of the active tab, or its label where no file stands behind it. */
  async activeTab(): Promise<string> {
    const tab = this.page.locator(".editor-group-container.active .tab.active").first();
    return (await tab.getAttribute("data-resource-name")) ?? (await this.activeTabLabel());
  }

  /** What the active tab is called on the screen. */
  async activeTabLabel(): Promise<string> {
    const label = this.page.locator(".editor-group-container.active .tab.active .label-name").first();
    return (await label.textContent()) ?? "";
  }

  /** Moves the focus into the active text editor, wherever its cursor is. */
  async focusEditor(): Promise<void> {
    await this.editor.locator(".native-edit-context, textarea.inputarea").first().focus();
  }

  /** Pixels from the end of the words in the cursor's row to the cursor. */
  async cursorBehindWords(): Promise<number> {
    return this.editor.evaluate((editor) => {
      const cursor = editor.querySelector(".cursors-layer .cursor")?.getBoundingClientRect();
      const row = [...editor.querySelectorAll(".view-line")].find(
        (line) => cursor !== undefined && Math.abs(line.getBoundingClientRect().top - cursor.top) < cursor.height / 2,
      );
      const words = document.createRange();
      if (cursor === undefined || row === undefined) return Number.NaN;
      words.selectNodeContents(row);
      const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) words.selectNodeContents(texts.currentNode);
      return cursor.left - words.getBoundingClientRect().right;
    });
  }

  /** Puts the cursor at the end of the document and types, line by line as keys do. */
  async typeAtEnd(text: string): Promise<void> {
    await this.focusEditor();
    await this.press("ControlOrMeta+End");
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) await this.page.keyboard.press("Enter");
      await this.page.keyboard.insertText(line);
    }
  }

  /**
   * Replaces all that stands below the first line that contains `marker`, as a learner does: goes there, selects to
   * the end, types.
   */
  async replaceBelow(marker: string, text: string): Promise<void> {
    const line = await this.editor.evaluate((editor, wanted) => {
      const top = (node: Element): number => node.getBoundingClientRect().top;
      const marked = [...editor.querySelectorAll(".view-line")].find((node) => node.textContent.includes(wanted));
      const numbers = [...editor.querySelectorAll(".line-numbers")];
      const number = marked && numbers.find((node) => Math.abs(top(node) - top(marked)) < 4);
      return number === undefined ? 0 : Number(number.textContent);
    }, marker);
    if (line === 0) throw new Error(`No line with ${marker} is in sight.`);
    await this.focusEditor();
    await this.press("Control+g");
    await this.page.locator(".quick-input-widget input[type=text]").fill(`:${String(line + 1)}`);
    await this.press("Enter");
    await this.focusEditor();
    await this.press("ControlOrMeta+Shift+End");
    await this.press("Delete");
    await this.typeAtEnd(text);
  }

  /** Presses keys in the page. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /** Saves the active document and waits until its tab says so. */
  async save(): Promise<void> {
    await this.press("ControlOrMeta+s");
    await this.page.locator(".editor-group-container.active .tab.active.dirty").waitFor({ state: "detached" });
  }

  /** Texts of the CodeLens row, in order, as far as they are on the screen. */
  async codeLenses(): Promise<readonly string[]> {
    const texts = await this.editor
      .locator(".codelens-decoration a, .codelens-decoration > span:not(.codicon)")
      .allTextContents();
    return texts.map(plain).filter((text) => text !== "" && text !== "|");
  }

  /**
   * Texts that decorations add after the text (`after.contentText`), from top to bottom, as far as they are on the
   * screen.
   */
  async addedTexts(): Promise<readonly string[]> {
    return this.editor.locator(".view-lines").evaluate((lines) =>
      [...lines.querySelectorAll("span")]
        .flatMap((span) => [getComputedStyle(span, "::before").content, getComputedStyle(span, "::after").content])
        .filter((content) => content.startsWith('"'))
        .map((content) => content.slice(1, -1).replaceAll(/\\(.)/g, "$1").replaceAll("\u00a0", " ").trim()),
    );
  }

  /** Pieces of text under a decoration that underlines them, from top to bottom, as far as they are on the screen. */
  async underlinedTexts(): Promise<readonly DecoratedText[]> {
    const pieces = await this.editor.locator(".view-lines").evaluate((lines) =>
      [...lines.querySelectorAll("span[class*='ced-']")].map((span) => {
        const style = getComputedStyle(span);
        return {
          text: span.textContent,
          underline: style.textDecorationLine.includes("underline") ? style.textDecorationStyle : "none",
        };
      }),
    );
    return pieces
      .map(({ text, underline }) => ({ text: plain(text), underline }))
      .filter(({ text, underline }) => text !== "" && underline !== "none");
  }

  /** Count of icons in the editor's gutter. */
  async gutterIcons(): Promise<number> {
    return this.editor
      .locator(".margin-view-overlays .cgmr[class*='ced-'], .glyph-margin-widgets .cgmr[class*='ced-']")
      .count();
  }

  /** All text of the active document as far as it is on the screen, one string a line. */
  async visibleLines(): Promise<readonly string[]> {
    const lines = await this.editor
      .locator(".view-line")
      .evaluateAll((nodes) =>
        nodes
          .map((node) => ({ top: parseFloat((node as HTMLElement).style.top), text: node.textContent }))
          .sort((a, b) => a.top - b.top),
      );
    return lines.map(({ text }) => plain(text));
  }

  /** Messages that VS Code shows at the bottom right. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator(".notifications-toasts .notification-list-item-message").allTextContents();
  }

  /** Presses a button of the first message that has it, by its English label. */
  async pressMessageButton(label: string): Promise<void> {
    await this.page
      .locator(".notifications-toasts .monaco-button", { hasText: this.words.label(label) })
      .first()
      .click();
  }

  /** Takes every message away. */
  async clearNotifications(): Promise<void> {
    await this.runCommand("Notifications: Clear All Notifications");
    await this.page
      .locator(".notifications-toasts .notification-list-item-message")
      .first()
      .waitFor({ state: "detached" });
  }

  /** Switches the colour theme as a learner does, and waits until it is drawn. */
  async switchTheme(name: keyof typeof themes): Promise<void> {
    const { label, mark } = themes[name];
    await this.runCommand("Preferences: Color Theme");
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await expect.poll(() => input.inputValue(), { message: "the list of themes" }).toBe("");
    await input.fill(label);
    const row = this.page.locator(".quick-input-list .monaco-list-row", { hasText: label });
    await row.first().click();
    await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Sets the window's size in CSS pixels. */
  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.page.setViewportSize(size);
    await expect
      .poll(() =>
        this.page
          .locator(".monaco-workbench")
          .first()
          .evaluate((node) => node.clientWidth),
      )
      .toBe(size.width);
  }

  /** Closes every editor. */
  async closeEditors(): Promise<void> {
    await this.runCommand("View: Close All Editors");
    await this.page.locator(".editor-group-container .tab").first().waitFor({ state: "detached" });
  }

  /**
   * Rests the mouse on the first piece of underlined text that contains `text` until its hover shows; resolves to the
   * hover's text.
   */
  async hoverText(text: string): Promise<string> {
    const piece = this.editor.locator(".view-lines span[class*='ced-']", { hasText: text }).first();
    await piece.hover({ position: { x: 30, y: 8 } });
    const hover = this.page.locator(".monaco-hover:not(.hidden) .hover-row");
    await hover.first().waitFor();
    return (await hover.allTextContents()).map(plain).join("\n");
  }

  /** Takes the mouse out of the way and closes hovers and lists. */
  async calm(): Promise<void> {
    await this.press("Escape");
    await this.page.mouse.move(640, 2);
  }

  /** Writes a PNG of the window. */
  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }
}

function activityBarIcon(label: string): string {
  return `.activitybar a.action-label[aria-label^="${label}"]`;
}

/** VS Code draws blanks as no-break spaces. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ").trim();
}
