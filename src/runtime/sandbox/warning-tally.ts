import type { StrategyWarning } from "#core/backtest/strategy-runner.ts";
import type { Day } from "#core/day.ts";

/** Counts the bars on which something was taken for a hold, and keeps the first of each kind. */
export class WarningTally {
  readonly #warnings = new Map<StrategyWarning["kind"], StrategyWarning>();

  /** @param detail asked for once a kind */
  count(kind: StrategyWarning["kind"], date: Day, detail: () => string): void {
    const known = this.#warnings.get(kind) ?? { kind, bars: 0, first: { date, detail: detail() } };
    this.#warnings.set(kind, { ...known, bars: known.bars + 1 });
  }

  of(kind: StrategyWarning["kind"]): StrategyWarning | null {
    return this.#warnings.get(kind) ?? null;
  }

  /** In the order in which they first came. */
  get all(): StrategyWarning[] {
    return [...this.#warnings.values()];
  }
}
