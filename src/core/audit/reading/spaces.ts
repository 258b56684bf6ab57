/** Whether a UTF-16 unit is a space, a control character or a mark that is not seen. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  return (
    code <= 0xa0 ||
    code === 0xad ||
    code === 0x061c ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Whether a UTF-16 unit ends a line. */
export function endsLine(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Stars, underscores and backticks of Markdown, and the backslash that takes their meaning away. */
export function isEmphasis(code: number): boolean {
  return code === 0x2a || code === 0x5f || code === 0x60 || code === 0x5c;
}
