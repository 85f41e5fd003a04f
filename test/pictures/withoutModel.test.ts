// Pictures of what "Grade my answer" says without a model, of five answers that only a grader could judge: in each
// theme, in a window of 700 px and beside a sidebar of 220 px. Nothing in them may say or look like right or wrong.
import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { gradeAnswer, headlineLens, openQuestion, writeAnswer } from "../e2e/support/learner";
import { openWorkbench, themes, type Workbench } from "../e2e/support/workbench";
import { narrowSidebar } from "./windowParts";

/** By the picture's name: the question, and what the learner writes. */
const answers = {
  "false-in-its-words": {
    question: "mode-collapse",
    text: [
      "Mode collapse means that the generator produces samples of every kind in the data, with the greatest variety.",
      "It happens because the discriminator rejects each sample that looks like another, so that the generator never " +
        "finds one output that fools it.",
      "Minibatch discrimination and Wasserstein loss make it worse, since they reward the generator for repeating itself.",
    ].join("\n\n"),
  },
  "right-in-plain-words": {
    question: "gan-training",
    text: [
      "The forger finds one picture that gets past the expert and paints nothing else from then on.",
      "If the expert becomes far too good, every forgery is thrown out and the forger cannot tell what to do better.",
      "They may chase each other in circles for ever, each undoing what the other has just learnt.",
      "And nobody can tell from the curve whether the pictures are any good: one has to look at them.",
    ].join("\n\n"),
  },
  german: {
    question: "latent-space",
    text: [
      "Der latente Raum ist eine verdichtete Darstellung der Daten, in der ähnliche Bilder nahe beieinander liegen.",
      "Wer zwischen zwei Punkten darin wandert, erhält fließende Übergänge zwischen den Bildern.",
      "Der Decoder macht aus jedem Punkt wieder ein Bild, deshalb kann man Eigenschaften gezielt verändern.",
    ].join("\n\n"),
  },
  terms: {
    question: "vector-databases",
    text: "Embeddings, HNSW, cosine similarity, ANN, index, metadata filtering, sharding, latency, recall, RAG",
  },
  "the-question-again": { question: "text-to-image", text: "" },
} as const satisfies Record<string, { readonly question: string; readonly text: string }>;

type Answer = keyof typeof answers;
const names = Object.keys(answers) as Answer[];

const layouts = {
  "700": { width: 700, height: 800, sidebar: 250 },
  "sidebar-220": { width: 1280, height: 800, sidebar: 220 },
} as const;

const out = process.env["ROADMAP_TUTOR_PICTURES"] ?? "out/pictures";
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({
    size: layouts["sidebar-220"],
    settings: { "editor.minimap.enabled": false, "files.autoSave": "off" },
  });
});

afterAll(async () => {
  await workbench.close();
});

test("five answers, checked", async () => {
  for (const name of names) {
    const { question, text } = answers[name];
    await openQuestion(workbench, question);
    await writeAnswer(workbench, text === "" ? await promptInOtherOrder() : text);
    await gradeAnswer(workbench);
  }
});

const pictures = (Object.keys(themes) as (keyof typeof themes)[]).flatMap((theme) =>
  (Object.keys(layouts) as (keyof typeof layouts)[]).flatMap((layout) =>
    names.map((name) => ({ theme, layout, name })),
  ),
);

test.each(pictures.map((picture) => [`${picture.name}-${picture.theme}-${picture.layout}.png`, picture] as const))(
  "%s",
  async (file, { theme, layout, name }) => {
    const first = name === names[0];
    if (first) await workbench.resize(layouts[layout]);
    if (first) await workbench.switchTheme(theme);
    await workbench.closeEditors();
    await openQuestion(workbench, answers[name].question);
    if (first) await narrowSidebar(workbench, layouts[layout].sidebar);
    expect(await headlineLens(workbench)).not.toMatch(/\d ?½? \/ \d|½ \/ \d/);
    await workbench.press("ControlOrMeta+End");
    await workbench.page.mouse.move(640, 2);
    // Fades and the CodeLens row have settled.
    await workbench.page.waitForTimeout(900);
    await workbench.screenshot(join(out, file));
  },
);

/** The words of the open question's prompt, its sentences in another order. */
async function promptInOtherOrder(): Promise<string> {
  const lines = await workbench.visibleLines();
  const from = lines.findIndex((line) => line.startsWith(">")) + 1;
  const to = lines.findIndex((line) => line.includes("roadmap-tutor:answer"));
  const sentences = lines
    .slice(from, to)
    .join(" ")
    .replaceAll("*", "")
    .trim()
    .split(/(?<=[.:?]) /);
  return sentences.reverse().join(" ");
}
