import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { buyAndHold } from "#core/backtest/buy-and-hold.ts";
import { measuredOf } from "#core/backtest/walk-forward.ts";
import { spanned, unwrap } from "../../span.ts";
import type { StrategiesPorts } from "../ports.ts";
import type { BuyAndHoldTask, StrategiesUpdate } from "../state.ts";

/** Measures buying and holding under the same rules, while the authors write. Pure code. */
export function createBuyAndHold({ clock }: StrategiesPorts) {
  return async (
    { request: { rules }, bars }: BuyAndHoldTask,
    config: LangGraphRunnableConfig,
  ): Promise<StrategiesUpdate> => {
    const outcome = await spanned(
      clock,
      (event) => config.writer?.(event),
      { name: "buy_and_hold", kind: "benchmark", parent: null },
      async () => {
        const held = buyAndHold(bars, rules);
        return { ...measuredOf(held, bars.dates, rules.cash), equity: [...held.equity] };
      },
    );
    return { benchmark: unwrap(outcome), spans: [outcome.span] };
  };
}
