/** A text without a byte order mark, and with line ends of one kind. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
}
