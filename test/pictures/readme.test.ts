// Makes pictures of the real thing: each scene in each theme and width asked for. Run by scripts/pictures.mjs, no
// part of the suite.
import { afterAll, beforeAll, test } from "vitest";
import { join } from "node:path";
import { gradeAnswer, headlineLens, openQuestion, openSidebar, writeAnswer } from "../e2e/support/learner";
import { openWorkbench, themes, type Workbench } from "../e2e/support/workbench";

/** What a picture shows; each scene puts the window into its state from any other. */
const scenes = {
  sidebar: async (workbench) => {
    await workbench.closeEditors();
    const sidebar = await openSidebar(workbench);
    await sidebar.locator("#scroller").evaluate((node) => node.scrollTo(0, 0));
  },
  feedback: async (workbench) => {
    await openAlone(workbench);
  },
  hover: async (workbench) => {
    await openAlone(workbench);
    await workbench.hoverText("Mode collapse");
  },
  "feedback-view": async (workbench) => {
    await openAlone(workbench);
    await workbench.runCommand("Roadmap Tutor: Show feedback");
    await workbench.webview("[data-view=feedback]");
  },
  report: async (workbench) => {
    await workbench.closeEditors();
    await workbench.runCommand("Roadmap Tutor: Show assignment report");
    await workbench.page.locator(".tab.active").waitFor();
  },
} satisfies Record<string, (workbench: Workbench) => Promise<void>>;

type Scene = keyof typeof scenes;
type Theme = keyof typeof themes;

const wide = { width: 1280, height: 800 };
const narrow = { width: 700, height: 800 };

interface Picture {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly size: typeof wide;
}

/** README's pictures: every scene once, and the feedback in each theme and width. */
const readme: readonly Picture[] = [
  ...(Object.keys(scenes) as Scene[]).map((scene): Picture => ({ scene, theme: "dark", size: wide })),
  { scene: "feedback", theme: "dark", size: narrow },
  { scene: "feedback", theme: "light", size: wide },
  { scene: "feedback", theme: "highContrast", size: wide },
];

/** Every scene in every theme and width. */
const all = (Object.keys(themes) as Theme[]).flatMap((theme) =>
  [wide, narrow].flatMap((size) => (Object.keys(scenes) as Scene[]).map((scene): Picture => ({ scene, theme, size }))),
);

const out = process.env["ROADMAP_TUTOR_PICTURES"] ?? "docs/pictures";
const wanted = process.env["ROADMAP_TUTOR_PICTURES_ALL"] === undefined ? readme : all;

/**
 * What the learner of the pictures wrote: some of it right, some of it beside the point. The last one is marked by
 * its writer.
 */
const answers: Readonly<Record<string, string>> = {
  "gan-training": [
    "Mode collapse: the generator produces only a few kinds of samples that fool the discriminator, " +
      "so the variety of the data is lost.",
    "The two networks have to be kept in balance. If the discriminator becomes too strong, " +
      "the generator cannot learn any more.",
    "And it takes a lot of patience.",
  ].join("\n\n"),
  "vs-traditional-ml":
    "Generative models learn the distribution of the data and create new samples, " +
    "while traditional models learn to predict a label for a given input.",
};
const draft = { question: "latent-space", text: "A latent space is a compressed representation" };

let workbench: Workbench;
let shownTheme: Theme = "light";

beforeAll(async () => {
  workbench = await openWorkbench({
    size: wide,
    settings: { "editor.minimap.enabled": false, "files.autoSave": "off" },
  });
});

afterAll(async () => {
  await workbench.close();
});

test("a learner's work to show", async () => {
  for (const [question, text] of Object.entries(answers)) {
    await openQuestion(workbench, question);
    await writeAnswer(workbench, text);
    await gradeAnswer(workbench);
  }
  await workbench.runCommand("Roadmap Tutor: Mark it yourself");
  const walk = (await workbench.webview("[data-view=feedback] [data-walk]")).locator("[data-walk]");
  for (const key of ["y", "y", "p", "n", "n", "n"]) {
    if (!(await walk.isVisible())) break;
    await workbench.press(key);
    await workbench.page.waitForTimeout(700);
  }
  await openQuestion(workbench, draft.question);
  await writeAnswer(workbench, draft.text);
});

test.each(wanted.map((picture) => [fileName(picture), picture] as const))(
  "%s",
  async (name, { scene, theme, size }) => {
    await workbench.resize(size);
    if (theme !== shownTheme) await workbench.switchTheme(theme);
    shownTheme = theme;
    await scenes[scene](workbench);
    // Fades and the CodeLens row have settled.
    await workbench.page.waitForTimeout(1_000);
    await workbench.screenshot(join(out, name));
    await workbench.calm();
  },
);

function fileName({ scene, theme, size }: Picture): string {
  const names = {
    light: "light",
    dark: "dark",
    highContrast: "high-contrast",
    highContrastLight: "high-contrast-light",
  };
  return `${scene}-${names[theme]}${size === narrow ? "-700" : ""}.png`;
}

/** The graded answer as the only editor, beside the sidebar where there is room for both. */
async function openAlone(window: Workbench): Promise<void> {
  await window.closeEditors();
  await openQuestion(window, "gan-training");
  await headlineLens(window);
}
