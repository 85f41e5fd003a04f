// Every text that a reader sees is in every language that we ship: no key missing or left over, nothing untranslated,
// and what code puts into a text or reads from it stands in each translation.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
type Texts = Readonly<Record<string, string>>;
const read = (path: string): Texts => JSON.parse(readFileSync(join(root, path), "utf8")) as Texts;
const files = [...readdirSync(root), ...readdirSync(join(root, "l10n")).map((name) => `l10n/${name}`)];

const languages = ["de", "zh-cn"] as const;
const sources = ["l10n/bundle.l10n", "package.nls"] as const;

/** Texts that read the same in a language: names, signs, and words that it has taken over. */
const alike: Readonly<Record<(typeof languages)[number], ReadonlySet<string>>> = {
  de: new Set([
    "Bonus ({0})",
    "Feedback",
    "Roadmap",
    "Roadmap Tutor",
    "Tokens",
    "YAML: {0}",
    "{0} ({1})",
    "{0} / {1}",
    "{0} Tokens",
    "{0} ms",
    "{0} s",
  ]),
  "zh-cn": new Set(["Roadmap Tutor", "zhuti-id", "YAML", "“{0}”", "YAML：{0}", "{0} / {1}"]),
};

/** What code fills in, follows or shows as it is: placeholders, icons, links to commands, code, addresses. */
function fixed(text: string): string[] {
  return (text.match(/\{\d\}|\$\([a-z~-]+\)|\]\([^)]+\)|`[^`]+`|https?:\/\/[^\s)]*|#[\w.]+#/g) ?? []).toSorted();
}

/** The same, each once: a language may say a thing twice where another says it once. */
function fixedOnce(text: string): string[] {
  return [...new Set(fixed(text))];
}

it("are the languages that the package has files for", () => {
  const found = files.flatMap((path) => /(?:bundle\.l10n|package\.nls)\.(.+)\.json$/.exec(path)?.[1] ?? []);
  expect(new Set(found)).toEqual(new Set(languages));
});

describe.each(languages)("%s", (language) => {
  describe.each(sources)("%s", (source) => {
    const english = read(`${source}.json`);
    const texts = read(`${source}.${language}.json`);
    const pairs = Object.keys(english).map((key) => ({
      key,
      from: english[key] ?? "",
      to: texts[key] ?? "",
    }));

    it("has every text, and no other", () => {
      expect(pairs.filter(({ to }) => to.trim() === "").map(({ key }) => key)).toEqual([]);
      expect(Object.keys(texts).filter((key) => !(key in english))).toEqual([]);
    });

    it("keeps what is filled in, followed or shown as it is", () => {
      const lost = pairs.filter(({ from, to }) => fixedOnce(from).join() !== fixedOnce(to).join());
      expect(lost.map(({ to }) => to)).toEqual([]);
    });

    it("leaves nothing in English", () => {
      const same = pairs.filter(({ from, to }) => from === to && !alike[language].has(to));
      expect(same.map(({ to }) => to)).toEqual([]);
    });

    it("says by an ellipsis that more is asked, or that something goes on, as English does", () => {
      const ends = (text: string): boolean => text.endsWith("…");
      expect(pairs.filter(({ from, to }) => ends(from) !== ends(to)).map(({ to }) => to)).toEqual([]);
    });

    it("is written in the language's script, with its quotation marks", () => {
      const written = pairs.filter(({ to }) => !alike[language].has(to));
      const foreign = written.filter(({ to }) =>
        language === "de"
          ? /\p{Script=Han}/u.test(to) || to.replaceAll(/„[^“]*“/g, "").includes("“")
          : /\p{L}{3}/u.test(to) && !/\p{Script=Han}/u.test(to) && !to.startsWith("media/"),
      );
      expect(foreign.map(({ to }) => to)).toEqual([]);
    });
  });
});

it("has one word for one thing: the command in the answer's line is the command's title", () => {
  for (const language of languages) {
    const title = read(`package.nls.${language}.json`)["command.gradeAnswer"] ?? "-";
    const bundle = read(`l10n/bundle.l10n.${language}.json`);
    for (const key of Object.keys(bundle).filter((text) => text.includes('"Grade my answer"')))
      expect(bundle[key]).toContain(title);
  }
});
