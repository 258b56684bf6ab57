import { printable } from "#core/render/printable.ts";

/** Markup that may stand in a page as it is. Made by `html` and `trusted`, and by nothing else. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand between the pieces of a template; null is nothing. */
export type Part = Html | string | number | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Markup with values in it. A text is shown as it is, whatever it holds: it can neither end a tag or a
 * quoted attribute nor turn a line around. Attributes are always quoted.
 *
 * @example html`<p title="${name}">${words}</p>`
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = pieces.reduce(
    (before, piece, at) => `${before}${markupOf(parts[at - 1])}${piece}`,
  );
  return new Html(markup);
}

/** Markup of the project's own making, which is taken as it is: never a text from elsewhere. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function markupOf(part: Part | undefined): string {
  if (part === null || part === undefined) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "number") return String(part);
  if (typeof part === "string") {
    return printable(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
  }
  return part.map(markupOf).join("");
}
