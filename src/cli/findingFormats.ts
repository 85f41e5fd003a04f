// Findings as lines of output: for people and editors, for programs, and as annotations of a GitHub workflow.
import type { Finding } from "../core/roadmap/roadmap";

/** What `check --format` takes. */
export const checkFormats = ["text", "json", "github"] as const;

/** A format of the findings. */
export type CheckFormat = (typeof checkFormats)[number];

/**
 * The lines to print. Lines and columns count from 1, as editors show them; `json` is one line with the list of all.
 */
export function printed(findings: readonly Finding[], format: CheckFormat): string[] {
  switch (format) {
    case "text":
      return findings.map(({ file, range, message }) => `${file}:${String(range.start.line + 1)}: ${message}`);
    case "json":
      return [JSON.stringify(findings.map(asJson))];
    case "github":
      return findings.map(asAnnotation);
  }
}

function asJson({ file, range: { start, end }, code, severity, message, fix }: Finding): object {
  return {
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    code,
    severity,
    message,
    ...(fix ? { fix: fix.title } : {}),
  };
}

/** A workflow command; what would end one of its parts is written as GitHub reads it back. */
function asAnnotation({ file, range, code, severity, message }: Finding): string {
  const properties = Object.entries({
    file,
    line: String(range.start.line + 1),
    col: String(range.start.character + 1),
    endLine: String(range.end.line + 1),
    title: code,
  });
  const shown = properties.map(([name, value]) => `${name}=${escaped(value, /[%\r\n:,]/g)}`).join(",");
  return `::${severity} ${shown}::${escaped(message, /[%\r\n]/g)}`;
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
