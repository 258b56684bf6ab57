import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { standingsOf } from "#core/contest/standings.ts";
import { spanned, unwrap } from "../../span.ts";
import type { StrategiesPorts } from "../ports.ts";
import type { StrategiesStateValue, StrategiesUpdate } from "../state.ts";

/** Puts the strategies in order. Pure code. */
export function createRank({ clock }: StrategiesPorts) {
  return async (
    { request, split, entries }: StrategiesStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<StrategiesUpdate> => {
    const outcome = await spanned(
      clock,
      (event) => config.writer?.(event),
      { name: "rank", kind: "rank", parent: null },
      async () => standingsOf(entries, split, request.minTrades),
    );
    return { ...unwrap(outcome), spans: [outcome.span] };
  };
}
