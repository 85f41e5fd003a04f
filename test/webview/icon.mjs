// Draws media/icon.png (128 × 128, for the extension's page) from media/icon.svg: `node test/webview/icon.mjs`.
import { readFile } from "node:fs/promises";
import { launchBrowser } from "../../scripts/realVscode.mjs";

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<body style="margin:0">${await readFile("media/icon.svg", "utf8")}`);
await page.screenshot({ path: "media/icon.png", omitBackground: true });
await browser.close();
