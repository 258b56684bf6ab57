import { describe, expect, it } from "vitest";
import type { TriedCall } from "#core/data-flags/missing.ts";
import { dataFlagsOf } from "#core/data-flags.ts";
import type { Fact } from "#core/fact.ts";
import { IN_LATER_SHARES } from "#core/later-shares.ts";

const AS_OF = "2024-06-28";

/** A fact of a tool's call; the id follows from symbol and path. */
function fact(path: string, value: Fact["value"], changes: Partial<Fact> = {}): Fact {
  const args = changes.args ?? { symbol: "ACME" };
  return {
    id: `${args.symbol}:${path}`,
    tool: "get_price_history",
    path,
    label: path,
    value,
    unit: "text",
    currency: null,
    asOf: AS_OF,
    availableAt: AS_OF,
    source: "test",
    note: null,
    ...changes,
    args,
  };
}

const lastDay = (day: string, symbol = "ACME") =>
  fact("price.last_day", day, { unit: "date", asOf: day, args: { symbol } });

const quoteOf = (value: number, currency: string | null, changes: Partial<Fact> = {}) =>
  fact("quote.price", value, { tool: "get_quote", unit: "currency", currency, ...changes });

const closeOf = (value: number, currency: string | null) =>
  fact("price.close", value, { unit: "currency", currency });

const statementOf = (period: "annual" | "quarterly", asOf: string) =>
  fact(`income.${period}.0.net_income`, 5, {
    tool: "get_statement",
    args: { symbol: "ACME", kind: "income", period },
    unit: "currency",
    asOf,
  });

const call = (tool: string, changes: Partial<TriedCall> = {}): TriedCall => ({
  tool,
  args: { symbol: "ACME" },
  error: null,
  refused: false,
  ...changes,
});

const flagsOf = (facts: readonly Fact[], calls: readonly TriedCall[] = []) =>
  dataFlagsOf(facts, calls, AS_OF);

describe("stale data", () => {
  it("is a last bar of more than five days, a coin's of more than two", () => {
    expect(flagsOf([lastDay("2024-06-23"), lastDay("2024-06-26", "BTC-USD")])).toEqual([]);
    expect(flagsOf([lastDay("2024-06-22")])).toEqual([
      {
        kind: "stale",
        subject: "price history",
        message: "ACME: the last daily bar is of 2024-06-22, 6 days before 2024-06-28.",
        factId: "ACME:price.last_day",
      },
    ]);
    expect(flagsOf([lastDay("2024-06-25", "BTC-USD")])).toHaveLength(1);
  });

  it("is a quote whose price was made more than five days ago", () => {
    expect(flagsOf([quoteOf(9, "USD", { asOf: "2024-06-23T20:00:00.000Z" })])).toEqual([]);
    expect(flagsOf([quoteOf(9, "USD", { asOf: "2024-06-22T20:00:00.000Z" })])).toMatchObject([
      { kind: "stale", subject: "quote", factId: "ACME:quote.price" },
    ]);
    expect(flagsOf([quoteOf(9, "USD", { asOf: null })])).toEqual([]);
  });

  it("is a newest quarter that ended more than 200 days ago, a newest year more than 550", () => {
    const fresh = [statementOf("quarterly", "2023-12-11"), statementOf("annual", "2022-12-26")];
    expect(flagsOf(fresh)).toEqual([]);
    const old = [statementOf("quarterly", "2023-12-10"), statementOf("annual", "2022-12-25")];
    expect(flagsOf(old)).toMatchObject([
      { subject: "annual statements", factId: "ACME:income.annual.0.net_income" },
      {
        subject: "quarterly statements",
        message:
          "ACME: the newest quarterly statement is of the period to 2023-12-10, 201 days before 2024-06-28.",
      },
    ]);
  });
});

describe("split-broken data", () => {
  it("is a price history with jumps, told with its note", () => {
    const note = "2024-03-05: x0.25, no split known";
    const jumps = (value: number) => fact("price.unexplained_jumps", value, { note });
    expect(flagsOf([jumps(0)])).toEqual([]);
    expect(flagsOf([jumps(1)])).toEqual([
      {
        kind: "split_broken",
        subject: "price history",
        message: `ACME: the adjusted close jumps once by a factor of splits (${note}); what spans it may be wrong.`,
        factId: "ACME:price.unexplained_jumps",
      },
    ]);
  });

  it.each([
    ["GBp", 500, "GBp", 5],
    ["GBp", 500, "GBp", 51_000],
    ["GBp", 500, "GBP", 500],
    ["USD", 500, "USD", 5_200],
    [null, 4_000, null, 40],
  ])("is a last close in %s of %d and a quote in %s of %d", (currency, close, other, quote) => {
    expect(flagsOf([closeOf(close, currency), quoteOf(quote, other)])).toMatchObject([
      { kind: "split_broken", subject: "quote", factId: "ACME:quote.price" },
    ]);
  });

  it.each([
    ["GBp", 500, "GBP", 5],
    ["GBp", 500, "GBp", 430],
    ["USD", 100, "USD", 250],
    ["USD", 100, null, 1],
  ])("is not a last close in %s of %d and a quote in %s of %d", (currency, close, other, quote) => {
    expect(flagsOf([closeOf(close, currency), quoteOf(quote, other)])).toEqual([]);
  });

  it("says both prices with their currencies", () => {
    const [flag] = flagsOf([closeOf(500, "GBp"), quoteOf(5, "GBp")]);
    expect(flag?.message).toBe(
      "ACME: the quote of 5.00 GBp and the last close of 500.00 GBp differ by about 100 times; one may be in other units.",
    );
  });
});

describe("data in mixed currencies", () => {
  it("is a quote in another currency than the bars, whatever their amounts", () => {
    for (const [close, quote] of [
      [500, 50],
      [500, 500],
    ]) {
      expect(flagsOf([closeOf(close ?? 0, "GBp"), quoteOf(quote ?? 0, "USD")])).toEqual([
        {
          kind: "mixed_currency",
          subject: "quote",
          message: "ACME: quote in USD, bars in GBp; one cannot be held against the other.",
          factId: "ACME:quote.price",
        },
      ]);
    }
  });

  it.each([
    ["GBp", 500, "GBP", 5],
    ["USD", 500, "USD", 501],
    ["USD", 500, null, 501],
    [null, 500, "USD", 501],
  ])("is not bars in %s of %d and a quote in %s of %d", (currency, close, other, quote) => {
    expect(flagsOf([closeOf(close, currency), quoteOf(quote, other)])).toEqual([]);
  });

  it("is not a price that is not known, nor the bars of another symbol", () => {
    const unknown = quoteOf(9, "USD", { value: null });
    expect(flagsOf([closeOf(500, "GBp"), unknown])).toEqual([]);
    const other = quoteOf(9, "USD", { args: { symbol: "XYZ" } });
    expect(flagsOf([closeOf(500, "GBp"), other])).toEqual([]);
  });
});

describe("missing data", () => {
  const equity = fact("quote.type", "equity", { tool: "get_quote" });
  const fund = fact("quote.type", "fund", { tool: "get_quote" });

  it("is what a failed call was for, with the reason", () => {
    expect(flagsOf([], [call("get_news", { error: "no answer within 3 s" })])).toEqual([
      {
        kind: "missing",
        subject: "get_news(ACME)",
        message: "get_news(ACME) failed: no answer within 3 s",
        factId: null,
      },
    ]);
  });

  it("is named once however many have asked, and not where one of them was answered", () => {
    const failed = call("get_quote", { error: "status 500" });
    expect(flagsOf([], [failed, failed])).toHaveLength(1);
    expect(flagsOf([equity], [failed, call("get_quote")])).toEqual([]);
  });

  it("is not what a call that no tool could take was for", () => {
    expect(flagsOf([], [call("get_gossip", { error: "no such tool", refused: true })])).toEqual([]);
  });

  it("is a company's statement of which no line is known, with the note of a line", () => {
    const args = { symbol: "ACME", kind: "income", period: "annual" };
    const line = fact("income.annual.0.net_income", null, {
      tool: "get_statement",
      args,
      note: "not given by the source",
    });
    expect(flagsOf([equity, line], [call("get_statement", { args })])).toEqual([
      {
        kind: "missing",
        subject: "get_statement(ACME,income,annual)",
        message:
          "get_statement(ACME,income,annual) brought no known value as of 2024-06-28 (not given by the source)",
        factId: "ACME:income.annual.0.net_income",
      },
    ]);
  });

  it("is what a company should have, known by its quote or by what it files", () => {
    const statistics = [call("get_key_statistics")];
    expect(flagsOf([equity], statistics)).toMatchObject([
      {
        message: "get_key_statistics(ACME) brought no known value as of 2024-06-28.",
        factId: null,
      },
    ]);
    expect(flagsOf([statementOf("annual", "2023-12-31")], statistics)).toHaveLength(1);
  });

  it("is what is withheld for being in the shares of a later day, once a symbol", () => {
    const args = { symbol: "ACME", kind: "income", period: "annual" };
    const eps = (n: number, note: string | null) =>
      fact(`income.annual.${n}.diluted_eps`, null, { tool: "get_statement", args, note });
    expect(flagsOf([eps(0, "not given by the source")])).toEqual([]);
    expect(flagsOf([eps(0, IN_LATER_SHARES), eps(1, IN_LATER_SHARES)])).toEqual([
      {
        kind: "missing",
        subject: "figures a share",
        message:
          "ACME: past earnings a share and counts of shares are withheld; the source states them in the shares of a later day, and splits may have changed what a share is.",
        factId: "ACME:income.annual.0.diluted_eps",
      },
    ]);
  });

  it("is not what funds, indexes, coins, currencies and futures do not have", () => {
    expect(flagsOf([fund], [call("get_statement"), call("get_earnings")])).toEqual([]);
    for (const symbol of ["^GSPC", "BTC-USD", "EURUSD=X", "GC=F"]) {
      const calls = ["get_profile", "get_statement", "get_insider_transactions"];
      expect(
        flagsOf(
          [],
          calls.map((tool) => call(tool, { args: { symbol } })),
        ),
      ).toEqual([]);
    }
  });

  it("is not the insiders of a company abroad, nor what follows from a young price history", () => {
    const args = { symbol: "BP.L" };
    const type = fact("quote.type", "equity", { tool: "get_quote", args });
    expect(flagsOf([type], [call("get_insider_transactions", { args })])).toEqual([]);
    const average = fact("sma_200", null, { tool: "get_indicator", note: "needs 200 bars, has 9" });
    expect(flagsOf([equity, average], [call("get_indicator")])).toEqual([]);
  });
});

describe("the flags of a run", () => {
  it("are each there once, by kind and then by subject, in whatever order facts come", () => {
    const facts = [
      fact("price.unexplained_jumps", 2, { note: "twice" }),
      quoteOf(9, "USD", { asOf: "2024-06-01T20:00:00.000Z" }),
      closeOf(9, "EUR"),
      lastDay("2024-06-01"),
      lastDay("2024-06-01"),
    ];
    const calls = [
      call("get_quote", { args: { symbol: "XYZ" }, error: "status 500" }),
      call("get_news", { error: "status 500" }),
    ];
    const flags = dataFlagsOf(facts, calls, AS_OF);
    expect(flags.map(({ kind, subject }) => `${kind}: ${subject}`)).toEqual([
      "stale: price history",
      "stale: quote",
      "split_broken: price history",
      "mixed_currency: quote",
      "missing: get_news(ACME)",
      "missing: get_quote(XYZ)",
    ]);
    expect(dataFlagsOf(facts.toReversed(), calls.toReversed(), AS_OF)).toEqual(flags);
  });

  it("are none where there is nothing to go by", () => {
    expect(flagsOf([])).toEqual([]);
  });
});
