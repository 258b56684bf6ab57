import { describe, expect, it } from "vitest";
import { figuresIn } from "#core/audit/figures-in.ts";
import type { WrittenFigure } from "#core/audit/written-figure.ts";

/** A figure in a line: what is written = value, unit, currencies. */
function brief({ text, value, unit, currencies, period }: WrittenFigure): string {
  if (period !== null) return `${text} = ${period}`;
  const money = currencies.length === 0 ? "" : ` ${currencies.slice(0, 2).join("/")}`;
  return `${text} = ${value} ${unit}${money}`;
}

function read(text: string): string[] {
  return figuresIn(text).map(brief);
}

describe("money", () => {
  it.each([
    ["at $189.12 today", "$189.12 = 189.12 money USD/CAD"],
    ["at 189.12 USD.", "189.12 USD = 189.12 money USD"],
    ["at USD 189.12.", "USD 189.12 = 189.12 money USD"],
    ["at USD189.12", "USD189.12 = 189.12 money USD"],
    ["at US$1,234.50,", "US$1,234.50 = 1234.5 money USD"],
    ["at $189.12 USD now", "$189.12 USD = 189.12 money USD"],
    ["of €12.4bn in", "€12.4bn = 12400000000 money EUR"],
    ["of 12,4 Mrd € in", "12,4 Mrd € = 12400000000 money EUR"],
    ["£3.2m", "£3.2m = 3200000 money GBP"],
    ["14.69B USD", "14.69B USD = 14690000000 money USD"],
    ["14.69 B USD", "14.69 B USD = 14690000000 money USD"],
    ["$3.1 trillion", "$3.1 trillion = 3100000000000 money USD/CAD"],
    ["$3.1t", "$3.1t = 3100000000000 money USD/CAD"],
    ["a $3-billion deal", "$3-billion = 3000000000 money USD/CAD"],
    ["14.7 billion dollars", "14.7 billion dollars = 14700000000 money USD/CAD"],
    ["14.7 billion US dollars", "14.7 billion US dollars = 14700000000 money USD"],
    ["2.5 million euros", "2.5 million euros = 2500000 money EUR"],
    ["GBp 512.5", "GBp 512.5 = 512.5 money GBp"],
    ["512.5p", "512.5p = 512.5 money GBp"],
    ["512.5 GBp", "512.5 GBp = 512.5 money GBp"],
    ["GBX 512.5", "GBX 512.5 = 512.5 money GBp"],
    ["512.5 pence", "512.5 pence = 512.5 money GBp"],
    ["512.50 GBP", "512.50 GBP = 512.5 money GBP"],
    ["45 cents a share", "45 cents = 0.45 money USD/CAD"],
    ["¥2,931", "¥2,931 = 2931 money JPY/CNY"],
    ["JPY 2931", "JPY 2931 = 2931 money JPY"],
    ["474.78B JPY", "474.78B JPY = 474780000000 money JPY"],
    ["C$12.30", "C$12.30 = 12.3 money CAD"],
    ["A$12.30", "A$12.30 = 12.3 money AUD"],
    ["HK$12.30", "HK$12.30 = 12.3 money HKD"],
    ["Rs 1,23,456", "Rs 1,23,456 = 123456 money INR/PKR"],
    ["Rs. 120 crore", "Rs. 120 crore = 1200000000 money INR/PKR"],
    ["₹2,450.10", "₹2,450.10 = 2450.1 money INR"],
    ["CHF 98.20", "CHF 98.20 = 98.2 money CHF"],
    ["1’234.50 CHF", "1’234.50 CHF = 1234.5 money CHF"],
    ["1.234,50 EUR", "1.234,50 EUR = 1234.5 money EUR"],
    ["1 234,50 EUR", "234,50 EUR = 234.5 money EUR"],
    ["0.00001234 BTC", "0.00001234 BTC = 0.00001234 money BTC"],
    ["$.85 a share", "$.85 = 0.85 money USD/CAD"],
  ])("%j holds %j", (text, figure) => {
    expect(read(text).at(-1)).toBe(figure);
  });

  it("of one figure never lends its currency to the next", () => {
    expect(read("189.12 USD 5 x")).toEqual(["189.12 USD = 189.12 money USD", "5 x = 5 multiple"]);
    expect(read("EUR/USD 1.0854 and BTC-USD 848.06")).toEqual([
      "1.0854 = 1.0854 number",
      "848.06 = 848.06 number",
    ]);
    expect(read("1.0854 EUR/USD")).toEqual(["1.0854 = 1.0854 number"]);
  });
});

describe("a number", () => {
  it.each([
    ["1.2B", "1.2B = 1200000000 number"],
    ["450 million", "450 million = 450000000 number"],
    ["120k", "120k = 120000 number"],
    ["1,234", "1,234 = 1234 number"],
    ["1\u202f234", "1\u202f234 = 1234 number"],
    ["1\u00a0234\u00a0567.8", "1\u00a0234\u00a0567.8 = 1234567.8 number"],
    ["1.234.567", "1.234.567 = 1234567 number"],
    ["0,952", "0,952 = 0.952 number"],
    ["P/E of 28.9", "28.9 = 28.9 number"],
    ["RSI at 28.30", "28.30 = 28.3 number"],
    ["RSI (28)", "28 = 28 number"],
    ["the Nasdaq at 18,000", "18,000 = 18000 number"],
    ["**28.30**", "28.30 = 28.3 number"],
    ["`28.30`", "28.30 = 28.3 number"],
  ])("is read from %j as %j", (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe("percentages, points and multiples", () => {
  it.each([
    ["4.2%", "4.2% = 4.2 percent"],
    ["4.20 %", "4.20 % = 4.2 percent"],
    ["4,2 %", "4,2 % = 4.2 percent"],
    ["4.2 percent", "4.2 percent = 4.2 percent"],
    ["4.2 per cent", "4.2 per cent = 4.2 percent"],
    ["4.2 pct", "4.2 pct = 4.2 percent"],
    ["a 5-percent rise", "5-percent = 5 percent"],
    ["12,345.60 %", "12,345.60 % = 12345.6 percent"],
    ["0.17 percentage points", "0.17 percentage points = 0.17 percentage_points"],
    ["a 2-percentage-point rise", "2-percentage-point = 2 percentage_points"],
    ["0.17 pp", "0.17 pp = 0.17 percentage_points"],
    ["0.17pp", "0.17pp = 0.17 percentage_points"],
    ["3 ppts", "3 ppts = 3 percentage_points"],
    ["3 % points", "3 % points = 3 percentage_points"],
    ["25 bps", "25 bps = 0.25 percentage_points"],
    ["25bp", "25bp = 0.25 percentage_points"],
    ["25 basis points", "25 basis points = 0.25 percentage_points"],
    ["a 25-basis-point cut", "25-basis-point = 0.25 percentage_points"],
    ["28.9x", "28.9x = 28.9 multiple"],
    ["a reward to risk of 1.8 to 1.", "1.8 to 1 = 1.8 multiple"],
    ["a reward-to-risk ratio of 1.8:1", "1.8:1 = 1.8 multiple"],
    ["a 1.8-to-1 reward for the risk", "1.8-to-1 = 1.8 multiple"],
    ["28.9 ×", "28.9 × = 28.9 multiple"],
    ["28.9 times earnings", "28.9 times = 28.9 multiple"],
    ["15 times earnings", "15 times = 15 multiple"],
    ["beat them 3 times in a row", "3 = 3 number"],
  ])("%j holds %j", (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe("a sign", () => {
  it.each([
    ["fell -4.2 %", "-4.2 % = -4.2 percent", "-"],
    ["fell −4.2 %", "−4.2 % = -4.2 percent", "-"],
    ["fell –4.2 %", "–4.2 % = -4.2 percent", "-"],
    ["(-9.847 USD)", "-9.847 USD = -9.847 money USD", "-"],
    ["-$5.10", "-$5.10 = -5.1 money USD/CAD", "-"],
    ["$-5.10", "$-5.10 = -5.1 money USD/CAD", "-"],
    ["USD -5.10", "USD -5.10 = -5.1 money USD", "-"],
    ["**-4.2 %**", "-4.2 % = -4.2 percent", "-"],
    ["+4.2 %", "+4.2 % = 4.2 percent", "+"],
    ["+$3", "+$3 = 3 money USD/CAD", "+"],
    ["minus 4.2 %", "minus 4.2 % = -4.2 percent", "-"],
    ["a negative 1.2B USD", "negative 1.2B USD = -1200000000 money USD", "-"],
    ["~-4 %", "-4 % = -4 percent", "-"],
    ["| (1.2B) |", "(1.2B) = -1200000000 number", "-"],
    ["| ($1.2B) |", "($1.2B) = -1200000000 money USD/CAD", "-"],
    ["| (4.2 %) |", "(4.2 %) = -4.2 percent", "-"],
    ["a loss of $(1.2)B", "$(1.2)B = -1200000000 money USD/CAD", "-"],
    ["a loss of $(1.2B)", "$(1.2B) = -1200000000 money USD/CAD", "-"],
  ])("is read from %j as %j", (text, figure, sign) => {
    expect(read(text)).toEqual([figure]);
    expect(figuresIn(text)[0]?.sign).toBe(sign);
  });

  it.each([
    ["the market value (409.47B USD)", "409.47B USD = 409470000000 money USD"],
    ["growth - 4.2 % of it", "4.2 % = 4.2 percent"],
    ["growth — 4.2 % of it", "4.2 % = 4.2 percent"],
    ["growth—4.2 %", "4.2 % = 4.2 percent"],
    ["a move of +/-4 %", "4 % = 4 percent"],
    ["± 4 %", "4 % = 4 percent"],
    ["- 4.2 % growth", "4.2 % = 4.2 percent"],
  ])("is none in %j", (text, figure) => {
    expect(read(text)).toEqual([figure]);
    expect(figuresIn(text)[0]?.sign).toBeNull();
  });

  it("makes no zero negative", () => {
    expect(figuresIn("-0.00 %")[0]?.value).toBe(0);
  });
});

describe("a range", () => {
  it.each([
    ["180-190 USD", "180 = 180 money USD", "190 USD = 190 money USD"],
    ["$180–$190", "$180 = 180 money USD/CAD", "$190 = 190 money USD/CAD"],
    ["$180–190", "$180 = 180 money USD/CAD", "190 = 190 money USD/CAD"],
    ["$180 to 190", "$180 = 180 money USD/CAD", "190 = 190 money USD/CAD"],
    ["180 - 190 USD", "180 = 180 money USD", "190 USD = 190 money USD"],
    ["between 180 and 190 USD", "180 = 180 money USD", "190 USD = 190 money USD"],
    ["between 2000 and 2100 USD", "2000 = 2000 money USD", "2100 USD = 2100 money USD"],
    [
      "from 427.47 USD to 776.11 USD",
      "427.47 USD = 427.47 money USD",
      "776.11 USD = 776.11 money USD",
    ],
    ["1.2–1.4B", "1.2 = 1200000000 number", "1.4B = 1400000000 number"],
    [
      "$1.2-1.4 billion",
      "$1.2 = 1200000000 money USD/CAD",
      "1.4 billion = 1400000000 money USD/CAD",
    ],
    ["$500M–$1.2B", "$500M = 500000000 money USD/CAD", "$1.2B = 1200000000 money USD/CAD"],
    ["4-5 %", "4 = 4 percent", "5 % = 5 percent"],
    ["4%-5%", "4% = 4 percent", "5% = 5 percent"],
    ["4 to 5 percent", "4 = 4 percent", "5 percent = 5 percent"],
    ["-3 to -1 %", "-3 = -3 percent", "-1 % = -1 percent"],
    ["-3--1 %", "-3 = -3 percent", "-1 % = -1 percent"],
    ["15-20x", "15 = 15 multiple", "20x = 20 multiple"],
    ["30-40 bps", "30 = 0.3 percentage_points", "40 bps = 0.4 percentage_points"],
    ["rose 15.06 % to 57.30B USD", "15.06 % = 15.06 percent", "57.30B USD = 57300000000 money USD"],
    ["rose 5 % to 27.79", "5 % = 5 percent", "27.79 = 27.79 number"],
    ["fell from 46.68 to 28.30", "46.68 = 46.68 number", "28.30 = 28.3 number"],
    ["at 46.68 and 5 %", "46.68 = 46.68 number", "5 % = 5 percent"],
    ["2024–2026", "2024 = 2024", "2026 = 2026"],
  ])("is read from %j with what its ends share", (text, low, high) => {
    expect(read(text)).toEqual([low, high]);
  });

  it("counts the same at both ends", () => {
    expect(figuresIn("12.5M–13.0M shares").map(({ noun }) => noun)).toEqual(["shares", "shares"]);
  });

  it("is about right at both ends where it is hedged at the first", () => {
    expect(figuresIn("about 180 to 190 USD").map((figure) => figure.approximate)).toEqual([
      true,
      true,
    ]);
    expect(figuresIn("180 to 190 USD").map((figure) => figure.approximate)).toEqual([false, false]);
  });
});

describe("what is about right", () => {
  it.each([
    "about 5 %",
    "roughly 5 %",
    "around $5",
    "approximately 5 %",
    "approx. 5 %",
    "c. 5 %",
    "some 5 %",
    "nearly 5 %",
    "almost -5 %",
    "over 5 %",
    "over **5 %**",
    "more than 5 %",
    "less than USD 5",
    "fewer than 13 opinions",
    "under 5 %",
    "at least 5 %",
    "up to 5 %",
    "~5 %",
    "≈ 5 %",
    "> 5 %",
    "5 % or so",
    "$100+ a share",
    "more than three purchases",
    "over 80 days away",
  ])("is %j", (text) => {
    expect(figuresIn(text).map(({ approximate }) => approximate)).toEqual([true]);
  });

  it.each([
    "room up to 5 %",
    "the way up to 5 USD",
    "up 5 %",
    "at 5 %",
    "above 5 %",
    "to 5 %",
    "over three months 5 %",
    "less 5 %",
  ])("is not %j", (text) => {
    expect(figuresIn(text).map(({ approximate }) => approximate)).toEqual([false]);
  });
});

describe("a date", () => {
  it.each([
    ["on 2026-11-20,", "2026-11-20 = 2026-11-20"],
    ["at 2026-11-20T21:00:00Z.", "2026-11-20T21:00:00Z = 2026-11-20"],
    ["at 2026-11-20 21:00.", "2026-11-20 = 2026-11-20"],
    ["in 2026-11.", "2026-11 = 2026-11"],
    ["on 20 November 2026.", "20 November 2026 = 2026-11-20"],
    ["on the 20th of November, 2026", "20th of November, 2026 = 2026-11-20"],
    ["on Nov 20, 2026,", "Nov 20, 2026 = 2026-11-20"],
    ["on Nov. 20, 2026", "Nov. 20, 2026 = 2026-11-20"],
    ["on November 20 they", "November 20 = --11-20"],
    ["on 20 November they", "20 November = --11-20"],
    ["on 20–22 November 2026", "20–22 November 2026 = 2026-11-20"],
    ["on November 20-22, 2026", "November 20-22, 2026 = 2026-11-20"],
    ["in November 2026", "November 2026 = 2026-11"],
    ["in Q3 2026", "Q3 2026 = 2026-Q3"],
    ["in Q3 FY2026", "Q3 FY2026 = 2026-Q3"],
    ["in Q3 of fiscal 2026", "Q3 of fiscal 2026 = 2026-Q3"],
    ["in 2026-Q3", "2026-Q3 = 2026-Q3"],
    ["the third quarter of 2026", "third quarter of 2026 = 2026-Q3"],
    ["in FY2025", "FY2025 = 2025"],
    ["in FY25", "FY25 = 2025"],
    ["in fiscal 2025", "fiscal 2025 = 2025"],
    ["in fiscal year 2025", "fiscal year 2025 = 2025"],
    ["in 2025.", "2025 = 2025"],
    ["since mid-2025", "2025 = 2025"],
    ["the 2025 results", "2025 = 2025"],
  ])("is read from %j", (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  it.each([
    ["a close above 2025", "2025 = 2025 number"],
    ["2025 USD", "2025 USD = 2025 money USD"],
    ["$2,025", "$2,025 = 2025 money USD/CAD"],
    ["1950 shares", "1950 = 1950 number"],
    ["it may 5 %", "5 % = 5 percent"],
    ["in May 13 analysts left", "13 = 13 number"],
    ["In November 5 % of it", "5 % = 5 percent"],
  ])("is none in %j", (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });

  it("has no value and no step", () => {
    expect(figuresIn("2026-11-20")[0]).toMatchObject({
      unit: "date",
      value: Number.NaN,
      step: Number.NaN,
    });
  });
});

describe("a count", () => {
  it.each([
    ["13 opinions", "13", 13, "opinions"],
    ["13 analyst opinions", "13", 13, "opinions"],
    ["1,300 shares", "1,300", 1300, "shares"],
    ["1,300 ordinary shares", "1,300", 1300, "shares"],
    ["37.95M shares", "37.95M", 37_950_000, "shares"],
    ["37.95 M shares", "37.95 M", 37_950_000, "shares"],
    ["161,000 employees", "161,000", 161_000, "employees"],
    ["5535.82 points", "5535.82", 5535.82, "points"],
    ["8 strong buy ratings", "8", 8, "ratings"],
    ["1 upgrade", "1", 1, "upgrade"],
    ["one upgrade", "one", 1, "upgrade"],
    ["Three purchases", "Three", 3, "purchases"],
    ["twelve headlines", "twelve", 12, "headlines"],
    ["three insider sales", "three", 3, "sales"],
    ["five buy ratings", "five", 5, "ratings"],
    ["five analysts say buy", "five", 5, "analysts"],
    ["33.11 and falling", "33.11", 33.11, null],
    ["33.11 is high", "33.11", 33.11, null],
    ["33.11, shares", "33.11", 33.11, null],
  ])("is read from %j with its noun", (text, written, value, noun) => {
    expect(figuresIn(text)).toMatchObject([{ text: written, value, noun, unit: "number" }]);
  });

  it.each([
    "no upgrades",
    "no one buys",
    "three reasons",
    "three of six analysts are bearish",
    "two sell-side analysts",
    "five say buy",
    "one day in twenty",
    "two such days",
    "any one upgrade",
  ])("in words is none in %j", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("days", () => {
  it.each([
    ["earnings in 80 days", "80 days", 80],
    ["on 2027-02-09, in 80 days,", "80 days", 80],
    ["are 80 days away", "80 days", 80],
    ["is 1 day old", "1 day", 1],
    ["5 days old", "5 days", 5],
    ["of 149 days ago", "149 days", 149],
    ["80 calendar days away", "80 calendar days", 80],
    ["below it for 149 days", "149 days", 149],
    ["30 days until the report", "30 days", 30],
  ])("are a figure in %j", (text, written, value) => {
    const days = figuresIn(text).filter(({ unit }) => unit === "days");
    expect(days).toMatchObject([{ text: written, value, step: 1 }]);
  });

  it.each([
    "over the last 90 days",
    "in the last 30 days",
    "over 30 days",
    "a volatility of 30 days",
    "5 bars ago",
    "30 days ago",
  ])("are none in %j", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("and months in short name what stands beside them", () => {
    expect(read("1M −13.08 %, 3M 4.2 %")).toEqual([
      "−13.08 % = -13.08 percent",
      "4.2 % = 4.2 percent",
    ]);
    expect(read("from 3M – 5M")).toEqual(["3M = 3000000 number", "5M = 5000000 number"]);
  });

  it("after a measure say what it took", () => {
    expect(read("it lost 9.97 % in 44 days")).toEqual(["9.97 % = 9.97 percent"]);
  });
});

describe("no figure is", () => {
  it.each([
    "S&P 500",
    "**S&P 500**",
    "S&P-500",
    "Nasdaq 100",
    "Nasdaq-100",
    "Russell 2000",
    "Dow 30",
    "Dow Jones 30",
    "FTSE 100",
    "Nikkei 225",
    "Euro Stoxx 50",
    "RSI 14",
    "RSI(14)",
    "RSI (14)",
    "the 14-day RSI",
    "the 14 day RSI",
    "ATR 14",
    "ADX 14",
    "MFI 14",
    "EMA 10",
    "SMA 50",
    "the 50 SMA",
    "MACD (12, 26, 9)",
    "MACD(12,26,9)",
    "Bollinger bands (20, 2)",
    "sma_50 and rsi_14",
    "AAPL:sma_50.5_bars_ago",
    "income.annual.0.total_revenue",
    "the 50-day moving average",
    "the 200-day",
    "the 50- and 200-day averages",
    "the 50 and 200-day averages",
    "a 50/200 cross",
    "the low of 20 bars",
    "the 20-day range",
    "the 52-week high",
    "a 12-month target",
    "%K",
    "the 10-year yield",
    "the ten-year yield",
    "a 30-year bond",
    "a 10-K",
    "a 10-Q and an 8-K",
    "a 13F",
    "Form 4",
    "value at risk 95 %",
    "(value at risk 95 %)",
    "VaR (95%)",
    "the 95 % VaR",
    "the 95 % one-day VaR",
    "95% confidence",
    "over 3 months",
    "past 12 months",
    "5 bars ago",
    "the next 2 quarters",
    "a 1-year view",
    "3-6 months",
    "3 to 6 months",
    "3 of the last 4 quarters",
    "two weeks",
    "over 1w and 3m",
    "1. Growth",
    "> 2) Cash",
    "## 3. Risks",
    "### 2.1 Valuation",
    "a claim[^3]",
    "a claim [3]",
    "(1) growth and (2) cash",
    "first: 1) growth, 2) cash",
    "#1 in the market",
    "No. 1 in the market",
    "https://example.com/2026/11/20?id=77",
    "[a link](https://example.com/17)",
    "www.example.com/42.",
    "7203.T",
    "002032.SZ",
    "iPhone 17",
    "GPT-5",
    "H100",
    "Windows 11",
    "5G",
    "COVID-19",
    "24/7",
    "a risk to reward of 1:2.5",
    "a split of 4:1",
    "1.5 ATRs",
    "2x ATR",
    "2024/25",
    "v1.2.3",
    "192.168.0.1",
    "21:00",
    "at 9:30",
    "48 hours",
    "the 2nd and 3rd",
    "the 1980s",
    "Q3",
    "١٢٣ ④ ½",
  ])("%j", (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe("a figure after a name", () => {
  it.each([
    ["RSI 14 is 28.30", "28.30 = 28.3 number"],
    ["RSI(14) at 28", "28 = 28 number"],
    ["S&P 500, at 5535.82 points", "5535.82 = 5535.82 number"],
    ["value at risk 95 % of 2.32 %", "2.32 % = 2.32 percent"],
    ["VaR of 2.32 %", "2.32 % = 2.32 percent"],
    ["50-day average (562.54 USD)", "562.54 USD = 562.54 money USD"],
    ["1. Revenue of 5B", "5B = 5000000000 number"],
    ["## Market: bearish (0.78)", "0.78 = 0.78 number"],
    ["7203.T at 1662.90 JPY", "1662.90 JPY = 1662.9 money JPY"],
    ["95 % of the float", "95 % = 95 percent"],
  ])("is read from %j", (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe("the step", () => {
  it.each([
    ["4.20 %", 0.01],
    ["3.10B", 1e7],
    ["3B USD", 1e9],
    ["189", 1],
    ["0.0001234", 1e-7],
    ["25 bps", 0.01],
    ["2.5 bps", 0.001],
    ["45 cents", 0.01],
    ["1,234", 1],
  ])("of %s is %d", (text, step) => {
    expect(figuresIn(text)[0]?.step).toBe(step);
  });
});
