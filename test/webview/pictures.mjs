// Pictures of the sidebar in every theme, width and state, to be looked at: `node test/webview/pictures.mjs <folder>`.
import { mkdir } from "node:fs/promises";
import { generativeAi, ready, several, texts } from "./sampleState.mjs";
import { openBrowser } from "./sidebarPage.mjs";

const folder = process.argv[2] ?? "webview-pictures";
const only = process.argv[3];
await mkdir(folder, { recursive: true });
const browser = await openBrowser();

async function picture(name, options, act) {
  if (only && !name.includes(only)) return;
  const page = await browser.sidebar(options);
  await act(page);
  await page.tab.waitForTimeout(150);
  await page.tab.screenshot({ path: `${folder}/${name}.png` });
  if (page.errors.length > 0) console.error(name, page.errors);
  await page.close();
}

const open = { toggled: ["n:generative-ai/image-models", "q:generative-ai/mode-collapse"] };
const prompt = {
  type: "content",
  of: { roadmap: "generative-ai", question: "mode-collapse" },
  html:
    "<p>What is <strong>mode collapse</strong> in a GAN? Say how you would notice it, " +
    "and describe <em>two</em> ways to mitigate it.</p>" +
    "<blockquote><p>Four marks.</p></blockquote>",
};
const notes = {
  type: "content",
  of: { roadmap: "generative-ai", topic: "image-models" },
  html: [
    "<p>Start with the <strong>VAE</strong>: it is the only one of the four whose loss you can write on a napkin.</p>",
    "<ul><li>A GAN has no likelihood; <em>two</em> networks play a game.</li>",
    '<li>CLIP scores images. See <a href="https://arxiv.org/abs/2103.00020">the paper</a>.</li></ul>',
    "<pre><code>z = mu + sigma * torch.randn_like(sigma)\n</code></pre>",
  ].join(""),
};

for (const theme of ["dark", "light", "hc-dark", "hc-light"]) {
  await picture(`tree-${theme}`, { theme, height: 800 }, (page) => page.state(ready));
  await picture(`open-${theme}`, { theme, height: 800, saved: { ...open, scrollTop: 330 } }, async (page) => {
    await page.state({ ...ready, model: "qwen2.5-coder:14b" });
    await page.send(prompt);
    await page.send(notes);
    await page.tab.focus("#search");
    await page.tab.keyboard.press("Tab");
    for (let i = 0; i < 6; i++) await page.tab.keyboard.press("Tab");
    await page.tab.hover('[data-key="generative-ai/latent-space"]');
  });
  await picture(`search-${theme}`, { theme, height: 420 }, async (page) => {
    await page.state(several);
    await page.send(texts);
    await page.tab.fill("#search", "collapse");
  });
}
for (const width of [170, 220, 420, 700])
  await picture(`width-${width}`, { width, height: 800 }, (page) => page.state(ready));
await picture(
  "several",
  {
    height: 800,
    saved: { toggled: ["p:sql", "s:", "t:generative-ai/language-models", "t:generative-ai/image-models"] },
  },
  (page) => page.state(several),
);
await picture("loading", { height: 300 }, (page) => page.state({ status: "loading" }));
await picture("error", { height: 300 }, (page) =>
  page.state({ status: "error", message: "The questions could not be read: dist/builtInRoadmaps.json is missing." }),
);
await picture("none", { height: 300 }, (page) => page.state({ ...ready, roadmaps: [] }));
await picture("no-match", { height: 300 }, async (page) => {
  await page.state(ready);
  await page.tab.fill("#search", "blockchain");
});
await picture("fresh", { height: 700 }, (page) =>
  page.state({
    ...ready,
    resume: { kind: "start", key: { roadmap: "generative-ai", question: "roadmap-components" } },
    active: undefined,
    roadmaps: [
      {
        ...generativeAi,
        tally: { model: { low: 0, high: 0 }, own: 0, open: 56, max: 56 },
        topics: generativeAi.topics.map((t) => ({
          ...t,
          tally: { model: { low: 0, high: 0 }, own: 0, open: t.tally.max, max: t.tally.max },
          questions: t.questions.map(({ id, title, max }) => ({ id, title, max, state: "new" })),
        })),
      },
    ],
  }),
);
await picture("forced-colors", { height: 800, forcedColors: "active" }, (page) => page.state(ready));
await browser.close();
