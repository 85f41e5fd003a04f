// What a reference says, statement by statement: the pieces of it that a full answer could be held to.
import type { Language } from "../language/language";
import { sentences } from "./sentences";
import { tokenise } from "./tokens";

/**
 * The sentences of a reference that say something in words which the prompt does not have; each a verbatim piece.
 * Empty where it only repeats the question.
 */
export function statementsOf(prompt: string, reference: string, language: Language): string[] {
  const asked = new Set(tokenise(prompt, language).map((token) => token.stem));
  return sentences(reference, language)
    .map(({ start, end }) => reference.slice(start, end))
    .filter((text) => tokenise(text, language).some((token) => !token.grammar && !asked.has(token.stem)));
}
