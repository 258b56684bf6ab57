import { backtest, type Decide } from "#core/backtest/engine.ts";
import type { StrategyRun } from "#core/backtest/strategy-runner.ts";
import { deadlineIn } from "./deadline.ts";
import { StrategyFault } from "./fault.ts";
import { Guest } from "./guest.ts";
import type { SandboxTask } from "./messages.ts";
import { createVm } from "./quickjs-vm.ts";
import { WarningTally } from "./warning-tally.ts";

/**
 * Runs a strategy over its bars. The books are kept out here; the strategy, in a fresh VM, is shown one
 * bar after another and only asked.
 *
 * @throws StrategyFault where it cannot be run
 */
export async function runInGuest(
  quickjs: WebAssembly.Module,
  { code, bars, times, rules, timeLimitMs }: SandboxTask,
): Promise<StrategyRun> {
  const deadline = deadlineIn(timeLimitMs);
  const vm = await createVm(quickjs, deadline);
  try {
    const guest = new Guest(vm, deadline, bars.symbol, times[0] ?? 0);
    guest.load(code);
    const tally = new WarningTally();
    const columns = [times, bars.open, bars.high, bars.low, bars.close, bars.volume];
    let asked = 0;
    const decide: Decide = (bar, cash, shares, equity) => {
      asked += 1;
      const { [bar]: date = "" } = bars.dates;
      const seen = columns.map((column) => column[bar] ?? Number.NaN);
      seen.push(cash, shares, equity);
      const given = guest.step(seen);
      if (Number.isNaN(given)) tally.count("not_a_number", date, () => guest.given());
      else if (!Number.isFinite(given)) tally.count("threw", date, () => guest.thrown());
      return given;
    };
    const run = backtest(bars, rules, decide);
    const threw = tally.of("threw");
    if (threw !== null && threw.bars === asked) {
      throw new StrategyFault(
        "threw",
        `on every bar, first on ${threw.first.date}: ${threw.first.detail}`,
      );
    }
    return { ...run, warnings: tally.all, engine: `quickjs-wasi ${vm.versions["quickjs-wasi"]}` };
  } finally {
    vm.dispose();
  }
}
