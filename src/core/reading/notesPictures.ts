// The pictures of topics' notes: where they stand in roadmap.yaml, which is another place than in the notes, since YAML
// indents, folds and quotes what it holds.
import { findPictures, mayHavePictures, pictureAt } from "../roadmap/pictures";
import type { PlacedPicture } from "./brokenPictures";
import { folderOf } from "./fileNames";
import type { ReadRoadmapYaml } from "./roadmapYaml";
import type { SourceText, Span } from "./source";

/** The pictures of all notes; those on the web are not a file's matter. */
export function notesPictures(
  file: string,
  source: SourceText,
  read: ReadRoadmapYaml | undefined,
): readonly PlacedPicture[] {
  return (read?.yaml?.topics ?? []).flatMap(({ notes = "", index }) => {
    if (!mayHavePictures(notes)) return [];
    const whole = read?.document.spanOf(["topics", index, "notes"]) ?? { start: 0, end: 0 };
    const written = source.text.slice(whole.start, whole.end);
    let from = 0;
    return findPictures(notes).flatMap(({ start, end, address }): PlacedPicture[] => {
      const text = notes.slice(start, end);
      const at = written.indexOf(text, from);
      if (at >= 0) from = at + text.length;
      if (pictureAt(folderOf(file), address).kind === "elsewhere") return [];
      // What was escaped or folded is told of where the notes are.
      const span = at < 0 ? whole : within(whole, at, text.length);
      const inside = text.lastIndexOf(address);
      const addressAt = at < 0 || inside < 0 ? undefined : within(span, inside, address.length);
      return [{ file, range: source.range(span), address, addressRange: addressAt && source.range(addressAt) }];
    });
  });
}

function within({ start }: Span, offset: number, length: number): Span {
  return { start: start + offset, end: start + offset + length };
}
