import { Marked, type Tokens } from "marked";
import { withoutPlaces } from "./figure-places.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Tables have no other way to break a line. */
const BREAK = /^<br\s*\/?>$/i;

/**
 * HTML is shown as the text that it is, an image by its name, and a heading as a bold line: it must not
 * pass for one of the page.
 */
const reader = new Marked({
  gfm: true,
  walkTokens(token) {
    // A figure in an address is part of the address.
    if (token.type === "link") token.href = withoutPlaces(token.href);
  },
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) =>
      BREAK.test(text.trim()) ? "<br>" : escaped(text),
    // Behind a tag such as <script> text counts as code that needs no escaping; false is the usual way.
    text: (token: Tokens.Text | Tokens.Escape) =>
      "escaped" in token && token.escaped ? escaped(token.text) : false,
    image: ({ text }: Tokens.Image) => escaped(text),
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? "☑ " : "☐ "),
    heading({ tokens }: Tokens.Heading) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`;
    },
  },
});

/**
 * Markdown as HTML, which nobody may show before it has been cleaned. What cannot be read as Markdown,
 * such as ten thousand quotations within each other, is shown as it is.
 *
 * @param layout `block`: paragraphs, lists, tables; `line`: one line
 */
export function markdownHtml(text: string, layout: "block" | "line"): string {
  try {
    return layout === "block"
      ? reader.parse(text, { async: false })
      : reader.parseInline(text.replace(/\s+/g, " "), { async: false });
  } catch {
    return escaped(text);
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
