// Lint rules: strict TypeScript, and the direction of imports between the folders of src/.
import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * Forbids imports whose specifier matches, with the reason a reader needs.
 * @returns {import("eslint").Linter.RulesRecord}
 */
const ban = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
});

const noVscode = ["^vscode$", "Only src/host and src/extension.ts may import vscode."];
const noNode = ["^node:", "This folder also runs in a browser."];
const noSdk = ["^openai($|/)", "Only src/grading/models/openAiCompatible.ts may import the SDK."];
const noHost = ["(^|/)host/", "host is the outermost layer."];
const noWebview = ["(^|/)webview/", "Only the bundler may reach the webview."];
const noCli = ["(^|/)cli/", "cli is an outermost layer."];
const noGrading = ["(^|/)grading/", "core imports core only."];
const noShared = ["(^|/)shared/", "core imports core only."];

/** What shows words past src/host/shown.ts, where those of others are made plain. */
const shownNames = [
  "show(?:Information|Warning|Error)Message",
  "showQuickPick",
  "showInputBox",
  "create(?:QuickPick|InputBox|StatusBarItem)",
  "setStatusBarMessage",
  "withProgress",
];
const noEnum = { selector: "TSEnumDeclaration", message: "Use a union of strings." };
const pastShown = [
  {
    selector: `MemberExpression[object.property.name="window"][property.name=/^(?:${shownNames.join("|")})$/]`,
    message: "Use src/host/shown.ts: what others wrote must not become a link or an icon.",
  },
  {
    // `const { window } = vscode` and `const { showErrorMessage } = vscode.window`.
    selector: `Property[key.name="window"], ObjectPattern > Property[key.name=/^(?:${shownNames.join("|")})$/]`,
    message: "Name vscode.window where it is used, so that src/host/shown.ts cannot be passed by.",
  },
  {
    selector: 'NewExpression[callee.property.name="CodeLens"]',
    message: "Use codeLens of src/host/shown.ts: words of others are no icons.",
  },
  {
    selector: 'NewExpression[callee.property.name=/^(?:MarkdownString|Hover)$/], Property[key.name="hoverMessage"]',
    message: "Markdown is shown by feedbackHover.ts alone, where each foreign text passes escapeRendered.",
  },
];

/** Sources and tests; the configurations at the root and the scripts in JavaScript are linted without types. */
const typed = {
  files: ["src/**/*.ts", "test/**/*.ts"],
  // Declarations for tests in JavaScript, whose tsconfig is not strict, as some of the rules need it.
  ignores: ["test/webview/page.d.ts"],
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", ".vscode-test/", "out/", "coverage/"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  // Rules that need types: for TypeScript, whose tsconfigs say which file belongs to which.
  ...tseslint.configs.strictTypeCheckedOnly.map((config) => ({ ...config, ...typed })),
  {
    ...typed,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-exports": ["error", { restrictDefaultExports: { direct: true } }],
      // Prettier wraps code and leaves comments; a pattern or a sentence may be longer where it has to be whole.
      "max-len": [
        "error",
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
      ],
      "no-restricted-syntax": ["error", noEnum],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
    },
  },
  // A test file reads from top to bottom like a table of cases; it may be longer.
  {
    files: ["test/**"],
    rules: {
      "max-lines": ["error", { max: 450, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": "off",
    },
  },
  // A benchmark is one story from top to bottom.
  { files: ["scripts/**"], rules: { "max-lines-per-function": "off" } },
  { files: ["src/core/**"], rules: ban(noVscode, noNode, noSdk, noHost, noWebview, noCli, noGrading, noShared) },
  { files: ["src/grading/**"], rules: ban(noVscode, noNode, noSdk, noHost, noWebview, noCli, noShared) },
  {
    files: ["src/grading/models/openAiCompatible.ts"],
    rules: ban(noVscode, noNode, noHost, noWebview, noCli, noShared),
  },
  { files: ["src/host/**", "src/extension.ts"], rules: ban(noNode, noSdk, noWebview, noCli) },
  {
    files: ["src/host/**", "src/extension.ts"],
    ignores: ["src/host/shown.ts", "src/host/feedback/feedbackHover.ts"],
    rules: { "no-restricted-syntax": ["error", noEnum, ...pastShown] },
  },
  { files: ["src/webview/**"], rules: ban(noVscode, noNode, noSdk, noHost, noCli, noGrading) },
  { files: ["src/cli/**"], rules: ban(noVscode, noSdk, noHost, noWebview) },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
        fetch: "readonly",
        Buffer: "readonly",
        performance: "readonly",
        AbortController: "readonly",
        AbortSignal: "readonly",
        document: "readonly",
        window: "readonly",
      },
    },
  },
  // Code that runs in the page, and the floor extension, which is plain CommonJS.
  {
    files: ["scripts/bench/*.mjs", "test/webview/*.mjs"],
    languageOptions: {
      globals: {
        Element: "readonly",
        MessageEvent: "readonly",
        top: "readonly",
        self: "readonly",
        navigator: "readonly",
        addEventListener: "readonly",
        MutationObserver: "readonly",
      },
    },
  },
  {
    files: ["scripts/bench/floor/*.js"],
    languageOptions: { globals: { require: "readonly", exports: "readonly" } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  { files: ["**/*.config.{mjs,ts}"], rules: { "no-restricted-exports": "off" } },
);
