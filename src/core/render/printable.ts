/** Whole escape sequences: of colours and cursors, of titles and links, and of device strings. */
const SEQUENCES = new RegExp(
  [
    String.raw`\u001b\[[0-?]*[ -/]*[@-~]`,
    String.raw`\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)`,
    String.raw`\u001b[PX^_][^\u001b]*\u001b\\`,
  ].join("|"),
  "g",
);

/**
 * Text that can move no cursor, ring no bell and turn no line around: line breaks, tabs and visible
 * characters stay; escape sequences, control and format characters (carriage returns, bidirectional
 * overrides, zero-width joiners), private and unassigned ones go.
 */
export function printable(text: string): string {
  return text.replace(SEQUENCES, "").replace(/[^\n\t\P{C}]/gu, "");
}
