// One small question for tests of graders, with an answer that earns all of it.
import type { Question } from "../../src/core/roadmap/question";

export const sampleQuestion: Question = {
  id: "mode-collapse",
  title: "Mode collapse",
  marks: 4,
  prompt:
    "Explain what mode collapse in a generative adversarial network is, why it happens, " +
    "and name two ways to reduce it.",
  criteria: [
    {
      id: "few-outputs",
      marks: 1,
      statement: "The generator produces only a few kinds of output and ignores the rest of the data.",
      accepted: ["The generator keeps producing the same few samples."],
      misconceptions: ["Mode collapse means that the discriminator stops learning."],
      idea: "what mode collapse looks like",
    },
    {
      id: "why",
      marks: 1,
      statement:
        "The generator is rewarded for any sample that fools the current discriminator, whether or not it is diverse.",
      accepted: ["It finds one picture that always fools the critic and sticks with it."],
      misconceptions: [],
      idea: "why it happens",
    },
    {
      id: "wasserstein",
      marks: 1,
      statement: "A Wasserstein loss gives the generator smoother gradients.",
      accepted: ["WGAN uses the earth mover distance."],
      misconceptions: [],
      idea: "a change of the loss",
      group: "ways",
    },
    {
      id: "minibatch",
      marks: 1,
      statement: "Minibatch discrimination lets the discriminator see many samples at once.",
      accepted: ["Show the discriminator whole batches so that it notices copies."],
      misconceptions: [],
      idea: "a change of what the discriminator sees",
      group: "ways",
    },
  ],
  groups: [{ id: "ways", choose: 2, marks: 1 }],
  reference:
    "Mode collapse is when the generator maps many latent codes onto a handful of outputs, because fooling the " +
    "present discriminator is all that it is paid for. Wasserstein losses and minibatch discrimination reduce it.",
  hints: [],
  goldens: [],
};

export const fullAnswer = [
  "In mode collapse the generator keeps producing the same few samples and ignores the rest of the data.",
  "It happens because the generator is rewarded for any sample that fools the current discriminator, diverse or not.",
  "A Wasserstein loss gives smoother gradients. " +
    "Minibatch discrimination lets the discriminator see many samples at once.",
].join("\n\n");
