// Statements far from whatever a roadmap teaches, for questions of which no other topic is far enough. Words of ours.
import type { Criterion } from "../../core/roadmap/question";

const statements = {
  "rye-sourdough": "A rye sourdough starter is fed with flour and water so that its yeasts stay active.",
  "spring-tide": "Spring tides come at full and new moon, when the pulls of sun and moon add up.",
  "sonnet-turn": "A sonnet turns its thought at the volta, often before the last six verses.",
  "oak-leaves": "Oaks shed their leaves in autumn because frozen soil gives the roots no water.",
  "violin-bow": "Rosin on the hairs of a violin's bow makes them grip the string and let it go.",
  "glacier-flow": "A glacier flows downhill under its own weight and grinds the rock beneath it.",
  "salt-meat": "Salt draws water out of meat, so that bacteria cannot live on it.",
  "swallow-flight": "Swallows fly south in autumn because there are no insects to eat in winter.",
} as const;

/** One decoy a line. */
export const spareDecoys: readonly Criterion[] = Object.entries(statements).map(([id, statement]) => ({
  id,
  marks: 1,
  statement,
  accepted: [],
  misconceptions: [],
  idea: id.replaceAll("-", " "),
}));
