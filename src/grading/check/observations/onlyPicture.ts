// "only-picture": there is a picture or a link, and beside it no word that is not the link's own name.
import type { Observer } from "./observation";

/** A picture or link, which the check cannot follow. */
export const onlyPicture: Observer = {
  id: "only-picture",
  find({ answer, reading }) {
    const { pictures, links, shown } = reading;
    if (pictures.length + links.length === 0) return [];
    const rest: string[] = [];
    let at = 0;
    for (const link of links) {
      const before = shown.slice(at, link.start);
      const name = answer.charAt(link.start) === "]" ? before.lastIndexOf("[") : -1;
      rest.push(name < 0 ? before : before.slice(0, name));
      at = link.end;
      if (/[\p{L}\p{N}]/u.test(rest.at(-1) ?? "")) return [];
    }
    return /[\p{L}\p{N}]/u.test(shown.slice(at)) ? [] : [{ id: "only-picture" }];
  },
};
