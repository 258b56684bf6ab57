/** From this code point on a character may take two columns; counting all as two never overflows. */
const WIDE_FROM = 0x1100;

function columnsOf(character: string): number {
  return (character.codePointAt(0) ?? 0) >= WIDE_FROM && !"·▶✓✗…—–“”‘’".includes(character) ? 2 : 1;
}

/** The beginning of a text that fits into some columns. */
export function clip(text: string, columns: number): string {
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    kept += character;
  }
  return kept;
}

/** The end of a text that fits into some columns. */
export function clipStart(text: string, columns: number): string {
  const reversed = [...text].reverse().join("");
  return [...clip(reversed, columns)].reverse().join("");
}
