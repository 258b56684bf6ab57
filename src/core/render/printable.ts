/**
 * Text that can move no cursor, ring no bell and turn no line around: line breaks, tabs and visible
 * characters stay; control and format characters (escape sequences, carriage returns, bidirectional
 * overrides, zero-width joiners), private and unassigned ones go.
 */
export function printable(text: string): string {
  return text.replace(/[^\n\t\P{C}]/gu, "");
}
