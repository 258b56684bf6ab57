import type { StartKind } from "../route.ts";
import { kindWords } from "../run-words.ts";

/** What can be begun, in a word. */
export const startWords: Readonly<Record<StartKind, string>> = {
  ...kindWords,
  watchlist: "Watchlist",
};
