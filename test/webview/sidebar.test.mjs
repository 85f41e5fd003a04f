// Drives the sidebar's page in a plain browser as a learner does, without VS Code. Needs a browser, so it is not among
// the unit tests.
import assert from "node:assert/strict";
import { afterAll, beforeAll, test } from "vitest";
import { readFile } from "node:fs/promises";
import { generativeAi, large, ready, several, texts } from "./sampleState.mjs";
import { openBrowser } from "./sidebarPage.mjs";
import { themes } from "./themes.mjs";

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

check("arrows, Home, End, Page keys and type-ahead", { height: 460 }, async ({ state, tab, press, focused }) => {
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
  const focusedIndex = () => tab.evaluate(() => Number(document.activeElement.dataset.index));
  const index = await focusedIndex();
  assert.ok(index > 1 && index < 8, `a page is what fits, not ${index} rows`);
  // Rows are of different heights, so that a page up is not always as many as the page down was.
  await press("PageUp");
  assert.ok((await focusedIndex()) < index, "a page up leads up");
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
  assert.equal(await focused(), "q:generative-ai/mode-collapse", "the first that was found, not its topic");
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

check(
  "search looks through prompts, ideas and notes, and shows what matched",
  {},
  async ({ state, tab, posted, send }) => {
    await state(ready);
    const shown = () => tab.locator('[role="treeitem"]').evaluateAll((all) => all.map((n) => n.dataset.row));
    await tab.fill("#search", "minibatch");
    assert.deepEqual(await shown(), []);
    assert.equal((await posted()).filter((m) => m.type === "askTexts").length, 1);
    await send(texts);
    assert.deepEqual(await shown(), ["t:generative-ai/image-models", "q:generative-ai/mode-collapse"]);
    assert.equal(await tab.locator(`${row("mode-collapse")} .detail`).innerText(), "Idea: Minibatch discrimination");
    await tab.fill("#search", "mitigate");
    assert.match(
      await tab.locator(`${row("mode-collapse")} .detail`).innerText(),
      /^Question: .*two ways to mitigate it/,
    );
    await tab.fill("#search", "napkin");
    assert.deepEqual(await shown(), ["t:generative-ai/image-models", "n:generative-ai/image-models"]);
    assert.equal(
      (await posted()).filter((m) => m.type === "askTexts").length,
      1,
      "texts at hand are not asked for again",
    );
  },
);

check("the filters are one Tab stop, walked with the arrows", {}, async ({ state, tab, press }) => {
  await state(ready);
  const filter = () => tab.evaluate(() => document.activeElement.dataset.filter);
  await tab.focus("#search");
  await press("Tab");
  assert.equal(await filter(), "all");
  await press("ArrowRight", "ArrowRight", "Enter");
  assert.equal(await filter(), "draft");
  assert.equal(await tab.locator('[data-kind="question"]').count(), 2);
  await press("ArrowLeft", "End");
  assert.equal(await filter(), "stale");
  await press("Tab");
  assert.equal(await tab.evaluate(() => document.activeElement.getAttribute("role")), "treeitem");
  await press("Shift+Tab");
  assert.equal(await filter(), "draft", "Tab comes back to the pressed one");
});

check("the keyboard lands on a row when the view gets it", {}, async ({ state, tab, focused }) => {
  await state(ready);
  await tab.evaluate(() => window.dispatchEvent(new window.FocusEvent("focus")));
  await tab.waitForFunction(() => document.activeElement.getAttribute("role") === "treeitem");
  assert.equal(await focused(), "q:generative-ai/gan-training");
  await tab.focus("#search");
  await tab.evaluate(() => window.dispatchEvent(new window.FocusEvent("focus")));
  await tab.waitForTimeout(150);
  assert.equal(await focused(), "search", "what has the focus keeps it");
});

check("states are told by shape and in words", { height: 2000 }, async ({ state, tab }) => {
  await state(ready);
  const shapes = await tab
    .locator('[data-kind="question"]')
    .evaluateAll((all) =>
      all.map((n) => [
        n.dataset.state,
        n.querySelector(".icon:not(.icon-chevron)").innerHTML,
        n.querySelector(".status").textContent,
      ]),
    );
  const states = [...new Set(shapes.map(([name]) => name))];
  assert.deepEqual(states.sort(), ["checked", "draft", "graded", "marked", "new", "stale"]);
  const first = states.map((name) => shapes.find(([other]) => other === name)[1]);
  assert.equal(new Set(first).size, states.length, "one shape a state");
  for (const [name, , text] of shapes) assert.match(text, new RegExp(`\\b${name}\\b`));
  assert.match(await tab.locator("#total").innerText(), /by a model · .* marked by you · .* not judged of 56/);
});

check(
  "a file that needs a look leads to it",
  { saved: { toggled: ["s:"] }, height: 900 },
  async ({ state, tab, posted }) => {
    await state({ ...several, active: undefined });
    const notice = tab.locator('[data-kind="notice"]').first();
    assert.match(await notice.innerText(), /second version of your answer to “Self-attention”/);
    await notice.click();
    assert.deepEqual((await posted()).at(-1), { type: "openNotice", path: "answers/generative-ai/attention (1).md" });
  },
);

check("the first steps are offered while all is new", {}, async ({ state, tab, posted }) => {
  await state(ready);
  assert.equal(await tab.locator("#get-started").isVisible(), false);
  const fresh = JSON.parse(JSON.stringify(ready));
  for (const topic of fresh.roadmaps[0].topics)
    topic.questions = topic.questions.map(({ id, title, max }) => ({ id, title, max, state: "new" }));
  await state(fresh);
  await tab.click("#get-started");
  assert.deepEqual((await posted()).at(-1), { type: "getStarted" });
});

check("remembers itself", { height: 520 }, async ({ state, tab, saved }) => {
  await state(ready);
  await tab.locator("#scroller").evaluate((n) => (n.scrollTop = 150));
  await tab.waitForFunction(() => window.uiState?.scrollTop === 150);
  await tab.click('[data-row="t:generative-ai/language-models"] .twistie');
  const kept = await saved();
  assert.deepEqual([kept.toggled, kept.scrollTop], [["t:generative-ai/language-models"], 150]);
  await onPage({ height: 520, saved: kept }, async (next) => {
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
  { height: 520 },
  async ({ state, tab, focused }) => {
    await state({ ...ready, active: undefined });
    await tab.locator(row("rag-vs-finetuning")).focus();
    await tab.evaluate(() => (window.kept = document.activeElement));
    const before = await tab.locator("#scroller").evaluate((n) => n.scrollTop);
    const graded = JSON.parse(JSON.stringify({ ...ready, active: undefined }));
    Object.assign(graded.roadmaps[0].topics[3].questions[0], {
      state: "graded",
      tally: { model: { low: 2.5, high: 2.5 }, own: 0, open: 0, max: 4 },
    });
    await state(graded);
    assert.equal(await focused(), "q:generative-ai/rag-vs-finetuning");
    assert.ok(
      await tab.evaluate(
        () => window.kept === document.activeElement && document.activeElement.dataset.state === "graded",
      ),
    );
    assert.equal(await tab.locator("#scroller").evaluate((n) => n.scrollTop), before);
    assert.equal(await tab.locator("#live").innerText(), "RAG, fine-tuning and what LoRA changes; 2½ / 4 · graded");
  },
);

check(
  "problems lead to their file",
  { saved: { toggled: ["p:sql"] }, height: 2000 },
  async ({ state, tab, posted }) => {
    await state(several);
    await tab.locator('[data-row="p:sql/1"]').click();
    assert.deepEqual((await posted()).at(-1), { type: "openProblem", roadmap: "sql", file: "roadmap.yaml", line: 12 });
  },
);

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

const axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
/** Every theme in the width of a sidebar, and in the least that is promised. */
const looks = Object.keys(themes).flatMap((theme) => [300, 200].map((width) => ({ theme, width })));
for (const { theme, width } of looks) {
  const saved = { toggled: ["p:sql", "s:"] };
  const name = `axe finds nothing in ${theme} at ${width} px`;
  check(name, { theme, width, height: 2400, saved }, async ({ state, tab, send }) => {
    await state(several);
    await tab.evaluate(axe);
    const findings = () =>
      tab.evaluate(async () => {
        const rules = { "label-content-name-mismatch": { enabled: true } };
        const { violations } = await window.axe.run(document, { rules });
        return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary}`));
      });
    assert.deepEqual(await findings(), []);
    await tab.locator(row("gan-training")).focus();
    await tab.hover(row("ethics"));
    assert.deepEqual(await findings(), [], "with the keyboard on the selected row");
    await send(texts);
    await tab.fill("#search", "collapse");
    assert.deepEqual(await findings(), [], "while searching");
  });
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
      const search = /** @type {HTMLInputElement} */ (document.getElementById("search"));
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
