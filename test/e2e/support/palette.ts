// The command palette, used as a learner does while VS Code may still be starting.
import { vi } from "vitest";
import type { Locator, Page } from "playwright-core";

const rows = ".quick-input-list .monaco-list-row";

/** Runs a command by its full title; fails where the palette does not come to offer it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const offered = page.locator(rows, { hasText: title }).first();
  // The palette lists what could be run when it opened: opened before the window was ready for a command, it is
  // opened again.
  await vi.waitUntil(
    async () => {
      await type(page, title);
      if (await comes(offered)) return true;
      await page.keyboard.press("Escape");
      return false;
    },
    { timeout: 30_000 },
  );
  // Enter takes the focused row: the list may still be changing under a pointer. VS Code may rank another command
  // first.
  const focused = page.locator(`${rows}.focused`, { hasText: title });
  await vi.waitUntil(
    async () => {
      if ((await focused.count()) > 0) return true;
      await page.keyboard.press("ArrowDown");
      return false;
    },
    { timeout: 20_000, interval: 250 },
  );
  await page.keyboard.press("Enter");
}

/** Titles that the palette offers for what was typed; closes it again. */
export async function paletteTitles(page: Page, typed: string): Promise<readonly string[]> {
  await type(page, typed);
  const labels = page.locator(`${rows} .label-name`);
  await labels.first().waitFor();
  const titles = await labels.allTextContents();
  await page.keyboard.press("Escape");
  return titles;
}

/**
 * Opens the palette and types. Whatever takes the focus while the window starts also closes it: then it is opened
 * again.
 */
async function type(page: Page, text: string): Promise<void> {
  const input = page.locator(".quick-input-widget input[type=text]");
  const typed = async (): Promise<boolean> => {
    if (!(await input.isVisible())) await page.keyboard.press("F1");
    return succeeds(input.fill(`>${text}`, { timeout: 2_000 }));
  };
  // Not `expect.poll`, which hooks may not call.
  await vi.waitUntil(typed, { timeout: 30_000 });
}

function comes(row: Locator): Promise<boolean> {
  return succeeds(row.waitFor({ timeout: 4_000 }));
}

function succeeds(act: Promise<unknown>): Promise<boolean> {
  return act.then(
    () => true,
    () => false,
  );
}
