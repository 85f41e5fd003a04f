// A window of the real VS Code with one extension installed alone, for measuring. Nothing here knows what is measured.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homeFolders, installVsix, launchBrowser, newHome, startServer } from "../realVscode.mjs";
import { quietSettings, writeSettings } from "../vscode/settings.mjs";
import { timedPage } from "./stopwatch.mjs";

/**
 * Opens a window; `folder` is kept, a folder made here is removed by `close`.
 * @param {string} vsix
 * @param {{ readonly folder?: string, readonly machineSettings?: Readonly<Record<string, unknown>> }} [options]
 */
export async function openWindow(vsix, { folder, machineSettings = {} } = {}) {
  const home = await newHome();
  const own = folder === undefined ? await mkdtemp(join(tmpdir(), "roadmap-tutor-bench-")) : undefined;
  await writeSettings(homeFolders(home).settings, { ...quietSettings, "files.autoSave": "off" });
  await writeSettings(homeFolders(home).machineSettings, machineSettings);
  await installVsix(home, vsix);
  const [server, browser] = await Promise.all([
    startServer({ home, env: { ROADMAP_TUTOR_BENCH: home } }),
    launchBrowser(),
  ]);
  const url = `${server.url}/?folder=${encodeURIComponent(folder ?? own ?? "")}`;
  let timed = await timedPage(browser);
  const load = async (icon) => {
    await timed.page.goto(url);
    await timed.page.locator(`.activitybar a.action-label[aria-label^="${icon}"]`).waitFor();
    // Start-up work of the workbench itself must not lie over what is measured.
    await timed.page.waitForTimeout(3_000);
  };
  return {
    get timed() {
      return timed;
    },
    home,
    load,
    /** A fresh page on the same server, as after a reload. */
    async again(icon) {
      await timed.close();
      timed = await timedPage(browser);
      await load(icon);
    },
    clickIcon: (label) => timed.page.locator(`.activitybar a.action-label[aria-label^="${label}"]`).click(),
    async command(title) {
      await timed.page.keyboard.press("F1");
      const input = timed.page.locator(".quick-input-widget input[type=text]");
      await input.waitFor();
      await input.fill(`>${title}`);
      await timed.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
    },
    /** Load + activate + finish of an extension in ms, as VS Code's own start-up page tells it. */
    async activation(id) {
      await this.command("Developer: Startup Performance");
      const editor = timed.page.locator(".editor-group-container.active .editor-instance .monaco-editor").first();
      await editor.waitFor();
      // The page fills in the extensions a while after it opens.
      const { header, line } = await timed.until(async () => {
        await editor.locator(".native-edit-context, textarea.inputarea").first().focus();
        await timed.page.keyboard.press("ControlOrMeta+a");
        await timed.page.keyboard.press("ControlOrMeta+c");
        await timed.page.waitForTimeout(500);
        const lines = (await timed.page.evaluate(() => navigator.clipboard.readText())).split("\n");
        const line = lines.find((l) => l.includes(`${id} `) || l.includes(`${id}|`) || l.includes(`| ${id}`));
        const header = lines.find((l) => /\| *Extension *\|/.test(l));
        return line && header ? { header, line } : undefined;
      });
      const names = header.split("|").map((c) => c.trim());
      const cells = line.split("|").map((c) => c.trim());
      const cell = (name) => Number(cells[names.indexOf(name)]);
      return cell("Load Code") + cell("Call Activate") + cell("Finish Activate");
    },
    /** Resident memory of the extension hosts of this server in MB (Linux only). */
    async hostMemory() {
      let sum = 0;
      for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
        try {
          const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
          if (
            !command.includes("--type=extensionHost") ||
            !(await readFile(`/proc/${pid}/environ`, "utf8")).includes(`ROADMAP_TUTOR_BENCH=${home}`)
          )
            continue;
          const status = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
          sum +=
            Number(/^Pss_Anon:\s+(\d+)/m.exec(status)?.[1] ?? /^Private_Dirty:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
        } catch {
          // The process ended meanwhile.
        }
      }
      return sum;
    },
    async close() {
      await browser.close();
      await server.stop();
      await Promise.all(
        [home, ...(own === undefined ? [] : [own])].map((path) =>
          rm(path, { recursive: true, force: true, maxRetries: 5 }),
        ),
      );
    },
  };
}
