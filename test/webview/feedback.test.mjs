// Drives the Feedback view's page in a plain browser as a learner does, without VS Code. Needs a browser, so it is not
// among the unit tests.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, test } from "vitest";
import { openFeedbackBrowser } from "./feedbackPage.mjs";
import { themes } from "./themes.mjs";

let browser;
let samples;
let axe;
beforeAll(async () => {
  browser = await openFeedbackBrowser();
  samples = browser.host;
  axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
}, 120_000);
afterAll(() => browser?.close());

/** A test on a fresh page; anything that the page's console complains about fails it too. */
function check(name, options, act) {
  test(name, { timeout: 60_000 }, async () => {
    const page = await browser.feedback(options);
    const { tab } = page;
    const press = async (...keys) => {
      for (const key of keys) await tab.keyboard.press(key);
    };
    /** Waits until the page shows this, and fails with what it shows instead. */
    const until = async (read, wanted) => {
      let seen;
      for (let tries = 0; tries < 100; tries++) {
        seen = await read();
        if (JSON.stringify(seen) === JSON.stringify(wanted)) return;
        await tab.waitForTimeout(20);
      }
      assert.deepEqual(seen, wanted);
    };
    const focused = () =>
      tab.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.closest("[data-card]")?.getAttribute("data-card") ?? activeElement?.id ?? "";
      });
    const headline = () => tab.locator(".headline").innerText();
    try {
      await act({ ...page, press, until, focused, headline });
      assert.deepEqual(page.errors, [], "console errors");
    } finally {
      await page.close();
    }
  });
}

const title = (id) => `[data-card="${id}"] .card-title`;
const sent = async (posted) => (await posted()).filter((m) => m.type !== "ready" && m.type !== "current");
const shownDocument = "tutor:/generative-ai/mode-collapse.md";

check("four marks by keyboard alone, undone and marked again", {}, async (page) => {
  const { serve, tab, press, until, focused, headline } = page;
  await serve(new samples.ShownAnswer(samples.checked));
  const walk = () => tab.locator("[data-walk] .walk-sentence").innerText();
  await tab.locator("#mark-yourself").focus();
  const began = Date.now();
  await press("Enter");
  await until(walk, "Mark it yourself: 1 of 6");
  await until(focused, "few-outputs");
  assert.match(await tab.locator('[data-card="few-outputs"] .pair').innerText(), /A full answer says[^]*Your words/);
  // As quick as fingers are: the page must not wait for the host.
  await press("y", "p", "n", "y");
  await until(headline, "2½ so far · 4 of 6 marked by you");
  await until(walk, "Mark it yourself: 5 of 6");
  await until(focused, "unrolling");
  await press("u");
  await until(focused, "minibatch");
  await until(headline, "1½ so far · 3 of 6 marked by you");
  await press("y", "y");
  await until(headline, "3½ / 4 · marked by you");
  await until(walk, "All marked");
  await until(focused, "walk-end");
  assert.ok(Date.now() - began < 20_000);
  await press("Enter");
  assert.deepEqual((await sent(page.posted)).at(-1), { type: "leave" });
  assert.equal(await tab.locator("[data-walk]").count(), 0);
});

check("a closed card is opened before it is marked, and that is said", {}, async ({ serve, tab, press, ...page }) => {
  await serve(new samples.ShownAnswer(samples.checked));
  await tab.locator(title("cause")).focus();
  await press("y");
  assert.equal(await tab.locator(title("cause")).getAttribute("aria-expanded"), "true");
  assert.equal(await page.headline(), "4 of 6 ideas spoken of · not judged");
  assert.match(await tab.locator("#live").innerText(), /Press the key again/);
  await press("y");
  await page.until(page.headline, "1 so far · 1 of 6 marked by you");
  assert.match(await tab.locator(title("cause")).innerText(), /Yes · marked by you[^]*Speaks of it/);
  assert.equal(await page.focused(), "cause");
});

check("arrows, opening, words, passage and leaving", {}, async ({ serve, tab, press, focused, posted, send }) => {
  await serve(new samples.ShownAnswer(samples.graded));
  await tab.locator(title("few-outputs")).focus();
  await press("ArrowDown", "ArrowRight");
  assert.equal(await focused(), "cause");
  assert.equal(await tab.locator(title("cause")).getAttribute("aria-expanded"), "true");
  await press("Enter", "r");
  assert.deepEqual(await sent(posted), [
    { type: "goTo", document: shownDocument, criterion: "cause", quote: 0 },
    { type: "askPassage", document: shownDocument, criterion: "cause" },
  ]);
  await send({
    type: "passage",
    document: shownDocument,
    criterion: "cause",
    html: "<p>It <b>arises</b> …</p>",
    whole: false,
  });
  assert.match(await tab.locator('[data-card="cause"] .passage').innerText(), /It arises/);
  await tab.click('[data-card="cause"] .quote');
  await press("End");
  assert.equal(await focused(), "diversity", "closed folds are not among the cards");
  await tab.click('[data-fold="spare"] summary');
  await tab.locator(title("diversity")).focus();
  await press("ArrowDown");
  assert.equal(await focused(), "minibatch");
  await press("Home", " ");
  assert.equal(await tab.locator(title("few-outputs")).getAttribute("aria-expanded"), "true");
  await press("Escape");
  assert.deepEqual((await sent(posted)).at(-1), { type: "leave" });
  assert.equal(await tab.locator('.card-title[tabindex="0"]').count(), 1);
});

check("a bonus stands in a fold of its own, which is there only for it", {}, async ({ state, tab, headline }) => {
  const fold = tab.locator('[data-fold="bonus"]');
  await state(new samples.ShownAnswer(samples.graded).state());
  assert.equal(await fold.isVisible(), false);
  const marks = await headline();
  await state(new samples.ShownAnswer(samples.bonusMissed.attempt, samples.bonusMissed.change).state());
  await fold.locator("summary").click();
  assert.match(await fold.innerText(), /Bonus \(1\)[^]*When it was first seen/);
  assert.equal(await headline(), marks, "one that is missed costs nothing");
});

check("the words of a near-miss are accepted by one key, of no other", {}, async ({ state, tab, press, posted }) => {
  const shown = new samples.ShownAnswer(samples.graded, { nearMisses: new Set(["cause"]) });
  await state(shown.state());
  await tab.locator(title("few-outputs")).focus();
  await press("a", "ArrowDown", "a", "ArrowRight");
  assert.deepEqual(await sent(posted), [{ type: "acceptWording", document: shownDocument, criterion: "cause" }]);
  assert.match(await tab.locator('[data-card="cause"]').innerText(), /did not find this[^]*Accept as a wording/);
  await press("ArrowUp", "ArrowRight");
  assert.equal(await tab.locator('[data-card="few-outputs"] [data-do="accept"]').isVisible(), false);
});

check("dispute, dismiss, show again", {}, async ({ serve, tab, press, until, focused, posted }) => {
  await serve(new samples.ShownAnswer(samples.graded));
  await tab.locator(title("wasserstein")).focus();
  await press("d");
  await tab.keyboard.type("yes, no: I meant the loss");
  await press("Escape");
  assert.equal(await focused(), "wasserstein");
  assert.deepEqual(await sent(posted), [], "letters in the field mark nothing, and Escape says nothing");
  await press("d");
  await tab.keyboard.type("I meant the loss.");
  await press("Enter");
  await until(
    () => tab.locator('[data-card="wasserstein"] .disputed').innerText(),
    "Disputed by you: “I meant the loss.”",
  );
  assert.equal(await focused(), "wasserstein");
  await press("d");
  await tab.click('[data-card="wasserstein"] [data-do="dismiss"]');
  const again = tab.locator('[data-card="wasserstein"] [data-do="takeBack"]');
  await until(() => again.innerText(), "Show again");
  await again.click();
  await until(() => again.innerText(), "Take back");
});

check(
  "a sentence being typed and the keyboard's place outlive states",
  {},
  async ({ serve, state, tab, press, focused }) => {
    const shown = new samples.ShownAnswer(samples.graded);
    await serve(shown);
    await tab.locator(title("cause")).focus();
    await press("d");
    await tab.keyboard.type("half a sent");
    await state({ ...shown.state(), head: { ...shown.state().head, headline: "3 / 4 · other" } });
    assert.equal(await tab.locator(":focus").inputValue(), "half a sent");
    assert.equal(await focused(), "cause");
  },
);

check("verdicts that stream in move nothing", { height: 400 }, async ({ state, tab, focused }) => {
  const at = (count) => new samples.ShownAnswer(samples.checked, samples.streamed(count)).state();
  await state(at(1));
  await tab.locator(title("unrolling")).focus();
  const top = () => tab.locator(title("unrolling")).evaluate((n) => Math.round(n.getBoundingClientRect().top));
  const before = await top();
  await state(at(4));
  assert.equal(await focused(), "unrolling");
  assert.equal(await top(), before, "its card stays where it was, whatever grew above it");
  assert.equal(await tab.locator("progress").evaluate((n) => n.value), 4);
});

check(
  "follows the editor without taking the keyboard, and finds its place again",
  {},
  async ({ state, tab, focused, saved }) => {
    const first = new samples.ShownAnswer(samples.checked).state();
    await state(first);
    assert.equal(await focused(), "");
    await tab.click(title("cause"));
    await state({ ...new samples.ShownAnswer(samples.graded).state(), document: "tutor:/generative-ai/vae.md" });
    assert.equal(await tab.locator(title("cause")).getAttribute("aria-expanded"), "false");
    await state({ status: "none" });
    assert.equal(await tab.locator(".message .buttons button").count(), 2);
    await state(first);
    assert.equal(await tab.locator(title("cause")).getAttribute("aria-expanded"), "true");
    assert.equal((await saved()).places.find((p) => p.document === shownDocument).current, "cause");
  },
);

check("told by the host: a card, the walk", {}, async ({ serve, send, until, focused, tab }) => {
  await serve(new samples.ShownAnswer(samples.graded));
  await send({ type: "focus", criterion: "minibatch" });
  await until(focused, "minibatch");
  assert.equal(await tab.locator('[data-fold="spare"]').evaluate((n) => n.open), true);
});

check("only the head is live", {}, async ({ serve, state, tab }) => {
  const shown = new samples.ShownAnswer(samples.checked);
  await serve(shown);
  assert.equal(await tab.locator("[aria-live], [role=status], [role=alert]").count(), 1);
  await state(new samples.ShownAnswer(samples.graded).state());
  assert.equal(await tab.locator("#live").innerText(), "2½–3½ / 4 · gpt-4.1-mini");
});

check("a check looks like neither right nor wrong", { theme: "light" }, async ({ serve, tab }) => {
  await serve(new samples.ShownAnswer(samples.checked));
  const colours = await tab
    .locator(".card-icon")
    .evaluateAll((all) => [...new Set(all.map((n) => window.getComputedStyle(n).color))]);
  assert.equal(colours.length, 1, "one colour for found and not found");
  assert.doesNotMatch(await tab.locator("body").innerText(), /✓|✗|correct|wrong|missing|good|\d \/ \d/i);
});

check("speaks the display language", { l10n: { "Mark it yourself": "Selbst bewerten" } }, async ({ state, tab }) => {
  await state(new samples.ShownAnswer(samples.checked).state());
  assert.equal(await tab.locator("#mark-yourself").innerText(), "Selbst bewerten");
});

/** Opens everything that can be open. */
async function openAll(tab) {
  for (const fold of await tab.locator("summary:visible").all()) await fold.click();
  const closed = tab.locator('.card-title[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
}

for (const width of [200, 379, 380, 700]) {
  check(`nothing is wider than ${width} px`, { width, height: 1200 }, async ({ serve, tab, press }) => {
    await serve(new samples.ShownAnswer(samples.graded));
    await openAll(tab);
    await tab.locator(title("cause")).focus();
    await press("d");
    const wide = await tab.evaluate(() =>
      [...document.querySelectorAll("#root *")]
        .filter((n) => n.getBoundingClientRect().right > window.innerWidth + 0.5 && !n.closest(".sr-only"))
        .map((n) => n.className),
    );
    assert.deepEqual(wide, []);
    const sides = await tab
      .locator('[data-card="cause"] .side')
      .evaluateAll((all) => all.map((n) => Math.round(n.getBoundingClientRect().top)));
    assert.equal(sides[0] === sides[1], width >= 380, "side by side from 380 px on");
  });
}

/** Every theme in the width of a sidebar, and in the least that is promised. */
const looks = Object.keys(themes).flatMap((theme) => [300, 200].map((width) => ({ theme, width })));
for (const { theme, width } of looks) {
  const name = `axe finds nothing in ${theme} at ${width} px`;
  check(name, { theme, width, height: 2600 }, async ({ serve, state, tab, press }) => {
    await tab.evaluate(axe);
    const findings = () =>
      tab.evaluate(async () => {
        const rules = { "label-content-name-mismatch": { enabled: true } };
        const { violations } = await window.axe.run(document, { rules });
        return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary}`));
      });
    assert.deepEqual(await findings(), [], "before the first state");
    await serve(new samples.ShownAnswer(samples.graded));
    await openAll(tab);
    await tab.locator(title("cause")).focus();
    await press("y", "d");
    await tab.waitForTimeout(100);
    assert.deepEqual(await findings(), [], "graded, with everything open");
    await tab.hover(title("few-outputs"));
    assert.deepEqual(await findings(), [], "under the mouse");
    const notGraded = { reason: "offline", message: "no connection." };
    await state(new samples.ShownAnswer(samples.checked, { notGraded, unkept: "the disk is full." }).state());
    await tab.click("#mark-yourself");
    assert.deepEqual(await findings(), [], "in the walk");
    await state(new samples.ShownAnswer(samples.checked, samples.streamed(2)).state());
    assert.deepEqual(await findings(), [], "while grading");
    const check = { ...samples.checked.check, observations: [{ id: "other-language" }] };
    await state(new samples.ShownAnswer({ ...samples.checked, check }).state());
    assert.deepEqual(await findings(), [], "of an answer that could not be read");
    await state(new samples.ShownAnswer(samples.graded).state());
    assert.equal(await tab.locator('[data-command="tutor.nextQuestion"]').count(), 1, "all is judged: the way on");
    assert.deepEqual(await findings(), [], "with nothing left to mark");
    await state({ status: "none" });
    assert.deepEqual(await findings(), [], "without an answer");
  });
}
