import { existsSync, readFileSync } from "node:fs";
import type { Candle } from "#core/candle.ts";
import { addDays } from "#core/day.ts";

/** Bars whose open, high, low and close are all the given price. */
export function barsOf(closes: readonly number[], volumes: readonly number[] = []): Candle[] {
  return closes.map((close, i) => bar(i, { high: close, low: close, close, volume: volumes[i] }));
}

/** Bars of the given closes with high and low one above and below. */
export function rangedBars(closes: readonly number[]): Candle[] {
  return closes.map((close, i) => bar(i, { high: close + 1, low: close - 1, close }));
}

export function flatBars(count: number, price = 10): Candle[] {
  return barsOf(new Array<number>(count).fill(price));
}

/** A walk without drift, the same for the same seed, with unchanged days and days without volume. */
export function walk(count: number, seed = 7): Candle[] {
  const random = randomFrom(seed);
  let close = 100;
  return Array.from({ length: count }, (_, i) => {
    const open = close;
    const still = random() < 0.04;
    if (!still) close *= 1 + (random() - 0.5) / 20;
    const high = still ? open : Math.max(open, close) * (1 + random() / 50);
    const low = still ? open : Math.min(open, close) * (1 - random() / 50);
    const volume = random() < 0.03 ? 0 : Math.round(1e6 * random());
    return { ...bar(i, { high, low, close, volume }), open };
  });
}

/** A real history of 3,303 bars that lies beside the repository on some machines; null elsewhere. */
export function teslaBars(): Candle[] | null {
  const file = new URL(
    "../../../../shared/data/ohlcv/TSLA_daily_2010-2023_yahoo.csv",
    import.meta.url,
  );
  if (!existsSync(file)) return null;
  const [, ...rows] = readFileSync(file, "utf8").trim().split("\n");
  return rows.map((row) => {
    const [date = "", ...cells] = row.split(",");
    const [open = 0, high = 0, low = 0, close = 0, adjustedClose = 0, volume = 0] =
      cells.map(Number);
    return { date, open, high, low, close, adjustedClose, volume };
  });
}

function bar(
  i: number,
  {
    high,
    low,
    close,
    volume = 100,
  }: Pick<Candle, "high" | "low" | "close"> & { volume?: number | undefined },
): Candle {
  const date = addDays("2020-01-01", i);
  return { date, open: close, high, low, close, adjustedClose: close, volume };
}

/** The generator known as mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
