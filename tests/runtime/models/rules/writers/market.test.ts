import { describe, expect, it } from "vitest";
import { readClosing } from "#core/report.ts";
import {
  percent,
  points,
  reportOn,
  shares,
  strayNumbers,
  unknown,
  usd,
  type Values,
} from "../desk.ts";

const rising: Values = {
  "price.close": usd(120),
  "price.change_1d": percent(1.5),
  "price.change_1w": percent(3),
  "price.change_1m": percent(6),
  "price.change_3m": percent(12),
  "price.change_1y": percent(-4),
  "price.high_52w": usd(125),
  "price.from_high_52w": percent(-4),
  "price.support_20": usd(108),
  "price.resistance_20": usd(123),
  "price.volume": shares(6_000_000),
  "price.volume_average_20": shares(4_000_000),
  sma_50: usd(110),
  "sma_50.5_bars_ago": usd(108),
  sma_200: usd(100),
  "macd.line": usd(2),
  "macd.signal": usd(1.5),
  "macd.histogram": usd(0.5),
  "macd.histogram.5_bars_ago": usd(0.2),
  rsi_14: points(62),
  "rsi_14.5_bars_ago": points(55),
  adx_14: points(28),
  "bollinger.upper": usd(126),
  "bollinger.lower": usd(106),
  atr_14: usd(2.5),
  "atr_14.5_bars_ago": usd(3),
  obv: shares(90_000_000),
  "obv.5_bars_ago": shares(80_000_000),
  mfi_14: points(60),
};

const falling: Values = {
  ...rising,
  "price.close": usd(80),
  "price.change_1d": percent(-1.5),
  "price.change_1w": percent(-3),
  "price.change_1m": percent(-6),
  "price.change_3m": percent(-12),
  "price.high_52w": usd(125),
  "price.from_high_52w": percent(-36),
  "price.support_20": usd(79),
  "price.resistance_20": usd(92),
  sma_50: usd(90),
  "sma_50.5_bars_ago": usd(92),
  "macd.line": usd(-2),
  "macd.signal": usd(-1.5),
  "macd.histogram": usd(-0.5),
  "macd.histogram.5_bars_ago": usd(-0.2),
  rsi_14: points(38),
  "rsi_14.5_bars_ago": points(45),
  "bollinger.upper": usd(96),
  "bollinger.lower": usd(76),
  "atr_14.5_bars_ago": usd(2),
  obv: shares(70_000_000),
  mfi_14: points(40),
};

describe("market report", () => {
  it("phrases a rising series as rising", async () => {
    const report = await reportOn("market_analyst", rising);
    expect(report).toContain("The trend is up: at 120.00 USD");
    expect(report).toContain("20.00 % above its 200-day average (100.00 USD)");
    expect(report).toContain("10.00 % above the 200-day average and is rising");
    expect(report).toContain(
      "gained 6.00 % over one month and 12.00 % over three months and lost 4.00 % over one year",
    );
    expect(report).toContain("is above its signal line (1.50 USD), and the gap is widening");
    expect(report).toContain("up from 55.00 five bars ago");
    expect(report).toContain("On-balance volume has risen from 80.00M shares to 90.00M shares");
    expect(report).toContain("a close below 110.00 USD (the 50-day average)");
    expect(readClosing(report).stance).toBe("bullish");
  });

  it("phrases a falling series as falling", async () => {
    const report = await reportOn("market_analyst", falling);
    expect(report).toContain("The trend is down: at 80.00 USD");
    expect(report).toContain("20.00 % below its 200-day average (100.00 USD)");
    expect(report).toContain("10.00 % below the 200-day average and is falling");
    expect(report).toContain("is below its signal line (-1.50 USD), and the gap is widening");
    expect(report).toContain("down from 45.00 five bars ago");
    expect(report).toContain("On-balance volume has fallen from 80.00M shares to 70.00M shares");
    expect(report).toContain("36.00 % below its 52-week high of 125.00 USD");
    expect(report).toContain("a close above 90.00 USD (the 50-day average)");
    expect(readClosing(report).stance).toBe("bearish");
  });

  it("says but where the averages' order and direction disagree", async () => {
    const report = await reportOn("market_analyst", { ...rising, "sma_50.5_bars_ago": usd(112) });
    expect(report).toContain("10.00 % above the 200-day average but is falling");
  });

  it("says that a trend is mixed where the averages lie on both sides of the price", async () => {
    const report = await reportOn("market_analyst", { ...rising, sma_200: usd(150) });
    expect(report).toContain(
      "The trend is mixed: at 120.00 USD, the price stands 20.00 % below its 200-day average (150.00 USD) but 9.09 % above its 50-day average (110.00 USD)",
    );
  });

  it("states no figure that is neither a fact nor arithmetic on facts", async () => {
    const shareOfPrice = (2.5 / 120) * 100;
    const derived = [20, (120 / 110 - 1) * 100, 10, 50, 2.5, shareOfPrice];
    const report = await reportOn("market_analyst", rising);
    expect(strayNumbers(report, rising, derived)).toEqual([]);
    const down = [20, (80 / 90 - 1) * 100, 10, 50, 1.25, 15, (2.5 / 80) * 100];
    const fallen = await reportOn("market_analyst", falling);
    expect(strayNumbers(fallen, falling, down)).toEqual([]);
  });

  it("never states a distance with a minus sign", async () => {
    for (const values of [rising, falling]) {
      expect(await reportOn("market_analyst", values)).not.toMatch(/-\d+\.\d+ %/);
    }
  });

  it("names what is unknown with its reason, once, and is less confident", async () => {
    const { sma_200: _, ...rest } = rising;
    const values = { ...rest, rsi_14: unknown("needs 15 bars, has 12") };
    const report = await reportOn("market_analyst", values);
    expect(report).toContain("RSI 14 (needs 15 bars, has 12)");
    expect(report).toContain("the 200-day average (no fact given)");
    expect(report.match(/RSI 14/g)).toHaveLength(1);
    const [less, full] = [report, await reportOn("market_analyst", rising)].map(
      (one) => readClosing(one).confidence ?? 0,
    );
    expect(less).toBeLessThan(full ?? 0);
  });

  it("says once that no volume is reported where it is zero", async () => {
    const none = { "price.volume": shares(0), "price.volume_average_20": shares(0) };
    const report = await reportOn("market_analyst", { ...rising, ...none });
    expect(report).toContain("No volume is reported");
    expect(report).not.toContain("On-balance");
  });

  it("holds 150 to 350 words on full facts", async () => {
    for (const values of [rising, falling]) {
      const words = (await reportOn("market_analyst", values)).split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(150);
      expect(words).toBeLessThanOrEqual(350);
    }
  });
});
