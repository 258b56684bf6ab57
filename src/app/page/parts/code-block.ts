import { type Html, html } from "../html.ts";
import { type CodePiece, codePieces } from "./code-pieces.ts";

/** What a reader could not see, or what would show the code in another order than it runs in. */
const UNSEEN = /[^\n\t\P{C}]/gu;

/**
 * Code line by line, each with its number, lightly coloured. Characters that do not show are written
 * out.
 *
 * @param name what a screen reader calls it
 */
export async function codeBlock(code: string, name: string): Promise<Html> {
  const pieces = await codePieces(code.replace(/\r\n?/g, "\n").trimEnd());
  const lines: CodePiece[][] = [[]];
  for (const { kind, text } of pieces) {
    for (const [at, part] of text.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ kind, text: part });
    }
  }
  return html`<pre class="code" tabindex="0" role="region" aria-label="${name}"><code>${lines.map(
    (line) => html`<span class="code-line">${line.map(markup)}\n</span>`,
  )}</code></pre>`;
}

function markup({ kind, text }: CodePiece): Html {
  const seen = text.replace(
    UNSEEN,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return kind === null ? html`${seen}` : html`<span class="code-${kind}">${seen}</span>`;
}
