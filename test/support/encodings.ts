// Texts as bytes of the encodings that people's files come in. Decoders are the platform's; encoders are made from
// them.

/** What files are written in. The ones without a name of their own need a setting to be read. */
export const encodings = [
  "utf-8",
  "utf-8 with mark",
  "utf-16le",
  "utf-16be",
  "utf-16le, no mark",
  "windows-1252",
  "gbk",
];

/** The encoding that VS Code would have to be set to, for files that do not show their own. */
export function settingFor(encoding: string): string {
  return encoding === "windows-1252" || encoding === "gbk" ? encoding : "utf-8";
}

/** The text's bytes; undefined where the encoding has no such letter. */
export function encode(text: string, encoding: string): Uint8Array | undefined {
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8 with mark":
      return new TextEncoder().encode(`\uFEFF${text}`);
    case "utf-16le":
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
    case "utf-16be":
      return new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le").swap16());
    case "utf-16le, no mark":
      return new Uint8Array(Buffer.from(text, "utf16le"));
    default: {
      const bytes = Array.from(text, (letter) => tableOf(encoding).get(letter));
      return bytes.every((one) => one !== undefined) ? new Uint8Array(bytes.flat()) : undefined;
    }
  }
}

/** The text with an x for each letter that the encoding has not. */
export function fit(text: string, encoding: string): string {
  return Array.from(text, (letter) => (encode(letter, encoding) === undefined ? "x" : letter)).join("");
}

const tables = new Map<string, Map<string, readonly number[]>>();

/** Letters to bytes, found by decoding every one and two bytes. */
function tableOf(encoding: string): Map<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const add = (...bytes: number[]): void => {
    const letter = decoder.decode(new Uint8Array(bytes));
    if (Array.from(letter).length === 1 && letter !== "\uFFFD" && !table.has(letter)) table.set(letter, bytes);
  };
  for (let first = 0; first < 256; first += 1) add(first);
  if (encoding === "gbk")
    for (let first = 0x81; first < 0xff; first += 1)
      for (let second = 0x40; second < 0xff; second += 1) add(first, second);
  tables.set(encoding, table);
  return table;
}
