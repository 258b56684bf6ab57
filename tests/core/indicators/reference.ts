import type { Candle } from "#core/candle.ts";

type Series = (number | null)[];
type Reference = (candles: readonly Candle[]) => Record<string, Series>;

/**
 * Each indicator from its textbook formula, as plainly as it can be put and without a library:
 * what the real ones are held against.
 */
export const references: Record<string, Reference> = {
  sma_50: (candles) => ({ sma_50: rolling(closes(candles), 50, mean) }),
  sma_200: (candles) => ({ sma_200: rolling(closes(candles), 200, mean) }),
  ema_10: (candles) => ({ ema_10: smoothed(closes(candles), 10, 2 / 11) }),
  macd: (candles) => {
    const fast = smoothed(closes(candles), 12, 2 / 13);
    const slow = smoothed(closes(candles), 26, 2 / 27);
    const line = combine(fast, slow, (a, b) => a - b);
    const signal = smoothed(line, 9, 2 / 10);
    const histogram = combine(line, signal, (a, b) => a - b);
    return { "macd.line": line, "macd.signal": signal, "macd.histogram": histogram };
  },
  rsi_14: (candles) => {
    const gains = smoothed(
      changes(candles, (now, before) => Math.max(0, now.close - before.close)),
      14,
      1 / 14,
    );
    const falls = smoothed(
      changes(candles, (now, before) => Math.max(0, before.close - now.close)),
      14,
      1 / 14,
    );
    return { rsi_14: combine(gains, falls, (up, down) => (100 * up) / (up + down)) };
  },
  bollinger: (candles) => {
    const middle = rolling(closes(candles), 20, mean);
    const deviation = rolling(closes(candles), 20, (window) =>
      Math.sqrt(mean(window.map((x) => (x - mean(window)) ** 2))),
    );
    return {
      "bollinger.upper": combine(middle, deviation, (m, d) => m + 2 * d),
      "bollinger.middle": middle,
      "bollinger.lower": combine(middle, deviation, (m, d) => m - 2 * d),
    };
  },
  atr_14: (candles) => ({ atr_14: smoothed(changes(candles, trueRange), 14, 1 / 14) }),
  adx_14: (candles) => {
    const range = smoothed(changes(candles, trueRange), 14, 1 / 14);
    const up = smoothed(
      changes(candles, (now, before) => directional(now.high - before.high, before.low - now.low)),
      14,
      1 / 14,
    );
    const down = smoothed(
      changes(candles, (now, before) => directional(before.low - now.low, now.high - before.high)),
      14,
      1 / 14,
    );
    const plus = combine(up, range, (movement, size) => (100 * movement) / size);
    const minus = combine(down, range, (movement, size) => (100 * movement) / size);
    const dx = combine(plus, minus, (p, m) => (100 * Math.abs(p - m)) / (p + m));
    return { adx_14: smoothed(dx, 14, 1 / 14) };
  },
  stochastic: (candles) => {
    const highest = rolling(
      candles.map((candle) => candle.high),
      14,
      (window) => Math.max(...window),
    );
    const lowest = rolling(
      candles.map((candle) => candle.low),
      14,
      (window) => Math.min(...window),
    );
    const range = combine(highest, lowest, (high, low) => high - low);
    const height = combine(closes(candles), lowest, (close, low) => close - low);
    const k = combine(height, range, (part, whole) => (100 * part) / whole);
    return { "stochastic.k": k, "stochastic.d": rolling(k, 3, mean) };
  },
  obv: (candles) => {
    let total = 0;
    return {
      obv: changes(candles, (now, before) => {
        total += Math.sign(now.close - before.close) * now.volume;
        return total;
      }),
    };
  },
  mfi_14: (candles) => {
    const flows = changes(
      candles,
      (now, before) => Math.sign(typical(now) - typical(before)) * typical(now) * now.volume,
    );
    const inward = rolling(flows, 14, (window) => sum(window.filter((flow) => flow > 0)));
    const outward = rolling(flows, 14, (window) => -sum(window.filter((flow) => flow < 0)));
    return { mfi_14: combine(inward, outward, (plus, minus) => (100 * plus) / (plus + minus)) };
  },
  vwma_20: (candles) => {
    const traded = rolling(
      candles.map(({ close, volume }) => close * volume),
      20,
      sum,
    );
    const volume = rolling(
      candles.map((candle) => candle.volume),
      20,
      sum,
    );
    return { vwma_20: combine(traded, volume, (value, shares) => value / shares) };
  },
};

function closes(candles: readonly Candle[]): number[] {
  return candles.map((candle) => candle.close);
}

function typical({ high, low, close }: Candle): number {
  return (high + low + close) / 3;
}

function trueRange(now: Candle, before: Candle): number {
  return Math.max(now.high, before.close) - Math.min(now.low, before.close);
}

function directional(move: number, opposite: number): number {
  return move > opposite && move > 0 ? move : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function changes(
  candles: readonly Candle[],
  between: (now: Candle, before: Candle) => number,
): Series {
  return candles.map((now, i) => {
    const before = candles[i - 1];
    return before === undefined ? null : between(now, before);
  });
}

function combine(a: Series, b: Series, join: (a: number, b: number) => number): Series {
  return a.map((left, i) => {
    const right = b[i] ?? null;
    return left === null || right === null ? null : join(left, right);
  });
}

/** `measure` of each window of `count` values; null while the window reaches a null. */
function rolling(values: Series, count: number, measure: (window: number[]) => number): Series {
  return values.map((_, i) => {
    const window = values
      .slice(Math.max(0, i - count + 1), i + 1)
      .filter((value) => value !== null);
    return window.length < count ? null : measure(window);
  });
}

/** An exponential average that starts as the mean of the first `count` values. */
function smoothed(values: Series, count: number, weight: number): Series {
  const start = values.findIndex((value) => value !== null) + count - 1;
  const seed = rolling(values, count, mean)[start] ?? null;
  let average = seed;
  return values.map((value, i) => {
    if (i < start || average === null || value === null) return null;
    if (i > start) average = (1 - weight) * average + weight * value;
    return average;
  });
}
