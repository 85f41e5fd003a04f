// Pictures of a prompt, a reference or a topic's notes that no learner would see: their file is missing, or lies where
// only the author has it. Whether a file is there is asked of whoever has the folder.
import { t } from "@vscode/l10n";
import { isPictureName } from "../roadmap/pictureNames";
import { asAddress, findBlankAddresses, findPictures, pictureAt } from "../roadmap/pictures";
import type { FileRange, Finding, FindingFix } from "../roadmap/roadmap";
import { fileName, folderOf } from "./fileNames";
import { findingCodes } from "./findingCodes";
import type { SourceText, Span } from "./source";

/** A picture that learners are shown, as far as finding it broken needs. */
export interface PlacedPicture {
  readonly file: string;
  readonly range: FileRange;
  readonly address: string;
  /** Where the address alone stands; undefined where it stands elsewhere in the text. */
  readonly addressRange: FileRange | undefined;
  /** Blanks in the address make all of it a text. */
  readonly hasBlanks?: boolean;
}

/**
 * A prompt or a reference, and where it stands in its file; link definitions from elsewhere may follow in the text.
 */
export interface ShownText {
  readonly text: string;
  readonly at: Span;
}

/** Names of a folder's files and folders, by its path relative to the roadmap's folder; rejects where there is none. */
export type ListNames = (folder: string) => Promise<readonly string[]>;

/** The pictures of a text; those on the web are not a file's matter. */
export function placedPictures(file: string, source: SourceText, { text, at }: ShownText): readonly PlacedPicture[] {
  const blank = findBlankAddresses(text).map((picture) => ({ ...picture, hasBlanks: true }));
  return [...findPictures(text), ...blank].flatMap((picture): PlacedPicture[] => {
    const { start, end, address } = picture;
    if (pictureAt(folderOf(file), address).kind === "elsewhere") return [];
    const inside = text.slice(start, end).lastIndexOf(address);
    const from = at.start + start;
    const addressAt = inside < 0 ? undefined : { start: from + inside, end: from + inside + address.length };
    return [
      {
        file,
        range: source.range({ start: from, end: at.start + end }),
        address,
        addressRange: addressAt && source.range(addressAt),
        hasBlanks: "hasBlanks" in picture,
      },
    ];
  });
}

/** A finding for each picture that is not there. Looks at each folder once. */
export async function brokenPictures(pictures: readonly PlacedPicture[], list: ListNames): Promise<Finding[]> {
  const listed = new Map<string, Promise<readonly string[]>>();
  const namesIn = (folder: string): Promise<readonly string[]> => {
    const names = listed.get(folder) ?? list(folder).catch(() => []);
    listed.set(folder, names);
    return names;
  };
  const findings: Finding[] = [];
  for (const picture of pictures) {
    const place = pictureAt(folderOf(picture.file), picture.address);
    if (place.kind === "elsewhere") continue;
    if (picture.hasBlanks === true) findings.push(blanks(picture));
    else if (place.kind === "outside") findings.push(outside(picture));
    else {
      const names = await namesIn(folderOf(place.path));
      const name = fileName(place.path);
      if (names.includes(name) && !isPictureName(name)) findings.push(noPicture(picture));
      else if (!names.includes(name)) findings.push(missing(picture, place.path, names));
    }
  }
  return findings;
}

function blanks(picture: PlacedPicture): Finding {
  const written = `<${picture.address}>`;
  return finding(
    picture,
    t("Blanks end the address of a picture, so this shows as text: write {0}.", written),
    written,
  );
}

function noPicture(picture: PlacedPicture): Finding {
  const message = t(
    "{0} is no picture that can be shown: name a file such as states.png or states.svg.",
    picture.address,
  );
  return finding(picture, message);
}

function outside(picture: PlacedPicture): Finding {
  const { address } = picture;
  const meant = address.replaceAll("\\", "/");
  if (meant !== address && pictureAt(folderOf(picture.file), meant).kind === "file")
    return finding(picture, t("Only Windows finds {0}: write {1}.", address, meant), meant);
  const message = t(
    "The picture {0} lies outside the roadmap's folder, where no learner has it: move it into that folder.",
    address,
  );
  return finding(picture, message);
}

function missing(picture: PlacedPicture, path: string, names: readonly string[]): Finding {
  const { address } = picture;
  const name = fileName(path);
  const other = names.find((one) => one.normalize().toLowerCase() === name.normalize().toLowerCase());
  if (other === undefined) {
    const message = t("There is no picture {0} in the roadmap's folder: put it there, or correct its place.", path);
    return finding(picture, message);
  }
  const written = address.slice(0, address.lastIndexOf("/") + 1) + asAddress(other);
  return finding(picture, t('The picture is called "{0}" in the folder: write {1}.', other, written), written);
}

function finding({ file, range, addressRange }: PlacedPicture, message: string, newText?: string): Finding {
  const code = "broken-picture";
  const fix: FindingFix | undefined =
    newText === undefined || !addressRange
      ? undefined
      : { title: t('Write "{0}"', newText), range: addressRange, newText };
  return { file, range, code, severity: findingCodes[code], message, ...(fix ? { fix } : {}) };
}
