// The main job with a model: a scripted OpenAI-compatible server on 127.0.0.1 that streams. Its honest grade, and its
// failure.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startModelServer, type ModelServer } from "../support/modelServer";
import { gradeAnswer, openQuestion, openSidebar, questionRow, writeAnswer, withQualified } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const answer = "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator.";

describe("a learner with a model", () => {
  let server: ModelServer;
  let workbench: Workbench;

  beforeAll(async () => {
    server = await startModelServer();
    workbench = await openWorkbench({
      machineSettings: { "tutor.model.baseUrl": server.url, "tutor.model.name": "honest-model" },
      prepare: withQualified(server.url, "honest-model"),
    });
  });

  afterAll(async () => {
    await workbench.close();
    await server.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/${task.name}.png`);
  });

  test("is graded by it: what was written reaches the model, and its verdicts are drawn", async () => {
    await openQuestion(workbench, "gan-training");
    await writeAnswer(workbench, answer);
    const marks = await gradeAnswer(workbench);
    expect(marks).toMatch(/\/ 4/);
    expect(marks).toContain("honest-model");
    expect(JSON.stringify(server.chats())).toContain(answer);
    expect((await workbench.underlinedTexts()).map(({ text }) => text).join(" ")).toContain("Mode collapse");
    const row = questionRow(await openSidebar(workbench), "gan-training");
    await expect.poll(() => row.getAttribute("data-state")).toBe("graded");
  });

  test("keeps answer and marks, and says so, where the service fails", async () => {
    const row = questionRow(await openSidebar(workbench), "mode-collapse");
    server.script(() => ({ kind: "json", status: 401, body: { error: { message: "Incorrect API key provided" } } }));
    await openQuestion(workbench, "mode-collapse");
    await writeAnswer(workbench, answer);
    await workbench.runCommand("Roadmap Tutor: Grade my answer");
    await expect.poll(() => workbench.notifications()).toHaveLength(1);
    expect((await workbench.visibleLines()).join(" ")).toContain("Mode collapse: the generator");
    expect(await workbench.addedTexts()).toEqual([]);
    await expect.poll(() => row.getAttribute("data-state")).toBe("draft");
  });
});
