// Roadmaps as people's disks have them: roadmap.yml, endings in capitals, folders in folders, and Markdown beside them
// that is no question. The sidebar has them all, and nothing is called a mistake.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { gradeAnswer, openSidebar, rowOf, writeAnswer } from "./support/learner";
import { openWorkbench, type Workbench } from "./support/workbench";

const sample = join(import.meta.dirname, "../../questions/generative-ai/image-models/text-to-image.md");
const contributing = "# Contributing\n\nA question begins so:\n\n```markdown\n---\nid: yours\n---\n```\n";

/** Each roadmap's id, and where its two files are. */
const roadmaps = {
  "yml-road": { roadmap: "yml/roadmap.yml", question: "yml/pictures/text-to-image.md" },
  "capital-road": { roadmap: "capitals/ROADMAP.YAML", question: "capitals/pictures/text-to-image.MD" },
  "deep-road": { roadmap: "notes/2026/deep/roadmap.yaml", question: "notes/2026/deep/pictures/text-to-image.md" },
} as const;

describe("roadmaps as disks have them", () => {
  let workbench: Workbench;

  beforeAll(async () => {
    const question = await readFile(sample, "utf8");
    workbench = await openWorkbench({
      prepare: async ({ folder }) => {
        const write = async (path: string, text: string): Promise<void> => {
          await mkdir(join(folder, dirname(path)), { recursive: true });
          await writeFile(join(folder, path), text);
        };
        for (const [id, files] of Object.entries(roadmaps)) {
          const topic = "  - id: pictures\n    title: Pictures\n    questions: [text-to-image]\n";
          await write(files.roadmap, `id: ${id}\ntitle: ${id}\ntopics:\n${topic}`);
          await write(files.question, question);
        }
        await write("yml/CONTRIBUTING.md", contributing);
        await write("yml/pictures/README.md", "# Pictures\n\nWhat these are about.\n");
      },
    });
  });

  afterAll(async () => {
    await workbench.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await workbench.screenshot(`out/e2e/disk ${task.name}.png`);
  });

  test.each(Object.keys(roadmaps))("%s has its question in the sidebar", async (id) => {
    const sidebar = await openSidebar(workbench);
    await expect.poll(async () => (await rowOf(sidebar, `${id}/text-to-image`)).count()).toBe(1);
  });

  test("nothing in them is called a mistake", async () => {
    const problems = workbench.page.locator("[id='status.problems']");
    expect(await problems.innerText()).toMatch(/^\s*0\s+0\s*$/);
  });

  test("a question whose file ends in capitals is answered and checked", async () => {
    await (await rowOf(await openSidebar(workbench), "capital-road/text-to-image")).click();
    await expect.poll(() => workbench.activeTab()).toContain("text-to-image");
    await writeAnswer(workbench, "A U-Net removes a bit of the noise in every step.");
    expect(await gradeAnswer(workbench)).toMatch(workbench.words.holding("{0} of {1} ideas spoken of"));
    const row = await rowOf(await openSidebar(workbench), "capital-road/text-to-image");
    await expect.poll(() => row.getAttribute("data-state")).toBe("checked");
  });
});
