import type { AnalystName } from "#core/analyst.ts";
import type { AnalystWriter } from "../analyst-writer.ts";
import { fundamentals } from "./fundamentals.ts";
import { macro } from "./macro.ts";
import { market } from "./market.ts";
import { news } from "./news.ts";
import { risk } from "./risk.ts";
import { sentiment } from "./sentiment.ts";

/** How the rules model plays each analyst. */
export const analystWriters: Readonly<Record<AnalystName, AnalystWriter>> = {
  market,
  fundamentals,
  news,
  sentiment,
  macro,
  risk,
};
