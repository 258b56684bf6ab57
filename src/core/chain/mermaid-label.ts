import { oneLine } from "../render/one-line.ts";

const PLAIN = /[^\p{L}\p{N} .,:?()_+/-]/gu;

/**
 * A text between quotes as a label of a Mermaid drawing: whatever could end the label, begin Markdown or
 * HTML in it stands there by its number, which Mermaid shows as the character.
 */
export function mermaidLabel(text: string): string {
  return `"${oneLine(text).replace(PLAIN, (character) => `#${character.codePointAt(0)};`)}"`;
}
