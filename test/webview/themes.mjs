// The colours that VS Code hands to a webview in its four default kinds of theme, as far as the sidebar uses them.

const dark = {
  foreground: "#cccccc", "sideBar-background": "#181818", "sideBar-foreground": "#cccccc", descriptionForeground: "#9d9d9d", "icon-foreground": "#cccccc",
  focusBorder: "#0078d4", errorForeground: "#f85149", "textLink-foreground": "#4daafc", "textLink-activeForeground": "#4daafc",
  "textPreformat-foreground": "#d0d0d0", "textPreformat-background": "#3c3c3c", "textCodeBlock-background": "#2b2b2b", "textBlockQuote-border": "#616161",
  "button-foreground": "#ffffff", "button-background": "#0078d4", "button-hoverBackground": "#026ec1", "button-border": "#ffffff12",
  "button-secondaryForeground": "#cccccc", "button-secondaryBackground": "#313131", "button-secondaryHoverBackground": "#3c3c3c",
  "input-background": "#313131", "input-foreground": "#cccccc", "input-border": "#3c3c3c", "input-placeholderForeground": "#989898",
  "inputOption-activeBackground": "#2489db82", "inputOption-activeBorder": "#2488db", "inputOption-activeForeground": "#ffffff",
  "toolbar-hoverBackground": "#5a5d5e50", "progressBar-background": "#0078d4", "editorWidget-border": "#454545", "widget-border": "#313131",
  "list-hoverBackground": "#2a2d2e", "list-inactiveSelectionBackground": "#37373d", "list-activeSelectionBackground": "#04395e", "list-activeSelectionForeground": "#ffffff",
  "list-focusOutline": "#0078d4", "list-highlightForeground": "#2aaaff", "sideBarSectionHeader-border": "#2b2b2b",
};
const light = {
  foreground: "#3b3b3b", "sideBar-background": "#f8f8f8", "sideBar-foreground": "#3b3b3b", descriptionForeground: "#3b3b3b", "icon-foreground": "#3b3b3b",
  focusBorder: "#005fb8", errorForeground: "#f85149", "textLink-foreground": "#005fb8", "textLink-activeForeground": "#005fb8",
  "textPreformat-foreground": "#3b3b3b", "textPreformat-background": "#0000001f", "textCodeBlock-background": "#f8f8f8", "textBlockQuote-border": "#e5e5e5",
  "button-foreground": "#ffffff", "button-background": "#005fb8", "button-hoverBackground": "#0258a8", "button-border": "#0000001a",
  "button-secondaryForeground": "#3b3b3b", "button-secondaryBackground": "#e5e5e5", "button-secondaryHoverBackground": "#cccccc",
  "input-background": "#ffffff", "input-foreground": "#3b3b3b", "input-border": "#cecece", "input-placeholderForeground": "#767676",
  "inputOption-activeBackground": "#bed6ed", "inputOption-activeBorder": "#005fb8", "inputOption-activeForeground": "#000000",
  "toolbar-hoverBackground": "#b8b8b850", "progressBar-background": "#005fb8", "editorWidget-border": "#c8c8c8", "widget-border": "#e5e5e5",
  "list-hoverBackground": "#f2f2f2", "list-inactiveSelectionBackground": "#e4e6f1", "list-activeSelectionBackground": "#e8e8e8", "list-activeSelectionForeground": "#000000",
  "list-focusOutline": "#005fb8", "list-highlightForeground": "#0066bf", "sideBarSectionHeader-border": "#e5e5e5",
};
const hcDark = {
  foreground: "#ffffff", "sideBar-background": "#000000", "sideBar-foreground": "#ffffff", descriptionForeground: "#ffffffb3", "icon-foreground": "#ffffff",
  contrastBorder: "#6fc3df", contrastActiveBorder: "#f38518", focusBorder: "#f38518", errorForeground: "#f48771", "textLink-foreground": "#21a6ff", "textLink-activeForeground": "#21a6ff",
  "textPreformat-foreground": "#ffffff", "textPreformat-background": "#ffffff", "textCodeBlock-background": "#000000", "textBlockQuote-border": "#ffffff",
  "button-foreground": "#ffffff", "button-background": "#000000", "button-border": "#6fc3df", "button-secondaryForeground": "#ffffff", "button-secondaryBackground": "#000000",
  "input-background": "#000000", "input-foreground": "#ffffff", "input-border": "#6fc3df", "input-placeholderForeground": "#ffffffb3",
  "inputOption-activeBackground": "#00000000", "inputOption-activeBorder": "#6fc3df", "inputOption-activeForeground": "#ffffff",
  "toolbar-hoverOutline": "#f38518", "progressBar-background": "#6fc3df", "editorWidget-border": "#6fc3df", "widget-border": "#6fc3df",
  "list-hoverBackground": "#ffffff1a", "list-focusOutline": "#f38518", "list-highlightForeground": "#f38518", "sideBarSectionHeader-border": "#6fc3df",
};
const hcLight = {
  ...hcDark,
  foreground: "#292929", "sideBar-background": "#ffffff", "sideBar-foreground": "#292929", descriptionForeground: "#292929b3", "icon-foreground": "#292929",
  contrastBorder: "#0f4a85", contrastActiveBorder: "#006bbd", focusBorder: "#006bbd", errorForeground: "#b5200d", "textLink-foreground": "#0f4a85", "textLink-activeForeground": "#0f4a85",
  "textPreformat-foreground": "#ffffff", "textPreformat-background": "#09345f", "textCodeBlock-background": "#f2f2f2", "textBlockQuote-border": "#292929",
  "button-foreground": "#ffffff", "button-background": "#0f4a85", "button-border": "#0f4a85", "button-secondaryForeground": "#292929", "button-secondaryBackground": "#ffffff",
  "input-background": "#ffffff", "input-foreground": "#292929", "input-border": "#0f4a85", "input-placeholderForeground": "#292929b3",
  "inputOption-activeBorder": "#0f4a85", "inputOption-activeForeground": "#292929", "toolbar-hoverOutline": "#006bbd", "progressBar-background": "#0f4a85",
  "editorWidget-border": "#0f4a85", "widget-border": "#0f4a85", "list-hoverBackground": "#0f4a851a", "list-focusOutline": "#006bbd", "list-highlightForeground": "#006bbd",
  "sideBarSectionHeader-border": "#0f4a85",
};

/** Theme name to body class and `--vscode-*` variables. */
export const themes = {
  dark: { className: "vscode-dark", colors: dark },
  light: { className: "vscode-light", colors: light },
  "hc-dark": { className: "vscode-dark vscode-high-contrast", colors: hcDark },
  "hc-light": { className: "vscode-light vscode-high-contrast vscode-high-contrast-light", colors: hcLight },
};
