// What the bytes of an answer tell of their encoding by themselves; encodings that only a setting can name
// (Windows-1252, GBK) are for editorText. No vscode here.

/** An encoding that bytes show by themselves. */
export type OwnEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** This many bytes are looked at for UTF-16 without a mark, as VS Code does. */
const lookedAt = 512;
/** So many times more zero bytes on one side than on the other are no chance; an emoji may bring one to the other. */
const oneSided = 4;

/**
 * The encoding that a byte order mark, the zero bytes of UTF-16 or the rules of UTF-8 show; undefined where it can only
 * be some older one. Linear.
 */
export function ownEncoding(bytes: Uint8Array): OwnEncoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? "utf-8" : undefined);
}

/** The text of bytes that show their encoding, without a byte order mark; undefined where they do not. */
export function decodeOwn(bytes: Uint8Array): string | undefined {
  const encoding = ownEncoding(bytes);
  return encoding === undefined ? undefined : new TextDecoder(encoding).decode(bytes);
}

/** As `decodeOwn`; what no encoding explains becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return decodeOwn(bytes) ?? new TextDecoder().decode(bytes);
}

/** True where bytes begin with the byte order mark of UTF-8. */
export function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** True where no byte is beyond ASCII, so that nearly every encoding reads the same. */
export function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/** Letters of Latin scripts in UTF-16: zero bytes, nearly all of them on one side. */
function unmarkedUtf16(bytes: Uint8Array): OwnEncoding | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, lookedAt).entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < oneSided * Math.min(even, odd) || even === odd) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
