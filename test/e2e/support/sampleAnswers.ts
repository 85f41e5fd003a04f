// Answers to "mode collapse" that a tutor without a model must not judge: each right or wrong in a way that words
// alone cannot tell.

const paragraphs = (...texts: readonly string[]): string => texts.join("\n\n");

/** What each is a sample of, and its text. */
export const sampleAnswers = {
  /** The rubric's words, each claim turned false. */
  falseClaims: paragraphs(
    "Mode collapse means that the generator covers every mode of the data and its samples grow ever more " +
      "varied.",
    "It comes about since the discriminator rewards variety, so the generator runs after every sample that " +
      "fails to fool it. A Wasserstein loss cures it by making the gradient vanish, and minibatch discrimination " +
      "helps because the discriminator then judges each sample alone.",
  ),
  /** Right, hardly a term of the field. */
  plainWords: paragraphs(
    "The forger keeps handing in one picture, or a couple of them, whatever you ask for, and leaves out all " +
      "the rest that it was shown.",
    "Nobody pays it for being different. Once one trick gets past the judge, it sticks with that trick. You " +
      "can let the judge see a whole pile at once, so that a pile of twins stands out, or swap the scoring rule " +
      "for one that still tells the forger which way is better.",
  ),
  german: paragraphs(
    "Beim Modenkollaps erzeugt der Generator nur noch wenige, fast gleiche Bilder und lässt die übrige " +
      "Vielfalt der Daten weg.",
    "Er wird nur dafür belohnt, den Diskriminator zu täuschen, und nichts belohnt Vielfalt. Dagegen hilft " +
      "ein anderer Verlust, der brauchbare Gradienten liefert, oder ein Diskriminator, der viele Bilder zugleich " +
      "ansieht.",
  ),
  terms:
    "generator, discriminator, mode collapse, Wasserstein loss, WGAN-GP, gradient penalty, minibatch " +
    "discrimination, unrolled GAN, diversity, spectral normalisation",
  echo:
    "In a generative adversarial network there is mode collapse, and it comes about between the generator and " +
    "the discriminator. There are two ways to mitigate it, and one can describe how each of them helps.",
} as const;

export type SampleAnswer = keyof typeof sampleAnswers;
