// Command → decorations drawn with the check, against a command that draws one decoration.
import { answerOf, builtInQuestions, openQuestion, writeAnswer } from "./answers.mjs";
import { median, row } from "./stopwatch.mjs";
import { openWindow } from "./window.mjs";

const sizes = [200, 2_000, 20_000];
const rounds = 5;

/** Grades a fresh question for each figure, so that nothing is replayed. */
export async function measureDrawing({ tutor, floor }) {
  console.log("\nCommand → decorations drawn, the check");
  const bare = await floorTimes(floor);
  const window = await openWindow(tutor);
  try {
    await window.load("Roadmap Tutor");
    await window.clickIcon("Roadmap Tutor");
    const questions = await builtInQuestions();
    // The first grading loads the grader; it is reported by itself.
    const first = await gradeTime(window, questions[questions.length - 1], 2_000);
    /** @type {Map<number, number[]>} */
    const times = new Map(sizes.map((size) => [size, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [index, size] of sizes.entries())
        times.get(size)?.push(await gradeTime(window, questions[round * sizes.length + index], size));
    }
    row("the session's first grading, 2,000 characters", "ms", first, bare);
    for (const size of sizes)
      row(
        `${size.toLocaleString("en")} characters`,
        "ms",
        median(times.get(size) ?? []),
        bare,
        size === 2_000 ? "aim ≤ 50 ms" : "",
      );
  } finally {
    await window.close();
  }
}

async function gradeTime(window, question, size) {
  await openQuestion(window, question);
  await writeAnswer(window, answerOf(question, size));
  return commandToDrawn(window);
}

async function commandToDrawn(window) {
  const { timed } = window;
  timed.reset();
  await timed.page.keyboard.press("Control+Alt+Enter");
  const [pressed] = await timed.until(() => (timed.times("command").length > 0 ? timed.times("command") : undefined));
  const drawn = await timed.until(() => timed.times("drawn").find((t) => t.at > pressed.at && !t.what.endsWith(":0")));
  await timed.page.waitForTimeout(300);
  return drawn.at - pressed.at;
}

async function floorTimes(vsix) {
  const window = await openWindow(vsix);
  try {
    await window.load("Floor");
    const times = [];
    for (let round = 0; round <= rounds; round++) {
      await window.command("Create: New File...");
      await window.timed.page.locator(".quick-input-list .monaco-list-row", { hasText: "Text File" }).first().click();
      await window.timed.page.waitForTimeout(700);
      await window.timed.page.keyboard.insertText("The floor draws one box.");
      await window.timed.page.waitForTimeout(700);
      const time = await commandToDrawn(window);
      if (round > 0) times.push(time);
    }
    return median(times);
  } finally {
    await window.close();
  }
}
