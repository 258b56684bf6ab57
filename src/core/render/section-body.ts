/**
 * A model's Markdown as the body of a section, so that it can fake nothing of the report around it:
 * headings become bold lines, HTML becomes text, a link leads to the web or nowhere, and a code block
 * that it opens ends with it.
 */
export function sectionBody(text: string): string {
  const body = text
    .replace(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/gm, "**$1**")
    // A line of = or - makes a heading of the line above it; one of * does not.
    .replace(/^ {0,3}(?:=+|-+)[ \t]*$/gm, "***")
    .replace(/\]\((?!\s*https?:\/\/)[^)]*\)/gi, "]")
    .replace(/^ {0,3}\[[^\]]+\]:(?!\s*https?:\/\/).*$/gim, "")
    .replace(/<(?=[a-z/!?])/gi, "&lt;");
  const fences = body.match(/^ {0,3}(?:```|~~~)/gm) ?? [];
  return fences.length % 2 === 0 ? body : `${body}\n${fences.at(-1)?.trim()}`;
}
