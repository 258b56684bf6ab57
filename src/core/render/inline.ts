import { oneLine } from "./one-line.ts";
import { sectionBody } from "./section-body.ts";

/** Text from elsewhere on one line of Markdown, as harmless as the body of a section. */
export function inline(text: string): string {
  return sectionBody(oneLine(text));
}
