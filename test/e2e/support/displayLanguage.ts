// The words that the product shows in a display language, looked up in the bundles that it ships, so that one test
// runs in every language. English texts are the keys, as in the code.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A language that the product is shown in, by VS Code's own tag. */
export type DisplayLanguage = "en" | "de" | "zh-cn";

const root = join(import.meta.dirname, "../../..");

/** The language that a run asks for by TUTOR_E2E_LANGUAGE; English where it asks for none. */
export function languageOfRun(): DisplayLanguage {
  const asked = process.env["TUTOR_E2E_LANGUAGE"] ?? "en";
  if (asked !== "en" && asked !== "de" && asked !== "zh-cn")
    throw new Error(`TUTOR_E2E_LANGUAGE is ${asked}: it may be en, de or zh-cn.`);
  return asked;
}

/** The product's words in one language. */
export class ShownWords {
  private readonly texts: Readonly<Record<string, string>>;
  private readonly manifest: Readonly<Record<string, string>>;
  private readonly englishManifest = read("package.nls.json");

  constructor(readonly language: DisplayLanguage) {
    const ending = language === "en" ? "" : `.${language}`;
    this.texts = language === "en" ? {} : read(`l10n/bundle.l10n${ending}.json`);
    this.manifest = read(`package.nls${ending}.json`);
  }

  /** A text as it is shown. Throws where the language lacks it. */
  t(english: string, ...values: readonly (string | number)[]): string {
    const text = this.language === "en" ? english : this.texts[english];
    if (text === undefined) throw new Error(`The ${this.language} bundle lacks "${english}".`);
    return text.replaceAll(/\{(\d)\}/g, (whole, n: string) => String(values[Number(n)] ?? whole));
  }

  /** A text of the manifest as it is shown, by its key ("walkthrough.title"). */
  manifestText(key: string): string {
    const text = this.manifest[key];
    if (text === undefined) throw new Error(`The manifest has no "${key}" in ${this.language}.`);
    return text;
  }

  /** A label as it is shown: one of the product's in the display language, any other as it is. */
  label(english: string): string {
    return this.texts[english] ?? english;
  }

  /** Matches what holds a text, with anything in the places of its values. */
  holding(english: string): RegExp {
    return new RegExp(this.pattern(english));
  }

  /** A text as a pattern, with anything in the places of its values. */
  pattern(english: string): string {
    const escaped = this.t(english).replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    return escaped.replaceAll(/\\\{\d\\\}/g, ".+?");
  }

  /** A command's full title, "Roadmap Tutor: Grade my answer", as the palette lists it. VS Code's own stay English. */
  commandTitle(english: string): string {
    const category = `${this.englishManifest["category"] ?? ""}: `;
    if (this.language === "en" || !english.startsWith(category)) return english;
    const own = english.slice(category.length);
    const key = Object.keys(this.englishManifest).find(
      (name) => name.startsWith("command.") && this.englishManifest[name] === own,
    );
    const title = key === undefined ? undefined : this.manifest[key];
    if (title === undefined) throw new Error(`No command of the manifest is called "${own}" in ${this.language}.`);
    return `${this.manifest["category"] ?? ""}: ${title}`;
  }
}

function read(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as Readonly<Record<string, string>>;
}
