// Sidebar states to look at and to measure: the built-in roadmap half done, several roadmaps, 10,000 questions.

const open = (max) => ({ model: { low: 0, high: 0 }, own: 0, open: max, max });
const byModel = (low, high = low) => ({ model: { low, high }, own: 0, open: 0, max: 4 });
const byLearner = (own, left = 0) => ({ model: { low: 0, high: 0 }, own, open: left, max: 4 });

/** A question's row; `more` is its tally, or what a check found. */
const question = (id, title, state, more = {}) => ({ id, title, state, max: 4, ...more });
const checked = (found, of) => ({ found: { found, of }, tally: open(4) });

function sum(tallies) {
  const add = (pick) => tallies.reduce((total, tally) => total + pick(tally), 0);
  return {
    model: { low: add((t) => t.model.low), high: add((t) => t.model.high) },
    own: add((t) => t.own),
    open: add((t) => t.open),
    max: add((t) => t.max),
  };
}

function topic(id, title, subtopics, prerequisites, questions, hasNotes = false) {
  const tally = sum(questions.map((q) => q.tally ?? open(q.max)));
  return { id, title, subtopics, prerequisites, hasNotes, questions, tally };
}

export function roadmap(id, title, topics, problems = []) {
  return {
    id,
    title,
    description: "From the first matrix product to a model in production.",
    builtIn: true,
    topics,
    problems,
    tally: sum(topics.map((t) => t.tally)),
  };
}

export const generativeAi = roadmap("generative-ai", "Generative AI", [
  topic(
    "prerequisites",
    "Prerequisites",
    ["Python", "SQL", "Linear algebra", "Statistics"],
    [],
    [question("roadmap-components", "Components of a generative AI roadmap", "marked", { tally: byLearner(3.5) })],
  ),
  topic(
    "databases",
    "Databases",
    ["NoSQL", "Vector index", "Vector database"],
    ["Prerequisites"],
    [
      question("vector-databases", "Vector databases and approximate nearest neighbours", "graded", {
        tally: byModel(4),
      }),
    ],
  ),
  topic(
    "nlp-basics",
    "NLP basics",
    ["Embeddings", "RNN, CNN, LSTM, GRU", "Transformer", "Metrics"],
    ["Prerequisites"],
    [question("attention", "Self-attention and the three transformer shapes", "stale", { tally: byLearner(2) })],
  ),
  topic(
    "language-models",
    "Language models",
    ["Architectures", "Prompting", "Fine-tuning", "PEFT", "RLHF", "Evaluation", "RAG", "Applications"],
    ["NLP basics", "Databases"],
    [
      question("rag-vs-finetuning", "RAG, fine-tuning and what LoRA changes", "draft"),
      question("uncertainty", "Uncertainty in generated output", "graded", { tally: byModel(2, 3) }),
      question("ethics", "Ethical questions of generative AI", "new"),
      question("evaluation", "Evaluating generated text and images", "new"),
      question("creativity", "Can a model be creative?", "draft"),
    ],
  ),
  topic(
    "image-models",
    "Image models",
    ["VAE", "GAN", "VQ-VAE", "CLIP", "Stable Diffusion", "Applications"],
    ["NLP basics"],
    [
      question("text-to-image", "How text becomes an image", "graded", { tally: byModel(0) }),
      question("gan-training", "Training a GAN", "checked", checked(5, 6)),
      question("mode-collapse", "Mode collapse in GANs", "stale", { tally: byModel(3) }),
      question("latent-space", "What a latent space is", "marked", { tally: byLearner(1.5, 2) }),
      question("loss-functions", "Loss functions of generative models", "checked", { tally: open(4), earlier: true }),
    ],
    true,
  ),
  topic(
    "llmops",
    "LLMOps",
    ["Life cycle", "Frameworks", "Training", "Open model APIs"],
    ["Language models"],
    [question("llmops", "What LLMOps covers in production", "new")],
  ),
]);

export const ready = {
  status: "ready",
  roadmaps: [generativeAi],
  resume: { kind: "continue", key: { roadmap: "generative-ai", question: "gan-training" } },
  active: { roadmap: "generative-ai", question: "gan-training" },
  notices: [],
  texts: 1,
};

/** What a search looks through besides titles. */
export const texts = {
  type: "texts",
  version: 1,
  done: true,
  topics: [
    {
      roadmap: "generative-ai",
      topic: "image-models",
      notes: "Start with the VAE: its loss fits on a napkin. A GAN has no likelihood; two networks play a game.",
      questions: [
        {
          question: "mode-collapse",
          prompt: "What is mode collapse in a GAN? Say how you would notice it, and describe two ways to mitigate it.",
          ideas: ["Sign of a collapse", "Minibatch discrimination", "Wasserstein loss"],
        },
        {
          question: "gan-training",
          prompt:
            "Describe one step of training: what the generator and the discriminator see, and what each minimises.",
          ideas: ["Alternating updates", "What the discriminator minimises"],
        },
      ],
    },
  ],
};

const notices = [
  { kind: "second-version", path: "answers/generative-ai/attention (1).md", question: "Self-attention" },
  { kind: "unreadable", path: "answers/sql" },
];

const problems = [
  { file: "joins/inner-join.md", line: 4, message: "marks: expected a whole number, found “four”; write 4" },
  { file: "roadmap.yaml", line: 12, message: "requires: no topic “relations”; did you mean “relational-model”?" },
];

export const several = {
  ...ready,
  roadmaps: [
    generativeAi,
    {
      ...roadmap(
        "sql",
        "SQL for analysts",
        [
          topic(
            "joins",
            "Joins",
            ["Inner", "Outer"],
            [],
            [question("outer", "Left, right and full outer joins", "graded", { tally: byModel(4) })],
          ),
        ],
        problems,
      ),
      builtIn: false,
    },
  ],
  notices,
  model: "qwen2.5-coder:14b-instruct-q4_K_M",
};

/** A roadmap of `count` questions in topics of a hundred. */
export function large(count) {
  const states = ["new", "draft", "graded", "marked"];
  const topics = Array.from({ length: Math.ceil(count / 100) }, (_, t) =>
    topic(
      `topic-${t}`,
      `Topic ${t}`,
      ["Sub-topic one", "Sub-topic two"],
      t > 0 ? [`Topic ${t - 1}`] : [],
      Array.from({ length: 100 }, (_, q) =>
        question(
          `q-${t}-${q}`,
          `Question ${t * 100 + q}: why gradient ${q} vanishes`,
          states[q % 4],
          q % 4 > 1 ? { tally: q % 4 === 2 ? byModel(q % 5) : byLearner(q % 5) } : {},
        ),
      ),
    ),
  );
  return { ...ready, roadmaps: [roadmap("large", "Large", topics)] };
}
