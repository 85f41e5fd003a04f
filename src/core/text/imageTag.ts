// `<img>` as authors write it into Markdown: where its address stands, and its words. Whether it is shown is for others
// to say.

/** A tag of a picture. */
export interface ImageTag {
  readonly address: string;
  readonly alt: string;
}

/** The whole tag; a longer one is nobody's picture. */
export const imageTag = /<img(?=[\s/])(?:[^<>"']|"[^"<>]{0,300}"|'[^'<>]{0,300}'){1,500}>/iy;

/** What a tag says; undefined where the text is not one tag of a picture with an address. */
export function readImageTag(text: string): ImageTag | undefined {
  imageTag.lastIndex = 0;
  if (imageTag.exec(text)?.[0] !== text) return undefined;
  const address = attribute(text, "src");
  return address === undefined || address === "" ? undefined : { address, alt: attribute(text, "alt") ?? "" };
}

function attribute(tag: string, name: "src" | "alt"): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
