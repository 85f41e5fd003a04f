// A roadmap of 10,000 questions in the workspace: state → visible, and keystroke → filtered, against the built-in
// roadmap alone.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, row } from "./stopwatch.mjs";
import { openWindow } from "./window.mjs";

const topics = 50;
const perTopic = 200;
const rounds = 5;

/** Measures in the sidebar of the real VS Code. */
export async function measureLarge({ tutor }) {
  console.log("\nA roadmap of 10,000 questions (floor: the built-in 17)");
  const folder = await mkdtemp(join(tmpdir(), "roadmap-tutor-large-"));
  try {
    await writeRoadmap(folder);
    const small = await measure(tutor, undefined, "GAN");
    const large = await measure(tutor, folder, "Question 77");
    row("state arrives → first rows visible", "ms", large.visible, small.visible, "aim ≤ 500 ms");
    row("keystroke → filtered", "ms", large.filtered, small.filtered, "aim ≤ 32 ms");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(vsix, folder, word) {
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
    return { visible: median(visible), filtered: median(filtered) };
  } finally {
    await window.close();
  }
}

async function writeRoadmap(folder) {
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
  await writeFile(join(folder, "roadmap.yaml"), `${yaml.join("\n")}\n`);
  for (const [t, topic] of names.entries()) {
    await mkdir(join(folder, topic));
    await Promise.all(
      Array.from({ length: perTopic }, (_, q) =>
        writeFile(join(folder, topic, `question-${t * perTopic + q + 1}.md`), question(t * perTopic + q + 1)),
      ),
    );
  }
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
