/** Quotes, list items and indentation: what may stand before a heading or a fence. */
const CONTAINERS = /^(?:[ \t>]+|[-*+][ \t]|\d{1,9}[.)][ \t])*/;
const HEADING = /^#{1,6}(?=[ \t]|$)/;
const CLOSING_HASHES = /(?<=[ \t])#+$/;
/** A line of = or - makes a heading of the line above it; behind a list item's mark it does not. */
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;

/**
 * What begins HTML, a footnote, a definition, a link that does not lead to the web, an image, or an
 * entity (which can spell any of these); and braces, which only the audit's marks have. A backslash is
 * read with the character that it makes harmless.
 */
const TOKENS =
  /\\.|<(?=[a-z/!?])|&(?=#?\w{1,32};)|[{}]|\[(?=\\?\^)|\](?=:|\\?\{|\((?![ \t]*https?:\/\/))|!(?=\[)/gi;

/**
 * A model's Markdown as the body of a section, so that it can fake nothing of the report around it and
 * load nothing: headings become bold lines; footnotes, definitions, code blocks, images, HTML and links
 * but to the web become text. It escapes and takes nothing away: what is left of a text could form anew
 * what was taken from it.
 *
 * @param text printable: what printable() took away later could do the same
 */
export function sectionBody(text: string): string {
  return text
    .split("\n")
    .map((line) => withoutBlocks(line.replace(TOKENS, asText)))
    .join("\n");
}

function asText(token: string): string {
  switch (token.at(-1)) {
    case "<":
      return "&lt;";
    case "&":
      return "&amp;";
    case "{":
      return "(";
    case "}":
      return ")";
  }
  if (token.length > 1) return token;
  return token === "]" ? "]\\" : `\\${token}`;
}

/** A line that makes no heading and no code block; a quotation or a list stays one. */
function withoutBlocks(line: string): string {
  if (UNDERLINE.test(line)) return line.replace(/[=-]+/, "***");
  const [containers = ""] = CONTAINERS.exec(line) ?? [];
  return containers + withoutBlock(line.slice(containers.length));
}

function withoutBlock(content: string): string {
  if (!HEADING.test(content)) {
    return content.replace(FENCE, (fence) => fence.replace(/./g, "\\$&"));
  }
  const title = content.replace(HEADING, "").trim().replace(CLOSING_HASHES, "").trimEnd();
  return title === "" ? "" : `**${title.replaceAll("**", "")}**`;
}
