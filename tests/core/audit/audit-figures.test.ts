import { beforeAll, describe, expect, it } from "vitest";
import type { AuditedFigure } from "#core/audit/audit.ts";
import { auditSchema } from "#core/audit/audit.ts";
import { auditFigures } from "#core/audit/audit-figures.ts";
import { growthOf } from "../../helpers/growth.ts";
import { type Desk, openDesks } from "./figures/desks.ts";
import { fact } from "./figures/fact.ts";

const facts = [
  fact("price.close", "Last close", 479.23, "currency"),
  fact("price.change_1m", "Change over 1 month", -13.0802, "percent"),
  fact("price.change_3m", "Change over 3 months", -10.4635, "percent"),
  fact("price.change_1y", "Change over 1 year", 6.2649, "percent"),
  fact("price.from_high_52w", "Distance from the 52-week high", -25.4198, "percent"),
  fact("price.high_52w", "52-week high", 642.57, "currency"),
  fact("price.last_day", "Last bar's day", "2026-11-20", "date"),
  fact("sma_50", "SMA (50)", 527.1215, "currency"),
  fact("sma_200", "SMA (200)", 562.5433, "currency"),
  fact("rsi_14", "RSI (14)", 28.3012, "points"),
  fact("rsi_14.5_bars_ago", "RSI (14), 5 bars ago", 46.6759, "points"),
  fact("adx_14", "ADX (14)", 27.7863, "points"),
  fact("atr_14", "ATR (14)", 10.2603, "currency"),
  fact("macd.line", "MACD line (12, 26, 9)", -9.847, "currency"),
  fact("stats.market_cap", "Market value", 409_468_716_055, "currency"),
  fact("stats.trailing_pe", "Price to earnings, trailing", 28.9215, "multiple"),
  fact("stats.forward_pe", "Price to earnings, forward", 28.1403, "multiple"),
  fact("stats.total_cash", "Total cash", 4_955_511_363, "currency"),
  fact("stats.total_debt", "Total debt", 2_392_889_830, "currency"),
  fact(
    "income.annual.0.total_revenue",
    "Total revenue, year to 2025-12-31",
    57_302_620_708,
    "currency",
    "2025-12-31",
  ),
  fact(
    "income.annual.1.total_revenue",
    "Total revenue, year to 2024-12-31",
    49_802_839_795,
    "currency",
    "2024-12-31",
  ),
  fact(
    "income.annual.0.net_income",
    "Net income, year to 2025-12-31",
    13_272_598_822,
    "currency",
    "2025-12-31",
  ),
  fact(
    "income.annual.1.net_income",
    "Net income, year to 2024-12-31",
    10_809_399_768,
    "currency",
    "2024-12-31",
  ),
  fact(
    "income.quarterly.0.total_revenue",
    "Total revenue, quarter to 2026-09-30",
    16_486_854_215,
    "currency",
    "2026-09-30",
  ),
  fact("calendar.next_earnings", "Next earnings report", "2027-02-09", "date"),
  fact("recommendations.0.strong_buy", "Analysts saying strong buy, now", 1, "count"),
  fact("recommendations.0.buy", "Analysts saying buy, now", 4, "count"),
  fact("recommendations.0.hold", "Analysts saying hold, now", 7, "count"),
  fact("recommendations.0.sell", "Analysts saying sell, now", 1, "count"),
  fact("recommendations.0.strong_sell", "Analysts saying strong sell, now", 0, "count"),
  fact(
    "macro.ten_year.change_3m",
    "US ten-year yield, change over 3 months",
    -0.17,
    "points",
    "2026-11-20",
    "percentage points, from 2026-08-21",
  ),
  fact("news.0", "Headline", "Acme (demo) loses 9.97 % in a week of invented trading", "text"),
  fact("desk.market.confidence", "Confidence of the market analyst", 0.78, "points"),
  fact("price.resistance_20", "Highest high of 20 bars", 560.56, "currency"),
  fact("risk.value_at_risk_95", "One-day value at risk, 95 %, historical", 2.3201, "percent"),
  fact("desk.plan.entry", "Plan's entry", 479.23, "currency"),
  fact("desk.plan.stop", "Plan's stop", 499.75, "currency"),
  fact("desk.plan.target", "Plan's target", 430.1, "currency"),
  fact("desk.plan.size", "Size of the plan", 6.4, "percent"),
  fact("desk.neutral_reviewer.1.size", "Size that the neutral reviewer would take", 8.1, "percent"),
];

/** The audit of the one figure that stands between brackets. */
function audited(marked: string, where = "decision.thesis"): AuditedFigure {
  const at = marked.indexOf("[");
  const text = marked.replace(/[[\]]/g, "");
  const found = auditFigures([{ where, text }], facts).items.find((item) => item.at === at);
  if (found === undefined) throw new Error(`no figure at ${at} of ${text}`);
  return found;
}

describe("a figure is sourced", () => {
  it.each([
    ["The price stands at [479.23 USD].", "price.close"],
    ["The price stands at [$479].", "price.close"],
    ["RSI 14 is [28.30], oversold.", "rsi_14"],
    ["Its market value is [409.47B USD].", "stats.market_cap"],
    ["Its market value is about [$410 billion].", "stats.market_cap"],
    ["The stock has lost [13.08 %] over one month.", "price.change_1m"],
    ["It costs [28.1x] forward earnings.", "stats.forward_pe"],
    ["The MACD line is [-9.847 USD].", "macd.line"],
    ["The ten-year yield fell by [17 basis points] over three months.", "macro.ten_year.change_3m"],
    ["Revenue in the year to [2025-12-31] grew.", "income.annual.0.total_revenue"],
    ["Earnings are due on [2027-02-09].", "calendar.next_earnings"],
    ["“Acme (demo) loses [9.97 %] in a week of invented trading” leads the news.", "news.0"],
    ["The market analyst ([0.78]) leans bearish.", "desk.market.confidence"],
    ["RSI 14 is 28.30, down from [46.68] five bars ago.", "rsi_14.5_bars_ago"],
    ["| RSI (14) | [28.3] |", "rsi_14"],
    ["Remember [409.47B USD].", "stats.market_cap"],
    ["The way from [479.23 USD] to the target at 430.10 USD is short.", "price.close"],
    ["Entry at 479.23 USD, stop at [499.75 USD], target at 430.10 USD.", "desk.plan.stop"],
    [
      "The neutral reviewer would take [8.1 %] and says “RSI is 28.30”.",
      "desk.neutral_reviewer.1.size",
    ],
    ["The neutral reviewer, who takes 8.1 %, says “the RSI of [28.30] is low”.", "rsi_14"],
  ])("%s", (marked, path) => {
    expect(audited(marked)).toMatchObject({
      status: "sourced",
      factId: `ACME:${path}`,
      derivation: null,
      nearest: null,
      problem: null,
    });
  });
});

describe("a figure is derived", () => {
  it.each([
    [
      "The price stands [14.81 %] below its 200-day average.",
      "(ACME:price.close / ACME:sma_200 - 1) x 100",
    ],
    [
      "Revenue grew [15.06 %] to 57.30B USD.",
      "(ACME:income.annual.0.total_revenue / ACME:income.annual.1.total_revenue - 1) x 100",
    ],
    ["Net cash is [2.56B USD].", "ACME:stats.total_cash - ACME:stats.total_debt"],
    [
      "The net margin is [23.16 %].",
      "ACME:income.annual.0.net_income / ACME:income.annual.0.total_revenue x 100",
    ],
    [
      "From the close of 479.23 USD there is [16.97 %] of room up to 560.56 USD, the high of 20 bars.",
      "(ACME:price.resistance_20 / ACME:price.close - 1) x 100",
    ],
    [
      "The way from 479.23 USD to the target at 430.10 USD is [10.25 %], and to the stop 4.28 %.",
      "(ACME:desk.plan.target / ACME:price.close - 1) x 100",
    ],
    [
      "We sell at 479.23 USD, with the stop at 499.75 USD for a loss of [4.28 %].",
      "(ACME:desk.plan.stop / ACME:desk.plan.entry - 1) x 100",
    ],
    ...["[2.39]", "[2.39x]", "[2.39 to 1]", "[2.39:1]"].map((ratio) => [
      `That is a reward to risk of ${ratio}.`,
      "(ACME:desk.plan.target - ACME:desk.plan.entry) / (ACME:desk.plan.entry - ACME:desk.plan.stop)",
    ]),
    [
      "The value at risk is 2.32 %. With 6.4 % of a portfolio in it, that is [0.15 %] of the whole.",
      "ACME:desk.plan.size x ACME:risk.value_at_risk_95 / 100",
    ],
    ["A usual day spans [2.14 %] of the price (ATR 14).", "ACME:atr_14 / ACME:price.close x 100"],
    ["Two such days (ATR 14) are [20.52 USD].", "2 x ACME:atr_14"],
    [
      "[5] of 13 analysts say buy or strong buy.",
      "ACME:recommendations.0.strong_buy + ACME:recommendations.0.buy",
    ],
    [
      "A fall from 46.68 to 28.30 takes RSI [18.37] points down.",
      "ACME:rsi_14 - ACME:rsi_14.5_bars_ago",
    ],
  ])("%s", (marked, derivation) => {
    expect(audited(marked)).toMatchObject({ status: "derived", derivation, problem: null });
  });
});

describe("a figure is unsourced", () => {
  it.each([
    ["RSI 14 is [29.30].", "rsi_14", "RSI (14) is 28.30"],
    ["RSI 14 is [27.79].", "rsi_14", "RSI (14) is 28.30"],
    ["The reward to risk is [0.42].", "desk.plan.target", "Reward to risk is 2.39x"],
    [
      "From the close of 479.23 USD there is [16.97 %] of room down to 560.56 USD, the high of 20 bars.",
      "price.resistance_20",
      "direction: Last close from Highest high of 20 bars is 16.97 %",
    ],
    ["The price stands at [479.23 EUR].", "price.close", "currency: Last close is 479.23 USD"],
    [
      "The stock has gained [13.08 %] over one month.",
      "price.change_1m",
      "direction: Change over 1 month is -13.08 %",
    ],
    [
      "The stock has lost [13.08 %] over three months.",
      "price.change_1m",
      "period: Change over 1 month is -13.08 %",
    ],
    [
      "The MACD line is [9.847 USD].",
      "macd.line",
      "direction: MACD line (12, 26, 9) is -9.847 USD",
    ],
    [
      "In the year to 2024-12-31 revenue was [57.30B USD].",
      "income.annual.0.total_revenue",
      "period: Total revenue, year to 2025-12-31 is 57.30B USD",
    ],
    [
      "The forward P/E is [28.14 %].",
      "stats.forward_pe",
      "unit: Price to earnings, forward is 28.14x",
    ],
    ["Its market value is [409.47M USD].", "stats.market_cap", "Market value is 409.47B USD"],
    [
      "Earnings are due on [2027-02-19].",
      "calendar.next_earnings",
      "Next earnings report is 2027-02-09",
    ],
  ])("%s", (marked, path, problem) => {
    expect(audited(marked)).toEqual({
      figure: marked.slice(marked.indexOf("[") + 1, marked.indexOf("]")),
      where: "decision.thesis",
      at: marked.indexOf("["),
      status: "unsourced",
      factId: null,
      derivation: null,
      nearest: `ACME:${path}`,
      problem,
    });
  });

  it("where nothing is named and many facts could have it by chance", () => {
    expect(audited("Remember [28].").status).toBe("unsourced");
  });
});

describe("what a sentence does not say plainly is not held against it", () => {
  it.each([
    "A fall of [25.42 %] from its 52-week high would be a worry.",
    "The price is [25.42 %] below its 52-week high.",
    "It would have to rise [34.08 %] to reach its 52-week high.",
    "A close above [527.12 USD] (the 50-day average) would change this.",
  ])("%s", (marked) => {
    expect(audited(marked).status).not.toBe("unsourced");
  });
});

describe("a price to act by", () => {
  it.each([
    ["[479.23 USD]", "sourced", null],
    ["[458.71 USD]", "derived", "ACME:price.close - 2 x ACME:atr_14"],
    ["[455.00 USD]", "unsourced", null],
  ])("of %s is %s", (marked, status, derivation) => {
    expect(audited(marked, "decision.levels.stop")).toMatchObject({ status, derivation });
  });
});

describe("facts of two symbols", () => {
  const of = (symbol: string, close: number, low: number, cash: number) =>
    [
      fact("price.close", "Last close", close, "currency"),
      fact("price.support_20", "Lowest low of 20 bars", low, "currency"),
      fact("stats.free_cash_flow", "Free cash flow", cash, "currency"),
      fact("stats.market_cap", "Market value", 60_000_000_000, "currency"),
    ].map((one) => ({ ...one, id: `${symbol}:${one.path}` }));
  const both = [...of("ACME", 100, 98, 3_000_000_000), ...of("EMCA", 50, 45, 9_000_000_000)];

  it.each([
    ["The low of 20 bars (support) lies 10.00 % down at 45.00 USD.", "derived"],
    ["The low of 20 bars (support) lies 2.00 % down at 98.00 USD.", "derived"],
    ["The low of 20 bars (support) lies 5.00 % down at 45.00 USD.", "unsourced"],
    ["Free cash flow of 9.00B USD is 15.00 % of the market value (60.00B USD).", "derived"],
  ])("are not mixed in what follows from them: %s", (text, status) => {
    const { items } = auditFigures([{ where: "thesis", text }], both);
    expect(items.find(({ figure }) => figure.endsWith("%"))?.status).toBe(status);
  });
});

describe("auditFigures", () => {
  let desks: readonly Desk[] = [];

  beforeAll(async () => {
    desks = await openDesks();
  });

  it("counts what it finds, in the schema's form and the text's order", () => {
    const passages = [
      { where: "market", text: "RSI 14 is 28.30 and ADX 14 is 27.79; the P/E is 31x." },
      { where: "bull_researcher.1", text: "The price stands 14.81 % below its 200-day average." },
    ];
    const audit = auditSchema.parse(auditFigures(passages, facts));
    expect(audit).toMatchObject({ figures: 4, sourced: 2, derived: 1, unsourced: 1 });
    expect(audit.items.map(({ where, figure }) => [where, figure])).toEqual([
      ["market", "28.30"],
      ["market", "27.79"],
      ["market", "31x"],
      ["bull_researcher.1", "14.81 %"],
    ]);
  });

  it("marks every figure where there are no facts", () => {
    const audit = auditFigures([{ where: "market", text: "RSI is 28.3, up 4.2 %." }], []);
    expect(audit).toMatchObject({ figures: 2, unsourced: 2 });
  });

  it("reads any text without throwing", () => {
    const hostile = [
      "",
      "|".repeat(3000),
      "1 ".repeat(3000),
      `${"RSI ".repeat(2000)}28.30`,
      "“".repeat(2000),
      "$".repeat(2000),
      "\ud800 4.2 % \udfff",
      "the price ".repeat(500) + "4.2 % ".repeat(500),
      "NaN Infinity -0 1e999 0x10 9".concat("9".repeat(400)),
      `4.2 %\u0000\u202e${"\n".repeat(2000)}`,
    ];
    for (const text of hostile) {
      const { figures, items } = auditFigures([{ where: "decision.thesis", text }], facts);
      expect(items).toHaveLength(figures);
    }
  });

  it("takes no more than its share of time for ten times the text", () => {
    const [desk] = desks;
    const sentence =
      "The price stands 14.81 % below its 200-day average (562.54 USD), RSI 14 is 28.30 and revenue grew 15.06 % to 57.30B USD in the year to 2025-12-31.\n";
    const passages = (times: number) => [{ where: "market", text: sentence.repeat(times) }];
    const [little, much] = [passages(70), passages(700)];
    const bound = { atMost: 20, slackMs: 0 };
    const growth = growthOf((tenfold) => {
      auditFigures(tenfold ? much : little, desk?.facts ?? []);
    }, bound);
    expect(growth).toBeLessThanOrEqual(bound.atMost);
  });
});
