// Measures the sidebar's page with 10,000 questions in a plain browser: `node test/webview/measure.mjs`. Times include
// the wait for the next frame.
import { large } from "./sampleState.mjs";
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
const strokes = [];
for (let round = 0; round < 5; round++) {
  for (const query of ["g", "gr", "gra", "grad", "gradient 7", "q", "", "999", "topic 42", "vanishes 1", "x", ""]) {
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
const update = await tab.evaluate(
  painted(`window.dispatchEvent(new MessageEvent("message", { data: { type: "state", state: window.big } }))`),
);
console.log(`state → visible ${visible.toFixed(0)} ms (≤ 500)`);
console.log(
  `keystroke → painted: first ${strokes[0].toFixed(1)}, median ${median(strokes)}, ` +
    `worst ${Math.max(...strokes).toFixed(1)} ms (≤ 32)`,
);
console.log(`an unchanged state → painted ${update.toFixed(0)} ms`);
await browser.close();
