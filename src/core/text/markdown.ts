// Markdown of a roadmap (topic notes, prompts) as HTML that is safe to put into a page. Raw HTML becomes visible text,
// only web and mail links survive, and images become their alternative text where they are not at hand. No DOM here.
import { Marked, type Tokens } from "marked";
import { readImageTag } from "./imageTag";

const safeScheme = /^(?:https?:\/\/[^/]|mailto:[^?])/i;

const namedReferences: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  colon: ":",
  gt: ">",
  lt: "<",
  newline: "\n",
  nbsp: " ",
  quot: '"',
  sol: "/",
  tab: "\t",
};

/** What is shown for a picture of that address, a `data:` address; undefined shows its words alone. */
export type PictureSource = (address: string) => string | undefined;

const withoutPictures: PictureSource = () => undefined;

function renderer(pictures: PictureSource): Marked {
  // A link holds no other one.
  let inLink = false;
  return new Marked({
    gfm: true,
    renderer: {
      html(token: Tokens.HTML | Tokens.Tag): string {
        const tag = readImageTag(token.text.trim());
        const source = tag && pictures(tag.address);
        if (source?.startsWith("data:image/"))
          return `<img src="${escapeHtml(source)}" alt="${escapeHtml(decodeReferences(tag?.alt ?? ""))}">`;
        return token.block ? `<p>${escapeHtml(token.text.trim())}</p>\n` : escapeHtml(token.text);
      },
      link({ href, title, tokens }: Tokens.Link): string {
        const outer = inLink;
        inLink = true;
        const text = this.parser.parseInline(tokens);
        inLink = outer;
        const target = safeHref(href);
        if (target === undefined) return text;
        const tooltip = title ? ` title="${escapeHtml(decodeReferences(title))}"` : "";
        return `<a href="${escapeHtml(target)}"${tooltip} rel="noopener noreferrer">${text}</a>`;
      },
      image({ href, text }: Tokens.Image): string {
        const words = escapeHtml(decodeReferences(text));
        const source = pictures(href);
        if (source?.startsWith("data:image/")) return `<img src="${escapeHtml(source)}" alt="${words}">`;
        // One from elsewhere is fetched by who clicks, and by nobody else.
        const target = safeHref(href);
        if (target === undefined || inLink) return words;
        return `<a href="${escapeHtml(target)}" rel="noopener noreferrer">${words === "" ? escapeHtml(target) : words}</a>`;
      },
      code({ text }: Tokens.Code): string {
        return `<pre><code>${escapeHtml(text)}\n</code></pre>\n`;
      },
      checkbox({ checked }: Tokens.Checkbox): string {
        return checked ? "☑ " : "☐ ";
      },
    },
  });
}

/** Longest text that is rendered, in UTF-16 units. */
const longest = 50_000;
/**
 * Most work that a text may make: for each paragraph its length times its signs of emphasis, each of which may look for
 * its end, and a fiftieth of its lines, each of which an open list looks at anew.
 */
const mostWork = 2_500_000;
/** Most quotes and lists inside one another. */
const deepest = 40;

const emphasis = /[*_~!]/g;
/** A line that is no part of the paragraph above it. */
const newParagraph = /^(?:\s*$| {0,3}(?:[-+*][ \t]|#{1,6}[ \t]))/;
const tooDeep = new RegExp(`^[ \\t]*(?:(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${String(deepest)}}`, "m");

/** Whether rendering takes no longer than anyone would wait: the parser's time grows with the square of a paragraph. */
function isRenderable(source: string): boolean {
  if (source.length > longest || tooDeep.test(source)) return false;
  let work = 0;
  let length = 0;
  let signs = 0;
  let lines = 0;
  const endParagraph = (): void => {
    work += length * (signs + lines / 50);
    length = 0;
    signs = 0;
    lines = 0;
  };
  for (const line of source.split("\n")) {
    if (newParagraph.test(line)) endParagraph();
    length += line.length;
    lines++;
    signs += line.match(emphasis)?.length ?? 0;
  }
  endParagraph();
  return work <= mostWork;
}

/**
 * Markdown as HTML in which nothing of the source can run, load or leave the allowed links. What is too long, too deep
 * or too dense for a paragraph is shown as it is written. Pictures show as far as `pictures` has them. The same source
 * always gives the same HTML; never throws.
 */
export function renderMarkdown(source: string, pictures: PictureSource = withoutPictures): string {
  if (!isRenderable(source)) return asWritten(source);
  try {
    return renderer(pictures).parse(source, { async: false });
  } catch {
    // Nesting thousands deep overflows the parser's stack; the text itself is still worth showing.
    return asWritten(source);
  }
}

function asWritten(source: string): string {
  return `<p>${escapeHtml(source)}</p>\n`;
}

// eslint-disable-next-line no-control-regex -- Control characters are what it is about.
const invisible = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g;

/**
 * The link target as it may be written into a page, or undefined unless it is an http, https or mailto address after
 * character references, white space and control characters are resolved.
 */
export function safeHref(href: string): string | undefined {
  const target = decodeReferences(href).replace(invisible, "");
  return safeScheme.test(target) ? target : undefined;
}

/** Text with the five characters that mean something in HTML replaced by references. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/**
 * Resolves numeric references and the named ones that could hide a scheme; repeated, so that `&amp;colon;` hides
 * nothing either.
 */
function decodeReferences(text: string): string {
  let decoded = text;
  for (let pass = 0; pass < 3; pass++) {
    const before = decoded;
    decoded = before.replace(
      /&(?:#(\d{1,8});?|#x([\da-f]{1,8});?|([a-z]{2,8});)/gi,
      (whole, dec?: string, hex?: string, name?: string) => {
        if (name !== undefined) return namedReferences[name.toLowerCase()] ?? whole;
        const code = dec === undefined ? Number.parseInt(hex ?? "", 16) : Number(dec);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      },
    );
    if (decoded === before) break;
  }
  return decoded;
}
