// The languages that answers are read in, by the tag that a roadmap names.
import { chinese } from "./chinese";
import { english } from "./english";
import { german } from "./german";
import type { Language } from "./language";

/** Tag of the language of a roadmap that names none. */
export const usualLanguage = english.tag;

/**
 * The language that a roadmap's tag (BCP 47) names; undefined for one that cannot be read: any other than English,
 * German and Chinese in simplified characters, and what is no tag.
 */
export function languageOf(tag: string = usualLanguage): Language | undefined {
  const locale = localeOf(tag);
  if (locale === undefined) return undefined;
  switch (locale.language) {
    case "en":
      return english;
    case "de":
      return german;
    case "zh":
      return locale.maximize().script === "Hans" ? chinese : undefined;
    default:
      return undefined;
  }
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
