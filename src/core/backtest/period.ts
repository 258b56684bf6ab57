/** Some of a run's bars by their places, `to` left out. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * A period's part of a column of values at the close, with the close before it, from which it starts.
 * That of the first bar has none before it: nothing is filled there, so its equity is the cash.
 */
export function withStart<T>(column: readonly T[], { from, to }: Period): T[] {
  return column.slice(Math.max(from - 1, 0), to);
}

/** Simple returns from close to close, as fractions; 0 where there was nothing left to move. */
export function returnsOf(
  equity: readonly number[],
  period: Period = { from: 0, to: equity.length },
): number[] {
  const values = withStart(equity, period);
  return values.slice(1).map((value, place) => {
    const before = values[place] ?? Number.NaN;
    return before === 0 ? 0 : value / before - 1;
  });
}
