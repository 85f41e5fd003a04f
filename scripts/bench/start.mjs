// Activation, icon click → first topic, and the memory of the extension host, against the floor extension installed alone.
import { median, row } from "./stopwatch.mjs";
import { openWindow } from "./window.mjs";

const rounds = 5;

/** Figures of one extension: milliseconds, milliseconds, milliseconds, MB. */
const noFigures = () => ({
  cold: /** @type {number[]} */ ([]),
  warm: /** @type {number[]} */ ([]),
  activation: /** @type {number[]} */ ([]),
  memory: /** @type {number[]} */ ([]),
});

/** Opens each extension's view in fresh pages, turn and turn about. */
export async function measureStart({ tutor, floor }) {
  console.log("\nStart (each installed alone)");
  const windows = [
    {
      name: "tutor",
      icon: "Roadmap Tutor",
      id: "roadmap-tutor.roadmap-tutor",
      window: await openWindow(tutor),
      ...noFigures(),
    },
    {
      name: "floor",
      icon: "Floor",
      id: "bench.floor",
      window: await openWindow(floor),
      ...noFigures(),
    },
  ];
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const { icon, id, window, cold, warm, activation, memory } of windows) {
        await (round === 0 ? window.load(icon) : window.again(icon));
        const first = await iconToTopic(window, icon);
        const second = await iconToTopic(window, icon);
        const held = await window.hostMemory();
        const took = await window.activation(id);
        // The very first page warms the server itself.
        if (round === 0) continue;
        cold.push(first);
        warm.push(second);
        activation.push(took);
        memory.push(held);
      }
    }
    const [own, hello] = windows;
    row("load + activate + finish", "ms", median(own.activation), median(hello.activation), "aim ≤ 30 ms");
    row(
      "icon click → first topic, first time",
      "ms",
      median(own.cold),
      median(hello.cold),
      `aim ≤ floor + 70 ms: + ${(median(own.cold) - median(hello.cold)).toFixed(0)} ms`,
    );
    row(
      "icon click → first topic, shown again",
      "ms",
      median(own.warm),
      median(hello.warm),
      `+ ${(median(own.warm) - median(hello.warm)).toFixed(0)} ms`,
    );
    row(
      "extension host, private memory before the first grading",
      "MB",
      median(own.memory),
      median(hello.memory),
      `aim ≤ floor + 5 MB: + ${(median(own.memory) - median(hello.memory)).toFixed(1)} MB`,
    );
  } finally {
    await Promise.all(windows.map(({ window }) => window.close()));
  }
}

/** Milliseconds from the press on the icon to the first row in the view, which is hidden first. */
async function iconToTopic(window, icon) {
  const { timed } = window;
  await window.clickIcon("Explorer");
  await timed.page.waitForTimeout(700);
  timed.reset();
  await window.clickIcon(icon);
  const [pressed] = await timed.until(() => (timed.times("icon").length > 0 ? timed.times("icon") : undefined));
  // The floor's and the product's first row carry the same role; the workbench's own trees are older than the press.
  const topic = await timed.until(() => timed.times("rows").find((t) => t.at > pressed.at));
  return topic.at - pressed.at;
}
