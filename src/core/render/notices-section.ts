import { bullets } from "./bullets.ts";

/** What is to be known about the data behind texts, each sentence once; empty where nothing is. */
export function noticesSection(texts: readonly { readonly notices: readonly string[] }[]): string {
  const notices = [...new Set(texts.flatMap((text) => text.notices))];
  return notices.length === 0 ? "" : `## About the data\n\n${bullets(notices)}`;
}
