// The one function of papaparse that is used here; its published types need Node's, which the core does not have.
declare module "papaparse" {
  export interface ParseError {
    readonly message: string;
    /** 0-based. */
    readonly row?: number;
  }
  export function parse(
    input: string,
    config: { readonly skipEmptyLines: "greedy"; readonly delimitersToGuess: readonly string[] },
  ): { readonly data: readonly (readonly string[])[]; readonly errors: readonly ParseError[] };
  const papa: { readonly parse: typeof parse };
  export { papa as default };
}
