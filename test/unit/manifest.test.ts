// The manifest agrees with the code, with its own texts and with the files that it names.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRoadmapFile } from "../../src/core/reading/fileNames";
import type { CommandName } from "../../src/host/commands/registerCommands";

const root = join(import.meta.dirname, "../..");
const text = (path: string): string => readFileSync(join(root, path), "utf8");

interface Setting {
  readonly type: string;
  readonly default?: unknown;
  readonly scope?: string;
  readonly markdownDescription?: string;
}

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly activationEvents: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title?: string; readonly category?: string }[];
    readonly keybindings: readonly MenuItem[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configurationDefaults: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly completionEvents: readonly string[] }[];
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const source = text("package.json");
const manifest = JSON.parse(source) as Manifest;
const { commands, keybindings, menus, configuration } = manifest.contributes;
const contributed = commands.map(({ command }) => command);
const settings = configuration.properties;
const texts = JSON.parse(text("package.nls.json")) as Readonly<Record<string, string>>;

/** A part of a source file, between two of its texts. */
function part(path: string, start: string, end: string): string {
  const whole = text(path);
  const from = whole.indexOf(start);
  if (from === -1) throw new Error(`${path} has no "${start}".`);
  return whole.slice(from, whole.indexOf(end, from));
}

/** Where conditions of the manifest are set. */
const conditionSources = [
  "src/host/authoring/questionPreview.ts",
  "src/host/commands/contextKeys.ts",
  "src/host/documents/answerDocuments.ts",
  "src/host/feedbackView/feedbackViewProvider.ts",
];

/** The conditions that the code sets. */
function contextKeys(): readonly string[] {
  return conditionSources.flatMap((path) => captures(text(path), /(?:set\(|"setContext", )"(tutor\.\w+)"/g));
}

const captures = (where: string, pattern: RegExp): string[] =>
  [...where.matchAll(pattern)].map(([, name]) => name ?? "");

describe("commands", () => {
  it("are those that are registered", () => {
    const registered = captures(
      part("src/host/commands/registerCommands.ts", "export type CommandName", ";"),
      /"(\w+)"/g,
    );
    expect(contributed.toSorted()).toEqual(registered.map((name) => `tutor.${name}`).toSorted());
  });

  it("have a title and the product's category each", () => {
    expect(
      commands.filter(
        ({ command, title, category }) =>
          title !== `%command.${command.slice("tutor.".length)}%` || category !== "%category%",
      ),
    ).toEqual([]);
  });

  it("are the only ones that menus, keys and the code name", () => {
    const named = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    expect(named.filter((command) => !contributed.includes(command))).toEqual([]);
  });

  it("about an answer are in the palette only while one is open", () => {
    const about = [
      "gradeAnswer",
      "gradeWithBuiltIn",
      "showHint",
      "showReference",
      "clearFeedback",
      "nextRemark",
      "previousRemark",
      "showFeedbackList",
      "markCriterion",
      "restoreAnswerLine",
      "updatePrompt",
    ] satisfies CommandName[];
    const when = new Map(menus["commandPalette"]?.map((item) => [item.command, item.when]));
    expect(about.filter((name) => !/^tutor\.answerActive\b/.test(when.get(`tutor.${name}`) ?? ""))).toEqual([]);
    expect(when.get("tutor.cancelGrading")).toMatch(/^tutor\.grading\b/);
    expect([...when].filter(([, condition]) => condition === "false")).toEqual([]);
  });

  it("that start from nothing are always in the palette", () => {
    const always = [
      "openQuestion",
      "continue",
      "setUpModel",
      "useBuiltInGrader",
      "showReport",
      "saveReport",
      "moveAnswers",
      "searchQuestions",
      "newRoadmap",
      "newQuestion",
      "importQuestions",
      "regrade",
      "undoRegrade",
      "showLog",
    ] satisfies CommandName[];
    const limited = menus["commandPalette"]?.map(({ command }) => command);
    expect(always.filter((name) => limited?.includes(`tutor.${name}`))).toEqual([]);
  });

  it("have their keys only where an answer is active, and those that need a caret only in its editor", () => {
    expect(Object.fromEntries(keybindings.map(({ command, when }) => [command, when]))).toEqual({
      "tutor.gradeAnswer": "editorTextFocus && tutor.answerActive",
      "tutor.nextRemark": "editorTextFocus && tutor.answerActive",
      "tutor.previousRemark": "editorTextFocus && tutor.answerActive",
      "tutor.showFeedback": "tutor.answerActive",
    });
  });

  it("depend only on conditions that the code sets", () => {
    const known = new Set(contextKeys());
    const shown = Object.values(manifest.contributes.views).flat();
    const conditions = [...Object.values(menus).flat(), ...keybindings, ...shown].flatMap(({ when = "" }) =>
      captures(when, /(?<![\w.])(tutor\.\w+)/g),
    );
    const views = shown.map(({ id }) => id);
    expect(conditions.filter((key) => !known.has(key) && !views.includes(key))).toEqual([]);
  });
});

describe("settings", () => {
  it("are those that the code reads", () => {
    const read = captures(text("src/host/settings.ts"), /this\.read\("([\w.]+)"\)/g);
    expect(Object.keys(settings).toSorted()).toEqual(read.map((name) => `tutor.${name}`).toSorted());
  });

  it("have a default of their type, a scope and a description each", () => {
    expect(
      Object.entries(settings).filter(
        ([, s]) => typeof s.default !== s.type || s.scope === undefined || !s.markdownDescription,
      ),
    ).toEqual([]);
  });

  it("that say where an answer goes cannot come from a workspace", () => {
    const guarded = Object.entries(settings).filter(([name]) =>
      /^tutor\.(model\..+|studyFolder|grader|strict)$/.test(name),
    );
    expect(guarded.length).toBeGreaterThanOrEqual(6);
    expect(guarded.filter(([, { scope }]) => scope !== "machine").map(([name]) => name)).toEqual([]);
  });
});

describe("tabs", () => {
  it("are titled by the question, as the built-in roadmaps call it", () => {
    const files = readdirSync(join(root, "questions/generative-ai"), { recursive: true, encoding: "utf8" });
    const titles = files
      .filter((path) => /^[^/\\]+[/\\][^/\\]+\.md$/.test(path))
      .map((path) => text(join("questions/generative-ai", path)))
      .map((file) => [/^id: (.+)$/m.exec(file)?.[1] ?? "", /^title: (.+)$/m.exec(file)?.[1] ?? ""] as const)
      .map(([id, title]) => [`**/generative-ai/${id}.md`, title.replace(/^"(.*)"$/, "$1")]);
    expect(titles).not.toEqual([]);
    const { configurationDefaults } = manifest.contributes;
    expect(configurationDefaults["workbench.editor.customLabels.patterns"]).toEqual(Object.fromEntries(titles));
  });
});

describe("activation", () => {
  it("waits until something of the product is wanted", () => {
    // A roadmap in the workspace is a document of the product: its author sees what is wrong in it.
    const events = manifest.activationEvents.filter((event) => !event.startsWith("workspaceContains:"));
    expect(events).toEqual(["onFileSystem:tutor"]);
  });

  it("comes with what is read as a roadmap, in any case of letters, and with nothing else", () => {
    // Of a glob's signs only ** and sets of letters: the rest means itself.
    const patterns = manifest.activationEvents.flatMap((event) => {
      const glob = /^workspaceContains:\*\*\/([\w[\].]+)$/.exec(event)?.[1];
      return glob === undefined ? [] : [new RegExp(`^${glob.replaceAll(".", "\\.")}$`)];
    });
    expect(patterns).toHaveLength(manifest.activationEvents.length - 1);
    const names = ["roadmap.yaml", "roadmap.yml", "Roadmap.yml", "ROADMAP.YAML", "RoadMap.Yml"];
    const others = ["roadmap.json", "roadmap.yaml.bak", "my-roadmap.yaml", "roadmap-yaml", "roadmapxyaml", "yaml"];
    for (const name of [...names, ...others])
      expect(
        patterns.some((pattern) => pattern.test(name)),
        name,
      ).toBe(isRoadmapFile(name));
  });

  it("is promised for the oldest VS Code whose types the code is checked against", () => {
    expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies["@types/vscode"] ?? ""}`);
  });
});

describe("the walkthrough", () => {
  const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const views = Object.values(manifest.contributes.views)
    .flat()
    .map(({ id }) => id);

  it("ticks a step on what the product tells VS Code", () => {
    const known = new Set([
      ...contributed.map((id) => `onCommand:${id}`),
      ...views.map((id) => `onView:${id}`),
      ...contextKeys().map((key) => `onContext:${key}`),
    ]);
    expect(steps).toHaveLength(4);
    expect(steps.filter(({ completionEvents }) => completionEvents.length === 0)).toEqual([]);
    expect(steps.flatMap(({ completionEvents }) => completionEvents).filter((event) => !known.has(event))).toEqual([]);
  });

  it("has a button in each step, and links only to commands and questions that are there", () => {
    const described = steps.map(({ description }) => texts[description.slice(1, -1)] ?? "");
    expect(described.filter((words) => !/^\[[^\]]+\]\(command:[^)]+\)$/m.test(words))).toEqual([]);
    const links = described.flatMap((words) => captures(words, /\((command:[^)]+)\)/g)).map((href) => new URL(href));
    expect(
      links
        .map(({ pathname }) => pathname)
        .filter((id) => !contributed.includes(id) && !views.some((view) => id === `${view}.focus`)),
    ).toEqual([]);
    const keys = links
      .filter(({ search }) => search !== "")
      .map(
        ({ search }) =>
          (
            JSON.parse(decodeURIComponent(search.slice(1))) as readonly [{ roadmap: string; question: string } | null]
          )[0],
      );
    const isThere = ({ roadmap, question }: { roadmap: string; question: string }): boolean =>
      readdirSync(join(root, "questions", roadmap)).some((topic) =>
        existsSync(join(root, "questions", roadmap, topic, `${question}.md`)),
      );
    expect(keys.filter((key) => key !== null).filter((key) => !isThere(key))).toEqual([]);
  });
});

describe("texts and files", () => {
  it("has every text of the manifest, and no other", () => {
    const used = new Set(captures(source, /"%([\w.]+)%"/g));
    expect(Object.keys(texts).toSorted()).toEqual([...used].toSorted());
    expect(Object.entries(texts).filter(([, value]) => value.trim() === "")).toEqual([]);
  });

  it("shows no text that cannot be translated", () => {
    const shown = captures(
      source,
      /"(?:title|name|description|markdownDescription|category|displayName|contextualTitle|altText)": "([^"]*)"/g,
    );
    expect(shown.filter((words) => !/^%[\w.]+%$/.test(words))).toEqual(["roadmap-tutor"]);
  });

  it("names only files that are there", () => {
    const ofEachLanguage = ["", ".de", ".zh-cn"].map((language) => text(`package.nls${language}.json`));
    const files = [source, ...ofEachLanguage].flatMap((named) => captures(named, /"\.?\/?(media\/[^"]+)"/g));
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
