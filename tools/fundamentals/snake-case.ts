/**
 * A source's name as a path segment.
 *
 * @example snakeCase("trailingPE") // "trailing_pe"
 */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}
