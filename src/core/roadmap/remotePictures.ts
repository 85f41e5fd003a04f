// A question's prompt as it may stand in a document that a preview renders: what lies beside it is shown, and nothing
// is fetched from elsewhere, for fetching tells somebody that the question was opened.
import { escapeWhere } from "../text/escapeWhere";

/** `![alt](place)` with a place that can only be a file: no scheme, no host, nothing that could spell one. */
const besidePicture = /!\[[^\]\n]*\]\(\s*<?(?!\/\/)[^)\s:&\\<>]+>?\s*\)/;
/** A tag with an attribute that has a value, or one so long that nobody looks for its end. */
const tagWithValue = /[a-z][a-z0-9-]*[\s/](?:[^>=]{0,500}=|[^>=]{500})/;

const remote = new RegExp(`(?!${besidePicture.source})!(?=\\[)|<(?=style\\b|${tagWithValue.source})`, "iy");

/** The Markdown with each picture and tag that might be fetched from elsewhere shown as it is written. */
export function withoutRemotePictures(markdown: string): string {
  return /!\[|<[a-z]/i.test(markdown) ? escapeWhere(markdown, remote) : markdown;
}
