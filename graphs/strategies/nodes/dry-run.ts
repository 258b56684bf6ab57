import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { sliceBars } from "#core/backtest/bars.ts";
import type { StrategyRun } from "#core/backtest/strategy-runner.ts";
import { warningsInWords } from "#core/backtest/warnings-in-words.ts";
import { DeskError } from "#core/errors.ts";
import type { StrategiesPorts } from "../ports.ts";
import { MOST_ATTEMPTS } from "../routes.ts";
import type { AuthorStateValue, AuthorUpdate } from "../state.ts";
import { doStep } from "../step.ts";

const BARS = 60;

/** Runs a strategy over the first bars, so that what breaks at once can still be mended. */
export function createDryRun(ports: StrategiesPorts) {
  return async (
    state: AuthorStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AuthorUpdate> => {
    const { code, request, bars, attempts } = state;
    const { span, problem } = await doStep("dry_run", state, ports, config, async ({ signal }) => {
      const run = await ports.runner.run(
        {
          code: code ?? "",
          bars: sliceBars(bars, 0, BARS),
          rules: request.rules,
          timeLimitMs: ports.timeLimitMs,
        },
        { ...(signal && { signal }) },
      );
      if (attempts < MOST_ATTEMPTS) requireDecision(run);
    });
    return { problem, spans: [span] };
  };
}

/** @throws DeskError `strategy` where it has decided on no bar: one that waits has to return 0 */
function requireDecision(run: StrategyRun): void {
  const holds = run.warnings.reduce((sum, { bars }) => sum + bars, 0);
  if (holds < BARS) return;
  const words = warningsInWords(run, BARS).join(" ");
  throw new DeskError("strategy", `over the first ${BARS} bars: ${words}`);
}
