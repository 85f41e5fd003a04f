// Times taken inside the page, with the clock that all frames and this process share. Knows nothing of what is measured.

/** Runs in the page: writes the time at which an icon is pressed, the command's keys are, messages reach a webview, its rows change, decorations or the marks in the status bar change. */
const watchScript = () => {
  if (top !== self) return;
  const now = () => performance.timeOrigin + performance.now();
  const say = (what, at = now()) => console.log(`bench ${what} ${at}`);
  addEventListener(
    "keydown",
    (event) => event.key === "Enter" && event.ctrlKey && event.altKey && say("command"),
    true,
  );
  addEventListener(
    "pointerdown",
    (event) => event.target instanceof Element && event.target.closest(".activitybar") && say("icon"),
    true,
  );

  let drawn = "";
  let marks = "";
  new MutationObserver(() => {
    const count = document.querySelectorAll(
      ".monaco-editor .view-overlays [class*='ced-'], .monaco-editor .view-lines [class*='ced-']",
    ).length;
    const picture = `${count} ${document.querySelector(".monaco-editor .codelens-decoration")?.textContent ?? ""}`;
    if (picture !== drawn) say(`drawn:${count}`);
    drawn = picture;
    const text = document.querySelector(".statusbar-item[id*='tutor.marks']")?.textContent ?? "";
    if (text !== marks && /\d? ?½? \/ \d/.test(text)) say("marks");
    marks = text;
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["class"],
    characterData: true,
  });

  // This server gives webviews the page's own origin, so their frames can be watched from here. A webview's page is
  // written into its frame, which takes away listeners; adding one again that is there does nothing.
  let rows = "";
  const onInput = () => say("keystroke");
  // The page may have drawn before this listener's turn: the event knows when it came.
  const onMessage = (event) =>
    event.data?.type === "state" &&
    event.data.state?.status === "ready" &&
    say("state", event.currentTarget.performance.timeOrigin + event.timeStamp);
  const look = (inner) => {
    const text = [...inner.querySelectorAll("[role=treeitem]")]
      .slice(0, 5)
      .map((item) => item.textContent)
      .join("|");
    if (text !== rows && text !== "") say("rows");
    rows = text;
  };
  const watched = new WeakSet();
  setInterval(() => {
    for (const outer of /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll("iframe.webview"))) {
      for (const frame of outer.contentDocument?.querySelectorAll("iframe") ?? []) {
        const inner = frame.contentDocument;
        const view = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
        if (!inner?.body || view === null) continue;
        view.addEventListener("input", onInput, true);
        view.addEventListener("message", onMessage, true);
        if (!watched.has(inner)) {
          watched.add(inner);
          rows = "";
          new view.MutationObserver(() => look(inner)).observe(inner, {
            subtree: true,
            childList: true,
            characterData: true,
          });
          look(inner);
        }
      }
    }
  }, 4);
};

/** A page whose frames report times; `times(what)` lists them, in milliseconds since the epoch. */
export async function timedPage(browser, viewport = { width: 1280, height: 800 }) {
  const context = await browser.newContext({ viewport, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const seen = [];
  page.on("console", (message) => {
    const match = /^bench (\S+) ([\d.]+)$/.exec(message.text());
    if (match) seen.push({ what: match[1], at: Number(match[2]) });
  });
  await context.addInitScript(watchScript);
  return {
    page,
    close: () => context.close(),
    /** Forgets what was reported. */
    reset: () => seen.splice(0),
    times: (what) => seen.filter((s) => s.what === what || s.what.startsWith(`${what}:`)),
    /** Waits until `find()` gives something; at most `limit` ms. */
    async until(find, limit = 30_000) {
      const end = Date.now() + limit;
      for (;;) {
        const found = await find();
        if (found !== undefined && found !== false) return found;
        if (Date.now() > end)
          throw new Error(`Nothing came within ${limit} ms; seen: ${seen.map((s) => s.what).join(" ")}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

/** The middle value; the mean of the two middle ones of an even count. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** One line of the report: what, the product's figure, its floor, and how they compare. */
export function row(what, unit, product, floor, note = "") {
  const ratio = floor > 0 ? `${(product / floor).toFixed(2)} × floor` : "";
  const show = (n) => (n === undefined ? "—" : n.toFixed(n < 10 ? 1 : 0));
  console.log(
    `${what.padEnd(62)} ${show(product).padStart(8)} ${unit.padEnd(4)} floor ${show(floor).padStart(7)}  ${ratio.padEnd(14)} ${note}`,
  );
}
