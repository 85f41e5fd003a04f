// A roadmap of 10,000 questions in the workspace: state → visible, keystroke → filtered and a changed file → its row,
// against the built-in roadmap alone; and what reading it costs the extension host's processor.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureReading } from "./rereading.mjs";
import { median, row } from "./stopwatch.mjs";
import { openWindow } from "./window.mjs";

const topics = 50;
const perTopic = 200;
const rounds = 5;
/** The file that is changed: the first of the tree, whose row is in sight. */
const changing = "topic-1/question-1.md";

/** Measures in the sidebar of the real VS Code. */
export async function measureLarge({ tutor }) {
  console.log("\nA roadmap of 10,000 questions (floor: the built-in 17)");
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-large-"));
  try {
    const files = roadmapFiles();
    await writeFiles(folder, files);
    const reading = await measureReading(files, changing);
    const small = await measure(tutor, undefined, "GAN");
    const large = await measure(tutor, folder, "Question 77", files);
    row("state arrives → first rows visible", "ms", large.visible, small.visible, "aim ≤ 500 ms");
    row("keystroke → filtered", "ms", large.filtered, small.filtered, "aim ≤ 32 ms");
    row("a file is written → its row shows it", "ms", large.changed, 0, "230 ms of it wait for more changes");
    row("reading all, processor time", "ms", reading.first, 0);
    row("reading all, longest stretch", "ms", reading.firstStretch, 0, "aim ≤ 50 ms");
    row("reading again after one file changed, processor time", "ms", reading.again, 0, "aim ≤ 50 ms");
    row("holding their sample answers, processor time", "ms", reading.held, 0, "in the background");
    row("holding them, longest stretch", "ms", reading.heldStretch, 0, "aim ≤ 50 ms");
    row("holding one changed file's, processor time", "ms", reading.heldAgain, 0, "in the background");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} vsix
 * @param {string | undefined} folder
 * @param {string} word what is typed into the search
 * @param {ReadonlyMap<string, string>} [files] those in the folder, of which one is changed
 */
async function measure(vsix, folder, word, files) {
  const window = await openWindow(vsix, folder === undefined ? {} : { folder });
  try {
    await window.load("Roadmap Tutor");
    const visible = [];
    const filtered = [];
    for (let round = 0; round <= rounds; round++) {
      await window.clickIcon("Explorer");
      await window.timed.page.waitForTimeout(500);
      window.timed.reset();
      await window.clickIcon("Roadmap Tutor");
      const { timed } = window;
      const shown = await timed.until(() => {
        const rows = timed.times("rows").at(-1);
        const state = rows && timed.times("state").findLast((t) => t.at <= rows.at);
        return state && { state, rows };
      });
      if (round > 0) visible.push(shown.rows.at - shown.state.at);
      const frame = await timed.until(async () => {
        for (const f of timed.page.frames())
          if (
            f !== timed.page.mainFrame() &&
            (await f
              .locator("[role=treeitem]")
              .count()
              .catch(() => 0)) > 0
          )
            return f;
        return undefined;
      });
      const search = frame.locator("input").first();
      // The workspace's roadmap is read in the first round, while the built-in one shows.
      await search.fill(word);
      await frame.locator("[role=treeitem]", { hasText: word }).first().waitFor({ timeout: 180_000 });
      await search.fill("");
      await search.focus();
      await timed.page.waitForTimeout(300);
      for (const letter of word) {
        timed.reset();
        await timed.page.keyboard.press(letter === " " ? "Space" : letter);
        await timed.page.waitForTimeout(150);
        const key = timed.times("keystroke")[0];
        const rows = key && timed.times("rows").find((t) => t.at >= key.at);
        if (rows && round > 0) filtered.push(rows.at - key.at);
      }
      await search.fill("");
    }
    const changed = folder === undefined || files === undefined ? 0 : await changeOne(window, folder, files);
    return { visible: median(visible), filtered: median(filtered), changed };
  } finally {
    await window.close();
  }
}

/** Milliseconds from the writing of one question's file until its row has the new title. */
async function changeOne(window, folder, files) {
  const { timed } = window;
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const title = `Changed ${round} times`;
    timed.reset();
    await writeFile(join(folder, changing), files.get(changing).replace(/^title: .*$/m, `title: ${title}`));
    const written = Date.now();
    await timed.until(async () => {
      for (const frame of timed.page.frames())
        if (
          await frame
            .locator("[role=treeitem]", { hasText: title })
            .count()
            .catch(() => 0)
        )
          return true;
      return false;
    });
    const shown = timed.times("rows").at(-1);
    if (shown) times.push(shown.at - written);
  }
  return median(times);
}

/** Every file of the roadmap, by its path. */
function roadmapFiles() {
  const names = Array.from({ length: topics }, (_, t) => `topic-${t + 1}`);
  const yaml = [
    "id: large",
    "title: Large",
    "description: Ten thousand questions.",
    "topics:",
    ...names.flatMap((id, t) => [
      `  - id: ${id}`,
      `    title: Topic ${t + 1}`,
      "    subtopics: []",
      "    requires: []",
    ]),
  ];
  const files = new Map([["roadmap.yaml", `${yaml.join("\n")}\n`]]);
  for (const [t, topic] of names.entries())
    for (let n = t * perTopic + 1; n <= (t + 1) * perTopic; n++) files.set(`${topic}/question-${n}.md`, question(n));
  return files;
}

async function writeFiles(folder, files) {
  for (let t = 0; t < topics; t++) await mkdir(join(folder, `topic-${t + 1}`));
  await Promise.all([...files].map(([path, text]) => writeFile(join(folder, path), text)));
}

function question(n) {
  const golden = (kind) => {
    const verdict = kind === "full" ? "met" : "missed";
    return `## Golden: ${kind}\n\nThe number is ${n}.\n\n### Expect\n\n- number: ${verdict}\n`;
  };
  return `---
id: question-${n}
title: Question ${n} of many
marks: 1
criteria:
  - id: number
    marks: 1
    statement: The number is ${n}.
    accepted:
      - It is number ${n}.
      - Its number is ${n}.
    misconceptions:
      - It has no number.
    idea: which number it is
hints:
  - Count.
---

## Prompt

Which number is this question?

## Reference

This question has the number ${n}.

${["full", "partial", "misconception", "injection"].map(golden).join("\n")}`;
}
