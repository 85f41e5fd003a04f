// "only-code": there are blocks of code, and no word outside them.
import type { Observer } from "./observation";

/** Code without a word about it. */
export const onlyCode: Observer = {
  id: "only-code",
  find({ said, reading }) {
    const { codeBlocks } = reading;
    if (codeBlocks.length === 0) return [];
    let at = 0;
    for (const { start, end } of [...codeBlocks, { start: said.length, end: said.length }]) {
      if (/[\p{L}\p{N}]/u.test(said.slice(at, start))) return [];
      at = end;
    }
    return [{ id: "only-code" }];
  },
};
