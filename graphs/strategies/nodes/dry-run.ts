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
/** Enough for some bars of anything that could be run over all: one that hangs keeps others waiting. */
const TIME_LIMIT_MS = 1_000;

/** Runs a strategy over the first bars, so that what breaks at once can still be mended. */
export function createDryRun(ports: StrategiesPorts) {
  return async (
    state: AuthorStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AuthorUpdate> => {
    const { code, request, bars, attempts } = state;
    const { span, problem } = await doStep("dry_run", state, ports, config, async ({ signal }) => {
      const timeLimitMs = Math.min(TIME_LIMIT_MS, ports.timeLimitMs);
      const task = { code: code ?? "", bars: sliceBars(bars, 0, BARS), rules: request.rules };
      const running = ports.runner.run({ ...task, timeLimitMs }, { ...(signal && { signal }) });
      const mayMend = attempts < MOST_ATTEMPTS;
      const run = await running.catch((thrown: unknown) => {
        // One that throws on these may know what to do on later ones: all bars will tell.
        if (!mayMend && kindOf(thrown) === "threw") return null;
        throw ofTheseBars(thrown);
      });
      if (run !== null && mayMend) requireDecision(run);
    });
    return { problem, spans: [span] };
  };
}

function kindOf(thrown: unknown): unknown {
  return thrown instanceof DeskError && thrown.code === "strategy" ? thrown.facts.kind : null;
}

/** What happened here says nothing of the other bars. */
function ofTheseBars(thrown: unknown): unknown {
  if (!(thrown instanceof DeskError) || thrown.code !== "strategy") return thrown;
  const { message, facts } = thrown;
  const said = `Over the first ${BARS} bars: ${message}`;
  return new DeskError("strategy", said, { facts: { ...facts }, cause: thrown });
}

/** @throws DeskError `strategy` where it has decided on no bar: one that waits has to return 0 */
function requireDecision(run: StrategyRun): void {
  const holds = run.warnings.reduce((sum, { bars }) => sum + bars, 0);
  if (holds < BARS) return;
  const words = warningsInWords(run, BARS).join(" ");
  throw new DeskError("strategy", `Over the first ${BARS} bars: ${words}`);
}
