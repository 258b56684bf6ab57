/** A part of a comparison. */
export interface CompareSection {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

const TITLE = /^# .*$/m;
const SECTIONS = /^## /m;

/** A comparison's Markdown taken apart at its own titles, which those of a page then stand for. */
export function compareSections(markdown: string): {
  /** What comes before the first of them, without the title of all. */
  readonly before: string;
  readonly sections: readonly CompareSection[];
} {
  const [before = "", ...parts] = markdown.split(SECTIONS);
  const sections = parts.map((part) => {
    const [title = "", ...lines] = part.split("\n");
    return { title, text: lines.join("\n").trim() };
  });
  return { before: before.replace(TITLE, "").trim(), sections };
}
