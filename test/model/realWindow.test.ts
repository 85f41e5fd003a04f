// The real wire in the real VS Code: a model server of the tester's (ROADMAP_TUTOR_MODEL_URL, ROADMAP_TUTOR_MODEL)
// reads, streams, is stopped, is cut off, and answers again. What a small model makes of an answer is its own affair;
// nothing is made up, and no marks are shown that it has not earned.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openQuestion, pickRow, writeAnswer } from "../e2e/support/learner";
import { openWorkbench, type Workbench } from "../e2e/support/workbench";
import { openRelay, type Relay } from "./relay";

const far = process.env["ROADMAP_TUTOR_MODEL_URL"] ?? "";
const model = process.env["ROADMAP_TUTOR_MODEL"] ?? "";
/** A model on one core reads for a minute or two, and is asked twice where its first reply will not do. */
const patience = { timeout: 10 * 60_000, interval: 500 };
const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";
/** Bytes of a reply after which words of it have come: what stands before them is a few hundred. */
const someWords = 3_000;
const nobodyListens = "nothing listens at the base URL of {0}; is its service running?";
const brokeOff = "the connection to the service of {0} broke off before the reply was complete.";

describe(`${model} in the real VS Code`, { retry: 0 }, () => {
  let relay: Relay;
  let workbench: Workbench;

  beforeAll(async () => {
    relay = await openRelay(far);
    workbench = await openWorkbench({
      size: { width: 1280, height: 1000 },
      machineSettings: {
        "tutor.model.baseUrl": relay.url,
        "tutor.model.name": model,
        // On this machine reading is waited for anyway; the words after it may be slow, too.
        "tutor.model.timeout": 600,
      },
    });
  });

  afterAll(async () => {
    await workbench.close();
    await relay.close();
  });

  afterEach(async ({ task }) => {
    await workbench.screenshot(`out/model/${task.name.replace(/:.*/, "")}.png`);
  });

  const row = async (): Promise<string> => (await workbench.codeLenses()).join(" | ");
  const grade = (): Promise<void> => workbench.runCommand("Roadmap Tutor: Grade my answer");
  /** The words of the row while a grading is under way. */
  const underWay = (): RegExp => {
    const { words } = workbench;
    const texts = ["Grading…", "Grading {0} of {1}…", "The model is reading, {0} s"];
    return new RegExp(texts.map((text) => words.pattern(text)).join("|"));
  };

  /** Waits until a verdict has come of a grading under way; a small model's reply may not end for many minutes. */
  const streams = async (): Promise<void> => {
    await expect.poll(row, patience).toMatch(workbench.words.holding("Grading {0} of {1}…"));
    expect(await row()).not.toMatch(/\d ?½? \/ \d/);
    for (const { text } of await workbench.underlinedTexts()) expect(answer).toContain(text);
  };
  const stop = async (): Promise<void> => {
    const ended = relay.endedByClient();
    await workbench.runCommand("Roadmap Tutor: Cancel grading");
    await expect.poll(() => relay.endedByClient()).toBeGreaterThan(ended);
    await expect.poll(row).not.toMatch(underWay());
  };

  test("says that the model reads, and streams its verdicts", async () => {
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, answer);
    await grade();
    await pickRow(workbench, workbench.words.t("Remarks without marks"));
    await expect.poll(row, patience).toMatch(workbench.words.holding("The model is reading, {0} s"));
    await workbench.screenshot("out/model/reading.png");
    await streams();
  });

  test("is stopped: the wire ends at once, and nothing is told as a failure", async () => {
    await stop();
    expect(await workbench.notifications()).toEqual([]);
    expect(await row()).toContain(workbench.words.t("Grade my answer"));
  });

  test("is cut off in the middle: not graded, and why; the answer is kept", async () => {
    const before = relay.received();
    await grade();
    await expect.poll(() => relay.received(), patience).toBeGreaterThan(before + someWords);
    await relay.close();
    await expect
      .poll(() => workbench.notifications(), patience)
      .toEqual([expect.stringMatching(workbench.words.holding(brokeOff))]);
    expect(await row()).toMatch(workbench.words.holding("Not graded: {0}"));
    expect((await workbench.visibleLines()).join(" ")).toContain("a few kinds of samples");
  });

  test("is away: not graded; back again, it streams", async () => {
    await workbench.clearNotifications();
    await workbench.focusEditor();
    await grade();
    await expect
      .poll(() => workbench.notifications(), patience)
      .toEqual([expect.stringMatching(workbench.words.holding(nobodyListens))]);
    await workbench.screenshot("out/model/away.png");
    await relay.open();
    const before = relay.received();
    await workbench.pressMessageButton("Try again");
    await streams();
    expect(relay.received()).toBeGreaterThan(before);
    await stop();
  });
});
