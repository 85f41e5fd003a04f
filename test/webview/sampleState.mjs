// Sidebar states to look at and to measure: the built-in roadmap half done, several roadmaps, 10,000 questions.

const marks = (low, max, high = low) => ({ low, high, max });
const question = (id, title, state, low, { high = low, estimate = true } = {}) =>
  low === undefined ? { id, title, state, max: 4 } : { id, title, state, max: 4, marks: marks(low, 4, high), estimate };

function topic(id, title, subtopics, prerequisites, questions, hasNotes = false) {
  const sum = (pick) => questions.reduce((total, q) => total + (q.marks?.[pick] ?? 0), 0);
  return {
    id,
    title,
    subtopics,
    prerequisites,
    hasNotes,
    questions,
    marks: marks(sum("low"), 4 * questions.length, sum("high")),
  };
}

export function roadmap(id, title, topics, problems = []) {
  const sum = (pick) => topics.reduce((total, t) => total + t.marks[pick], 0);
  return {
    id,
    title,
    description: "From the first matrix product to a model in production.",
    builtIn: true,
    topics,
    problems,
    marks: marks(sum("low"), sum("max"), sum("high")),
  };
}

export const generativeAi = roadmap("generative-ai", "Generative AI", [
  topic(
    "prerequisites",
    "Prerequisites",
    ["Python", "SQL", "Linear algebra", "Statistics"],
    [],
    [question("roadmap-components", "Components of a generative AI roadmap", "graded", 3.5)],
  ),
  topic(
    "databases",
    "Databases",
    ["NoSQL", "Vector index", "Vector database"],
    ["Prerequisites"],
    [
      question("vector-databases", "Vector databases and approximate nearest neighbours", "graded", 4, {
        estimate: false,
      }),
    ],
  ),
  topic(
    "nlp-basics",
    "NLP basics",
    ["Embeddings", "RNN, CNN, LSTM, GRU", "Transformer", "Metrics"],
    ["Prerequisites"],
    [question("attention", "Self-attention and the three transformer shapes", "stale", 2)],
  ),
  topic(
    "language-models",
    "Language models",
    ["Architectures", "Prompting", "Fine-tuning", "PEFT", "RLHF", "Evaluation", "RAG", "Applications"],
    ["NLP basics", "Databases"],
    [
      question("rag-vs-finetuning", "RAG, fine-tuning and what LoRA changes", "draft"),
      question("uncertainty", "Uncertainty in generated output", "graded", 2, { high: 3, estimate: false }),
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
      question("text-to-image", "How text becomes an image", "graded", 0),
      question("gan-training", "Training a GAN", "graded", 2.5),
      question("mode-collapse", "Mode collapse in GANs", "stale", 3),
      question("latent-space", "What a latent space is", "new"),
      question("loss-functions", "Loss functions of generative models", "new"),
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
  last: { roadmap: "generative-ai", question: "gan-training" },
  active: { roadmap: "generative-ai", question: "gan-training" },
  grader: "built-in",
};

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
            [question("outer", "Left, right and full outer joins", "graded", 4, { estimate: false })],
          ),
        ],
        problems,
      ),
      builtIn: false,
    },
  ],
  grader: "qwen2.5-coder:14b-instruct-q4_K_M",
};

/** A roadmap of `count` questions in topics of a hundred. */
export function large(count) {
  const states = ["new", "draft", "graded", "stale"];
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
          q % 4 > 1 ? q % 5 : undefined,
        ),
      ),
    ),
  );
  return { ...ready, roadmaps: [roadmap("large", "Large", topics)] };
}
