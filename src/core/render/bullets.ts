import { inline } from "./inline.ts";

/** A list, a line each, whatever the texts hold. */
export function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${inline(text)}`).join("\n");
}
