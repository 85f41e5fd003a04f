// Drives the sidebar's page in a plain browser as a learner does, without VS Code. Needs a browser, so it is not among the unit tests.
import assert from "node:assert/strict";
import { afterAll, beforeAll, test } from "vitest";
import { generativeAi, large, ready, several } from "./sampleState.mjs";
import { openBrowser } from "./sidebarPage.mjs";

let browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());

/** A test on a fresh page; anything that the page's console complains about fails it too. */
function check(name, options, act) {
  test(name, { timeout: 60_000 }, () => onPage(options, act));
}

async function onPage(options, act) {
  const page = await browser.sidebar(options);
  const focused = () =>
    page.tab.evaluate(() => document.activeElement?.getAttribute("data-row") ?? document.activeElement?.id ?? "");
  const press = async (...keys) => {
    for (const key of keys) await page.tab.keyboard.press(key);
  };
  try {
    await act({ ...page, focused, press });
    assert.deepEqual(page.errors, [], "console errors");
  } finally {
    await page.close();
  }
}

const row = (id) => `[data-key="generative-ai/${id}"]`;
const key = (question) => ({ roadmap: "generative-ai", question });
const opened = async (posted) => (await posted()).filter((m) => m.type === "open");

check("asks for state once", {}, async ({ posted, tab }) => {
  assert.deepEqual(await posted(), [{ type: "ready" }]);
  assert.equal(await tab.locator(".loading").count(), 1);
});

check("arrows, Home, End, Page keys and type-ahead", { height: 330 }, async ({ state, tab, press, focused }) => {
  await state({ ...ready, active: undefined });
  await tab.locator('[data-row="t:generative-ai/prerequisites"]').focus();
  await press("ArrowDown");
  assert.equal(await focused(), "q:generative-ai/roadmap-components");
  await press("ArrowUp", "ArrowLeft");
  assert.equal(await tab.locator('[data-row="t:generative-ai/prerequisites"]').getAttribute("aria-expanded"), "false");
  assert.equal(await focused(), "t:generative-ai/prerequisites");
  await press("ArrowDown");
  assert.equal(await focused(), "t:generative-ai/databases");
  await press("ArrowUp", "ArrowRight", "ArrowRight");
  assert.equal(await focused(), "q:generative-ai/roadmap-components");
  await press("ArrowLeft");
  assert.equal(await focused(), "t:generative-ai/prerequisites");
  await press("End");
  assert.equal(await focused(), "q:generative-ai/llmops");
  await press("Home");
  assert.equal(await focused(), "t:generative-ai/prerequisites");
  await tab.keyboard.type("lan");
  assert.equal(await focused(), "t:generative-ai/language-models");
  await press("Home", "PageDown");
  const index = await tab.evaluate(() => Number(document.activeElement.dataset.index));
  assert.ok(index > 1 && index < 8, `a page is what fits, not ${index} rows`);
  await press("PageUp");
  assert.equal(await focused(), "t:generative-ai/prerequisites");
  assert.equal(await tab.locator('[role="treeitem"][tabindex="0"]').count(), 1);
});

check(
  "star opens all siblings",
  { saved: { toggled: generativeAi.topics.map((t) => `t:generative-ai/${t.id}`) } },
  async ({ state, tab, press }) => {
    await state(ready);
    assert.equal(await tab.locator('[data-kind="question"]').count(), 0);
    await tab.locator('[data-row="t:generative-ai/llmops"]').focus();
    await press("*");
    assert.equal(await tab.locator('[data-kind="topic"][aria-expanded="false"]').count(), 0);
  },
);

check("opens by click, Enter, Ctrl+Enter and middle click", {}, async ({ state, tab, press, posted }) => {
  await state(ready);
  await tab.click(row("attention"));
  await press("Enter", "Control+Enter");
  await tab.click(row("ethics"), { button: "middle" });
  await tab.click("#continue");
  assert.deepEqual(await opened(posted), [
    { type: "open", key: key("attention") },
    { type: "open", key: key("attention") },
    { type: "open", key: key("attention"), beside: true },
    { type: "open", key: key("ethics"), beside: true },
    { type: "open", key: key("gan-training") },
  ]);
});

check("shows a prompt on demand, and again after a new state", {}, async ({ state, tab, press, posted, send }) => {
  await state(ready);
  await tab.locator(row("attention")).focus();
  await press("ArrowRight");
  await send({
    type: "content",
    of: key("attention"),
    html: '<p>How does <b>attention</b> work? <a href="https://x.org/p">Paper</a></p>',
  });
  assert.equal(await tab.locator(`${row("attention")} .content`).innerText(), "How does attention work? Paper");
  await tab.click(`${row("attention")} a`);
  await state(ready);
  assert.match(await tab.locator(`${row("attention")} .content`).innerText(), /attention/);
  const messages = await posted();
  assert.deepEqual(
    messages.filter((m) => m.type === "openLink"),
    [{ type: "openLink", href: "https://x.org/p" }],
  );
  assert.equal(messages.filter((m) => m.type === "askContent").length, 2);
  assert.equal((await opened(posted)).length, 0);
  const [above, below] = await Promise.all(
    [row("attention"), '[data-row="t:generative-ai/language-models"]'].map((s) => tab.locator(s).boundingBox()),
  );
  assert.ok(Math.abs(above.y + above.height - below.y) < 1, "the next row follows the measured one");
});

check("shows a topic's notes on demand", {}, async ({ state, tab, posted, send }) => {
  await state(ready);
  const notes = tab.locator('[data-row="n:generative-ai/image-models"]');
  await notes.click();
  assert.match(await notes.innerText(), /Loading/);
  const of = { roadmap: "generative-ai", topic: "image-models" };
  assert.deepEqual((await posted()).at(-1), { type: "askContent", of });
  await send({ type: "content", of, html: "<p>Start with the <b>VAE</b>.</p>" });
  assert.match(await notes.innerText(), /Start with the VAE\./);
});

check("search, filter, counts and Escape", {}, async ({ state, tab, press, focused, saved, send }) => {
  await state(ready);
  await send({ type: "focusSearch" });
  assert.equal(await focused(), "search");
  await tab.keyboard.type("MODE coll");
  assert.deepEqual(await tab.locator('[data-kind="question"]').evaluateAll((all) => all.map((n) => n.dataset.key)), [
    "generative-ai/mode-collapse",
  ]);
  assert.equal(
    await tab
      .locator(`${row("mode-collapse")} mark`)
      .allInnerTexts()
      .then(String),
    "Mode,coll",
  );
  assert.equal(await tab.locator("#live").innerText(), "1 of 14 questions shown");
  await press("ArrowDown");
  assert.equal(await focused(), "t:generative-ai/image-models");
  await press("/");
  assert.equal(await focused(), "search");
  await press("Escape");
  assert.equal((await saved()).query, "");
  await tab.click('[data-filter="draft"]');
  assert.equal(await tab.locator('[data-kind="question"]').count(), 2);
  assert.equal(await tab.locator('[data-filter="draft"]').getAttribute("aria-pressed"), "true");
  await tab.click('[data-filter="draft"]');
  assert.equal(await tab.locator('[data-filter="all"]').getAttribute("aria-pressed"), "true");
  await tab.locator(row("attention")).focus();
  await press("Control+f");
  assert.equal(await focused(), "search");
  await tab.keyboard.type("zzz");
  await tab.click("#show-all");
  assert.equal(await tab.locator(row("attention")).count(), 1);
});

check("remembers itself", { height: 300 }, async ({ state, tab, saved }) => {
  await state(ready);
  await tab.locator("#scroller").evaluate((n) => (n.scrollTop = 150));
  await tab.waitForFunction(() => window.uiState?.scrollTop === 150);
  await tab.click('[data-row="t:generative-ai/language-models"] .twistie');
  const kept = await saved();
  assert.deepEqual([kept.toggled, kept.scrollTop], [["t:generative-ai/language-models"], 150]);
  await onPage({ height: 300, saved: kept }, async (next) => {
    await next.state(ready);
    assert.equal(await next.tab.locator("#scroller").evaluate((n) => n.scrollTop), 150);
    assert.equal(
      await next.tab.locator('[data-row="t:generative-ai/language-models"]').getAttribute("aria-expanded"),
      "false",
    );
  });
});

check(
  "an update keeps elements, focus and scroll, and a new grade is announced",
  { height: 300 },
  async ({ state, tab, focused }) => {
    await state(ready);
    await tab.locator(row("rag-vs-finetuning")).focus();
    await tab.evaluate(() => (window.kept = document.activeElement));
    const before = await tab.locator("#scroller").evaluate((n) => n.scrollTop);
    const graded = JSON.parse(JSON.stringify(ready));
    Object.assign(graded.roadmaps[0].topics[3].questions[0], {
      state: "graded",
      marks: { low: 2.5, high: 2.5, max: 4 },
      estimate: true,
    });
    await state(graded);
    assert.equal(await focused(), "q:generative-ai/rag-vs-finetuning");
    assert.ok(
      await tab.evaluate(
        () => window.kept === document.activeElement && document.activeElement.dataset.state === "graded",
      ),
    );
    assert.equal(await tab.locator("#scroller").evaluate((n) => n.scrollTop), before);
    assert.equal(
      await tab.locator("#live").innerText(),
      "RAG, fine-tuning and what LoRA changes; graded; about 2½ of 4 marks (estimate)",
    );
  },
);

check("problems lead to their file", { saved: { toggled: ["p:sql"] }, height: 900 }, async ({ state, tab, posted }) => {
  await state(several);
  await tab.locator('[data-row="p:sql/1"]').click();
  assert.deepEqual((await posted()).at(-1), { type: "openProblem", roadmap: "sql", file: "roadmap.yaml", line: 12 });
});

check("error and log", {}, async ({ state, tab, posted }) => {
  await state({ status: "error", message: "No." });
  await tab.click("#show-log");
  assert.deepEqual((await posted()).at(-1), { type: "command", command: "tutor.showLog" });
});

check(
  "speaks the display language",
  { l10n: { Notes: "Notizen", "Search questions": "Fragen suchen" } },
  async ({ state, tab }) => {
    await state(ready);
    assert.equal(await tab.locator("#search").getAttribute("placeholder"), "Fragen suchen");
    assert.equal(await tab.locator('[data-kind="notes"] .title').innerText(), "Notizen");
  },
);

for (const width of [170, 300, 700]) {
  check(
    `nothing is wider than ${width} px`,
    { width, saved: { toggled: ["n:generative-ai/image-models", "p:sql"] }, height: 1500 },
    async ({ state, tab }) => {
      await state(several);
      const cut = await tab.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter(
            (n) =>
              n.scrollWidth > n.clientWidth + 1 &&
              n.clientWidth > 1 &&
              window.getComputedStyle(n).overflowX === "hidden" &&
              !n.title &&
              !n.closest("[title]"),
          )
          .map((n) => n.className),
      );
      assert.deepEqual(cut, [], "cut text without a tooltip");
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width);
    },
  );
}

check(
  "of 10,000 questions only those in view are in the page",
  { height: 800 },
  async ({ state, tab, press, focused, saved }) => {
    await state(large(10_000));
    await tab.locator('[role="treeitem"]').first().focus();
    await press("End");
    assert.equal(await focused(), "q:large/q-99-99");
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("aria-setsize")), "100");
    assert.equal((await saved()).current, "q:large/q-99-99");
    assert.ok((await tab.locator('[role="treeitem"]').count()) < 80);
    const firstAfterSearch = await tab.evaluate(() => {
      const search = document.getElementById("search");
      search.value = "vanishes";
      search.dispatchEvent(new window.Event("input"));
      return document.querySelector('[data-row="q:large/q-0-0"]')?.textContent;
    });
    assert.match(
      firstAfterSearch ?? "",
      /Question 0/,
      "a search shows its first rows at once, from wherever the tree was",
    );
    await tab.fill("#search", "");
    assert.equal(
      await tab
        .locator('[data-row="q:large/q-99-99"]')
        .evaluate(
          (n) =>
            n.getBoundingClientRect().bottom <= document.getElementById("scroller").getBoundingClientRect().bottom + 1,
        ),
      true,
    );
  },
);
