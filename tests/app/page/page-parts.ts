import { createHash } from "node:crypto";

/** The inline blocks of a page, and what its policy lets run. */
export function partsOf(page: string) {
  const blocks = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, block = ""]) => block);
  const [policy = ""] = blocks(/http-equiv="Content-Security-Policy" content="([^"]*)"/g);
  return {
    policy,
    scripts: blocks(/<script>([\s\S]*?)<\/script>/g),
    styles: blocks(/<style>([\s\S]*?)<\/style>/g),
    json: blocks(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/g),
  };
}

/** A source of a policy that lets a block in. */
export function hashOf(block: string): string {
  return `'sha256-${createHash("sha256").update(block).digest("base64")}'`;
}

/** A page without what its script works on, and without script and style. */
export function markupOf(page: string): string {
  return page.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "<$1></$1>");
}

/** The tags of a page in their order, with the names of their attributes; but for those of coloured code. */
export function tagsOf(page: string): string[] {
  return [...markupOf(page).matchAll(/<(?!\/?span)[^>]*>/g)].map(([tag]) =>
    tag.replace(/"[^"]*"/g, ""),
  );
}

/** What a reader sees of markup, as far as it is text. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
