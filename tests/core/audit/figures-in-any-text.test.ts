import { describe, expect, it } from "vitest";
import { figuresIn } from "#core/audit/figures-in.ts";
import { periodsIn } from "#core/audit/periods-in.ts";
import { figure } from "#core/figure.ts";
import { seededRandom } from "#runtime/market-data/demo/random.ts";
import { growthOf } from "../../helpers/growth.ts";

/** What is not as it must be of every text: an empty list. */
function faultsOf(text: string): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(`${fault} in ${JSON.stringify(text.slice(0, 200))}`);
  };
  let end = 0;
  for (const { at, text: written, sentence, value, unit, step, currencies, period } of figuresIn(
    text,
  )) {
    check(at >= end, "an overlap");
    end = at + written.length;
    check(written !== "" && text.slice(at, end) === written, "a figure out of its place");
    check(sentence.from <= at && sentence.to >= end, "a figure out of its sentence");
    check(Number.isFinite(value) === (unit !== "date"), "a value");
    check(Number.isNaN(step) === (unit === "date"), "a step");
    check((period !== null) === (unit === "date"), "a period");
    check(currencies.length > 0 === (unit === "money"), "a currency");
  }
  end = 0;
  for (const { at, text: written } of periodsIn(text)) {
    check(at >= end, "an overlap of periods");
    end = at + written.length;
    check(text.slice(at, end) === written, "a period out of its place");
  }
  return faults;
}

const LEADS = [
  "It stands at",
  "The price (",
  "Rose about",
  "fell from",
  "**Growth.** Up",
  "| x |",
  "between",
] as const;
const TAILS = [
  ".",
  ", the",
  " over three months.",
  ") now",
  " to 5 %",
  "-7",
  " and 190 USD",
  "\n- next",
  "** is",
] as const;
const UNITS = ["currency", "percent", "multiple", "points", "shares", "count", "days"] as const;
const CURRENCIES = ["USD", "EUR", "GBp", "JPY"] as const;

describe("every figure of the house's writing", () => {
  it("is found as it is written, with its value, among seeded sentences", () => {
    const random = seededRandom("figures");
    for (let round = 0; round < 1500; round++) {
      const unit = random.pick(UNITS);
      const whole = unit === "shares" || unit === "count" || unit === "days";
      const size = 10 ** random.between(0, 11) * random.pick([1, -1]);
      const value = whole ? Math.abs(Math.round(size)) + 300 : size;
      if (unit === "count" && value < 2200) continue;
      const currency = random.pick(CURRENCIES);
      const written = figure(value, unit, currency);
      const text = `The value is ${written}${random.pick([".", ", the", ") now", "\n- next", "** is"])}`;
      expect(faultsOf(text)).toEqual([]);
      const [first, ...more] = figuresIn(text);
      expect(more).toEqual([]);
      expect(first?.at).toBe("The value is ".length);
      expect(Math.abs((first?.value ?? 0) - value)).toBeLessThanOrEqual(0.51 * (first?.step ?? 0));
      expect(first?.currencies).toEqual(unit === "currency" ? [currency] : []);
      expect(`${written} `).toContain(`${first?.text} `);
    }
  });

  it("keeps its place, in order and without overlap, whatever stands around it", () => {
    const random = seededRandom("places");
    for (let round = 0; round < 1000; round++) {
      const sentence = (): string => {
        const size = 10 ** random.between(-3, 12) * random.pick([1, -1]);
        const written = figure(size, random.pick(UNITS), random.pick(CURRENCIES));
        return `${random.pick(LEADS)} ${written}${random.pick(TAILS)}`;
      };
      expect(
        faultsOf([sentence(), sentence(), sentence()].join(random.pick([" ", "\n", ""]))),
      ).toEqual([]);
    }
  });
});

const SCRAPS = [
  ..."0123456789.,:;-–−+%$€£¥()[]|/*_`~#&^\"'“”<>=\\ \n\t\u00a0\u200f\u202e\u0000\u2028é中😀",
  "\ud800",
  ..."USD GBp B bn x bps % points Q3 FY25 Nov May 2026 20 1,234 days in over about from to and between".split(
    " ",
  ),
  ..."S&P RSI one three sales year week $ ( ) http:// www. 1. U.S. Rs. minus percent per cent 1d 3m".split(
    " ",
  ),
];

describe("any text", () => {
  it("is read without an error, each figure in its place", () => {
    const random = seededRandom("garbage");
    for (let round = 0; round < 2000; round++) {
      const pieces = Array.from({ length: random.whole(1, 40) }, () => {
        return SCRAPS[random.whole(0, SCRAPS.length - 1)] ?? "";
      });
      expect(faultsOf(pieces.join(random.pick(["", " "])))).toEqual([]);
    }
  });

  it.each([
    ["an empty one", ""],
    ["digits without end", "7".repeat(100_000)],
    ["a decimal without end", `0.${"3".repeat(100_000)}`],
    ["thousands without end", `1${",234".repeat(30_000)}`],
    ["control characters", "\u0000\u0007$\u00015\u001b[31m %\u007f"],
    ["marks that turn the direction", "\u202e$5.10\u202c \u200f-3 %\u200e"],
    ["half a pair", "\ud83d 5 % \ude00"],
  ])("is read if it is %s", (_, text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it("has no figure of more digits than anybody writes", () => {
    expect(figuresIn(`${"7".repeat(400)} and 5 %`)).toMatchObject([{ text: "5 %" }]);
  });

  it("may be turned about within a figure", () => {
    expect(figuresIn("at $\u200e5.10\u200f USD")).toMatchObject([
      { value: 5.1, currencies: ["USD"] },
    ]);
  });
});

const REPORT = `**Trend.** The trend is down: at 479.23 USD, the price stands 14.81 % below its 200-day average
(562.54 USD). It has lost 13.08 % over one month, from about 551.36 to 479.23 USD, and the S&P 500 6.45 %.

| Revenue | 57.30B USD | +15.06 % |
- RSI 14 is 28.30, down from 46.68 five bars ago; earnings are due on 2027-02-09, in 80 days.
`;

describe("the time that a text takes", () => {
  it.each([
    ["a report", REPORT],
    ["digits", "7"],
    ["spaces", " "],
    ["parentheses", "("],
    ["openings of numbers", "$1,"],
    ["thousands", ",234"],
    ["versions", "1."],
    ["dashes", "-"],
    ["dashed numbers", "20-"],
    ["enumerations", "(1"],
    ["links", "www."],
    ["words", "a_"],
    ["quotations", '"'],
    ["marks of lines", "> # "],
  ])("grows no faster than its length: %s", (_, unit) => {
    const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    const [little, much] = [text(10_000), text(80_000)];
    // Eight times the time if it grows as the length does, 64 times if as its square. A thousandth of
    // a second is what the clock and the collector may add to next to nothing.
    const bound = { atMost: 8 * 3.5, slackMs: 1 };
    const growth = growthOf((eightfold) => {
      figuresIn(eightfold ? much : little);
      periodsIn(eightfold ? much : little);
    }, bound);
    expect(growth).toBeLessThanOrEqual(bound.atMost);
  });
});
