// A view's page: nothing runs or loads but the extension's own script and style.
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { pageHtml } from "../../../src/shared/page";

const page = { script: "run()", style: "body { margin: 0 }", nonce: "abc", lang: "de", title: "Roadmap" };

test("the policy lets in the script and the style with the nonce, pictures in the page, and nothing else", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(pageHtml(page))?.[1];
  expect(policy).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'; " +
      "img-src data:",
  );
});

test("one script and one style, both with the nonce, and no inline handler", () => {
  const html = pageHtml(page);
  expect(html).not.toMatch(/\sstyle=|\son\w+=/);
  expect(html.match(/<(script|style).*/g)).toEqual([
    '<style nonce="abc">body { margin: 0 }</style>',
    '<script nonce="abc">run()</script>',
  ]);
  expect(html).toContain('<html lang="de">');
});

test("values cannot leave their attribute", () => {
  const html = pageHtml({ ...page, title: "</title><script>", lang: '"><script>' });
  expect(html.match(/<script/g)).toHaveLength(1);
});

test("a script that speaks of scripts neither ends early nor changes", () => {
  const script = 'say([..."</script><!--", /<\\/script/i.test("</SCRIPT")].join(""))';
  const html = pageHtml({ ...page, script });
  expect(html.match(/<\/script/gi)).toHaveLength(1);
  expect(html).not.toContain("<!--");
  const inside = /<script[^>]*>(.*)<\/script>/.exec(html)?.[1] ?? "";
  const run = (source: string): unknown => runInNewContext(source, { say: (x: unknown) => x });
  expect(run(inside)).toBe(run(script));
  expect(run(inside)).toBe("</script><!--true");
});
