import type { AnalysisResult, Provenance } from "../result.ts";
import type { Usage } from "../usage.ts";
import { inline } from "./inline.ts";
import { usdText } from "./usd.ts";

export const DISCLAIMER = "A research aid: no investment advice, and no order is placed.";

const SOURCES = { yahoo: "Yahoo Finance", demo: "demo market (synthetic)" } as const;

/** Where figures come from, for people. */
export function sourceWords({ source }: Provenance): string {
  return SOURCES[source];
}

/** The models of a result, for people. */
export function modelWords(model: string): string {
  return model === "rules" ? "rules (built in, no language model)" : inline(model);
}

/** What model calls used and cost. */
export function usageWords(usage: Usage): string {
  const tokens = (count: number | null) => (count === null ? "unknown" : String(count));
  const input = `${tokens(usage.inputTokens)} in (${tokens(usage.cachedTokens)} cached)`;
  const output = `${tokens(usage.outputTokens)} out (${tokens(usage.reasoningTokens)} reasoning)`;
  return `Tokens: ${input}, ${output} · cost: ${usdText(usage.usd)}`;
}

/** What a whole run used: of models, and of its source of data. */
export function costWords({ usage, requests }: Pick<AnalysisResult, "usage" | "requests">): string {
  const { upstream, cacheHits, coalesced } = requests;
  return `${usageWords(usage)} · data requests: ${upstream} upstream, ${cacheHits} from the cache, ${coalesced} shared in flight`;
}
