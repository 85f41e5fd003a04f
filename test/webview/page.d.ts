// What the tests of the pages put into the page, and what they take elements for.
declare global {
  interface Window {
    acquireVsCodeApi: unknown;
    axe: {
      run(
        context?: unknown,
        options?: unknown,
      ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    };
    /* eslint-disable @typescript-eslint/no-explicit-any -- Each test keeps there what it likes. */
    big: any;
    kept: any;
    posted: any;
    toHost: any;
    uiState: any;
    /* eslint-enable @typescript-eslint/no-explicit-any */
  }
  interface Element {
    readonly dataset: DOMStringMap;
    title: string;
  }
}

export {};
