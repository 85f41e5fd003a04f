// The sidebar's page: nothing runs or loads but the extension's own script and style.
import { expect, test } from "vitest";
import { sidebarHtml } from "../../src/sidebarPage";

const page = { scriptUri: "https://x/webview.js", styleUri: "https://x/sidebar.css", cspSource: "https://*.cdn.net 'self'", nonce: "abc", lang: "de", title: "Roadmap" };

test("the policy lets in one script and the extension's style", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(sidebarHtml(page))?.[1];
  expect(policy).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; style-src https://*.cdn.net 'self'; img-src https://*.cdn.net 'self'; script-src 'nonce-abc'");
});

test("no inline style or handler, and one script with the nonce", () => {
  const html = sidebarHtml(page);
  expect(html).not.toMatch(/\sstyle=|\son\w+=|<style/);
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script nonce="abc" src="https://x/webview.js">']);
  expect(html).toContain('<html lang="de">');
});

test("values cannot leave their attribute", () => {
  const html = sidebarHtml({ ...page, title: "</title><script>", lang: '"><script>', styleUri: '"onload="x' });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('"onload="');
});
