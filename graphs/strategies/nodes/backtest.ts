import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { measuredOf } from "#core/backtest/walk-forward.ts";
import { warningsInWords } from "#core/backtest/warnings-in-words.ts";
import type { StrategiesPorts } from "../ports.ts";
import type { AuthorStateValue, AuthorUpdate } from "../state.ts";
import { doStep } from "../step.ts";

/** Runs a strategy over all bars and measures it, in sample and out of it. */
export function createBacktest(ports: StrategiesPorts) {
  return async (
    state: AuthorStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AuthorUpdate> => {
    const { code, request, bars } = state;
    const { rules } = request;
    const step = await doStep("backtest", state, ports, config, async ({ signal }) => {
      const run = await ports.runner.run(
        { code: code ?? "", bars, rules, timeLimitMs: ports.timeLimitMs },
        { ...(signal && { signal }) },
      );
      return { run, measured: measuredOf(run, bars.dates, rules.cash) };
    });
    if (step.problem !== null) return { problem: step.problem, spans: [step.span] };
    const { run, measured } = step.value;
    return {
      outcome: {
        measured,
        trades: [...run.trades],
        open: [...run.open],
        equity: [...run.equity],
        warnings: warningsInWords(run, bars.dates.length),
      },
      engines: [run.engine],
      spans: [step.span],
    };
  };
}
