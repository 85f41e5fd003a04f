// Measures the sidebar's page with 10,000 questions in a plain browser: `node test/webview/measure.mjs`. Times include
// the wait for the next frame.
import { large, largeTexts } from "./sampleState.mjs";
import { openBrowser } from "./sidebarPage.mjs";

/** Milliseconds until the next frame after `act` has been painted, measured in the page. */
const painted = (act) =>
  `new Promise((done) => {
    const start = performance.now();
    ${act};
    requestAnimationFrame(() => {
      const c = new MessageChannel();
      c.port1.onmessage = () => done(performance.now() - start);
      c.port2.postMessage(0);
    });
  })`;
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)].toFixed(1);

const browser = await openBrowser();
const { tab } = await browser.sidebar({ height: 800 });
await tab.evaluate((s) => (window.big = s), large(10_000));
const visible = await tab.evaluate(`new Promise((done) => {
  const start = performance.now();
  const finish = () => setTimeout(() => done(performance.now() - start));
  const look = () => requestAnimationFrame(document.querySelector('[data-kind="question"]') ? finish : look);
  window.postMessage({ type: "state", state: window.big }, "*"); look();
})`);
/**
 * The host's slices of 500 questions, each in a task of its own; the longest stretch is what the page may stand
 * still.
 */
const { topics, ...message } = largeTexts(10_000);
let longestSlice = 0;
for (let from = 0; from < topics.length; from += 5) {
  const part = { ...message, topics: topics.slice(from, from + 5), done: from + 5 >= topics.length };
  longestSlice = Math.max(
    longestSlice,
    await tab.evaluate((data) => {
      const start = performance.now();
      window.dispatchEvent(new window.MessageEvent("message", { data }));
      return performance.now() - start;
    }, part),
  );
}
const strokes = [];
for (let round = 0; round < 5; round++) {
  for (const query of [
    "g",
    "gr",
    "gra",
    "grad",
    "gradient 7",
    "zebra42",
    "q",
    "",
    "999",
    "topic 42",
    "vanishes 1",
    "x",
    "",
  ]) {
    strokes.push(
      await tab.evaluate(
        painted(
          `const s = document.getElementById("search");
          s.value = ${JSON.stringify(query)};
          s.dispatchEvent(new Event("input"))`,
        ),
      ),
    );
  }
}
await tab.evaluate(`document.getElementById("search").value = "zebra42";
  document.getElementById("search").dispatchEvent(new Event("input"))`);
const found = await tab.locator("#live").innerText();
const update = await tab.evaluate(
  painted(`window.dispatchEvent(new MessageEvent("message", { data: { type: "state", state: window.big } }))`),
);
console.log(`“zebra42”: ${found} (100 of 10000); longest slice of texts ${longestSlice.toFixed(1)} ms (≤ 50)`);
console.log(`state → visible ${visible.toFixed(0)} ms (≤ 500)`);
console.log(
  `keystroke → painted: first ${strokes[0].toFixed(1)}, median ${median(strokes)}, ` +
    `worst ${Math.max(...strokes).toFixed(1)} ms (≤ 32)`,
);
console.log(`an unchanged state → painted ${update.toFixed(0)} ms`);
await browser.close();
