import { sectionBody } from "./section-body.ts";

/** A list, a line each, whatever the texts hold. */
export function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${sectionBody(text.replace(/\s+/g, " "))}`).join("\n");
}
