// The language that roadmap.yaml names: whether its tag is one of a language there is.
import { t } from "@vscode/l10n";
import type { Mend, Report, Span } from "./source";

/** Reports a tag that names no language; what was most likely meant is offered as its mend. */
export function checkLanguage(tag: string, at: Span, report: Report): void {
  if (englishName(tag) !== undefined) return;
  const meant = tagOf(tag);
  const mend: Mend | undefined =
    meant === undefined ? undefined : { ...at, newText: meant, title: t('Change to "{0}"', meant) };
  const message =
    meant === undefined
      ? t('No language has the tag "{0}": write one such as en, de or zh.', tag)
      : t('No language has the tag "{0}": did you mean "{1}"?', tag, meant);
  report(at, "unknown-language", message, mend);
}

/** The tag of a language that is called by its name or written with an underscore: "German", "Deutsch", "de_AT". */
function tagOf(written: string): string | undefined {
  const hyphenated = written.trim().replaceAll("_", "-");
  if (englishName(hyphenated) !== undefined) return hyphenated;
  const name = written.trim().toLowerCase();
  return commonTags.find((tag) => [englishName(tag), ownName(tag)].some((known) => known?.toLowerCase() === name));
}

/** Languages that authors may call by their names. */
const commonTags = "en de zh fr es it pt nl pl cs sv da no fi hu ro tr ru uk ar he hi ja ko vi id".split(" ");

/** The name that English has for a tag's language; undefined where the tag names none. */
function englishName(tag: string): string | undefined {
  return nameIn("en", tag);
}

function ownName(tag: string): string | undefined {
  return nameIn(tag, tag);
}

function nameIn(display: string, tag: string): string | undefined {
  try {
    return new Intl.DisplayNames([display], { type: "language", fallback: "none" }).of(tag);
  } catch {
    return undefined;
  }
}
