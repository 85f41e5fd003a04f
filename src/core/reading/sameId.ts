// Two roadmaps with one id: answers are kept by ids, so that only one of them can count. One code for the editor, which
// sees a workspace's roadmaps, and for `check`, which is given several folders.
import { t } from "@vscode/l10n";
import type { Finding } from "../roadmap/roadmap";
import { findingCodes } from "./findingCodes";
import type { ReadRoadmap } from "./assembling";

/** A roadmap's folder with what was read of it. */
export interface FolderRead<Place> {
  readonly place: Place;
  readonly read: Pick<ReadRoadmap, "roadmap" | "idAt" | "foreign">;
}

/**
 * Of each roadmap whose id an earlier one has: that earlier one. Roadmaps of other tools and broken ones have no id.
 */
export function earlierOfSameId<Place>(folders: readonly FolderRead<Place>[]): ReadonlyMap<Place, Place> {
  const first = new Map<string, Place>();
  const earlier = new Map<Place, Place>();
  for (const { place, read } of folders) {
    const id = read.foreign ? undefined : read.roadmap?.id;
    if (id === undefined) continue;
    const holder = first.get(id);
    if (holder === undefined) first.set(id, place);
    else earlier.set(place, holder);
  }
  return earlier;
}

/** What is told at the id of a roadmap that is left out; `other` is the folder of the one that counts. */
export function sameIdFinding({ roadmap, idAt }: FolderRead<unknown>["read"], other: string): Finding {
  const code = "duplicate-id";
  const id = roadmap?.id ?? "";
  const message = t(
    'The roadmap in {1} has the id "{0}" too, and this one is left out: give it another id.',
    id,
    other,
  );
  return { file: idAt.file, range: idAt.range, code, severity: findingCodes[code], message };
}
