import { describe, expect, it } from "vitest";
import { readClosing } from "#core/report.ts";
import {
  count,
  headline,
  percent,
  reportOn,
  shares,
  strayNumbers,
  text,
  usd,
  type Values,
} from "../desk.ts";

function opinions(month: number, counts: readonly number[]): Values {
  const grades = ["strong_buy", "buy", "hold", "sell", "strong_sell"];
  return Object.fromEntries(
    grades.map((grade, index) => [`recommendations.${month}.${grade}`, count(counts[index] ?? 0)]),
  );
}

const warm: Values = {
  ...opinions(0, [14, 16, 8, 1, 0]),
  ...opinions(3, [8, 14, 14, 3, 0]),
  "ratings.upgrades_90d": count(3),
  "ratings.downgrades_90d": count(0),
  "ratings.0": text("Some Bank: Hold -> Buy (upgrade)"),
  "stats.target_price_mean": usd(120),
  "stats.target_price_low": usd(90),
  "stats.target_price_high": usd(150),
  "quote.price": usd(100),
  "insider.buys_6m": count(2),
  "insider.sells_6m": count(1),
  "insider.shares_bought_6m": shares(5000),
  "insider.shares_sold_6m": shares(1000),
  "stats.shares_short_of_float": percent(1.2),
  "news.0": headline("Acme beats estimates"),
};

describe("sentiment report", () => {
  it("is bullish where opinions grow warmer and the target lies above the price", async () => {
    const report = await reportOn("sentiment_analyst", warm);
    expect(report).toContain("of 39 opinions, 30 say buy or strong buy, eight hold and one sell");
    expect(report).toContain(
      "Opinions have grown warmer: three months ago, 22 of 39 said buy and three said sell",
    );
    expect(report).toContain("three upgrades and no downgrades");
    expect(report).toContain("lies 20.00 % above the price of 100.00 USD");
    expect(report).toContain("two purchases (5000 shares) and one sale (1000 shares)");
    expect(readClosing(report).stance).toBe("bullish");
    expect(strayNumbers(report, warm, [20, 39, 30, 22])).toEqual([]);
  });

  it("is bearish where opinions grow cooler and the target lies below the price", async () => {
    const report = await reportOn("sentiment_analyst", {
      ...warm,
      ...opinions(0, [1, 3, 12, 10, 4]),
      "ratings.upgrades_90d": count(0),
      "ratings.downgrades_90d": count(1),
      "stats.target_price_mean": usd(80),
      "insider.buys_6m": count(0),
      "insider.shares_bought_6m": shares(0),
      "stats.shares_short_of_float": percent(18),
      "news.0": headline("Acme misses estimates"),
    });
    expect(report).toContain("Opinions have grown cooler");
    expect(report).toContain("no upgrades and one downgrade");
    expect(report).toContain("lies 20.00 % below the price of 100.00 USD");
    expect(report).toContain("no purchases and one sale (1000 shares)");
    expect(readClosing(report).stance).toBe("bearish");
  });

  it("judges a change of opinion by the same counts that it cites", async () => {
    const change = async (then: readonly number[], now: readonly number[]) => {
      const values = { ...opinions(3, then), ...opinions(0, now) };
      return /Opinions have[^.]*/.exec(await reportOn("sentiment_analyst", values))?.[0];
    };
    expect(await change([1, 0, 8, 6, 0], [0, 2, 5, 8, 0])).toBe(
      "Opinions have grown cooler: three months ago, one of 15 said buy and six said sell",
    );
    // Fewer say strong buy, which no cited count shows.
    expect(await change([4, 0, 6, 0, 0], [0, 4, 6, 0, 0])).toContain("hardly moved");
    expect(await change([0, 5, 5, 0, 0], [0, 10, 0, 0, 0])).toContain("grown warmer");
  });

  it("calls headlines balanced where as many read well as badly", async () => {
    const report = await reportOn("sentiment_analyst", {
      "news.0": headline("Acme beats estimates"),
      "news.1": headline("Acme misses estimates"),
    });
    expect(report).toContain("The headlines are balanced: of two headlines, one reads well");
  });

  it("leaves headlines to the news report where there is nothing else to go by", async () => {
    const report = await reportOn("sentiment_analyst", { "news.0": headline("Up") }, "GC=F");
    expect(report).toContain("the news report weighs them");
    expect(readClosing(report)).toMatchObject({ stance: "neutral", confidence: 0 });
  });

  it("sets no target against a price that is not given or in another currency", async () => {
    const pence = { value: 8000, unit: "currency", currency: "GBp" } as const;
    const { "quote.price": _, ...rest } = warm;
    for (const values of [rest, { ...rest, "quote.price": pence }]) {
      const report = await reportOn("sentiment_analyst", values);
      expect(report).toContain("with no price among the facts to set it against");
    }
  });

  it("says once of an index what it goes without, by its ticker alone", async () => {
    const report = await reportOn(
      "sentiment_analyst",
      { "news.0": warm["news.0"] ?? text("") },
      "^GSPC",
    );
    expect(report).toContain("^GSPC is an index and not a company's stock");
    expect(report).not.toContain("Not known");
  });
});
