import { describe, expect, it } from "vitest";
import { addDays } from "#core/day.ts";
import { IN_LATER_SHARES } from "#core/later-shares.ts";
import type { Statement, StatementKind, StatementPeriod } from "#core/statement.ts";
import { statementLines } from "#core/statement.ts";
import { ask } from "../../helpers/fact-tools.ts";
import { fakeMarket } from "../../helpers/fake-market.ts";

/** Filings every 91 or 365 days, newest first, whose lines are 100, 101 and so on. */
function filings(kind: StatementKind, period: StatementPeriod, count: number): Statement[] {
  const days = period === "annual" ? 365 : 91;
  return Array.from({ length: count }, (_, n) => {
    const periodEnd = addDays("2024-03-31", -n * days);
    return {
      kind,
      period,
      periodEnd,
      currency: "TWD",
      lines: Object.fromEntries(statementLines[kind].map((line, i) => [line, 100 + i])),
      availableAt: `${addDays(periodEnd, 45)}T00:00:00.000Z`,
      dateAssumed: false,
      statedLater: false,
      source: "fake",
    };
  });
}

function read(kind: StatementKind, period: StatementPeriod, statements: readonly Statement[]) {
  return ask(fakeMarket({ statements }), "get_statement", { symbol: "ACME", kind, period });
}

describe("a statement", () => {
  it("is of its period's end and public from its filing", async () => {
    const { at } = await read("income", "quarterly", filings("income", "quarterly", 1));
    expect(at("income.quarterly.0.total_revenue")).toMatchObject({
      label: "Total revenue, quarter to 2024-03-31",
      value: 100,
      unit: "currency",
      currency: "TWD",
      asOf: "2024-03-31",
      availableAt: "2024-05-15T00:00:00.000Z",
    });
  });

  it("says of each line what it is and over which period", async () => {
    const income = await read("income", "annual", filings("income", "annual", 1));
    expect(income.at("income.annual.0.diluted_eps").label).toBe(
      "Diluted earnings a share, year to 2024-03-31",
    );
    expect(income.at("income.annual.0.ebitda").label).toBe("EBITDA, year to 2024-03-31");
    const balance = await read("balance", "quarterly", filings("balance", "quarterly", 1));
    expect(balance.at("balance.quarterly.0.total_debt").label).toBe(
      "Total debt, end of the quarter to 2024-03-31",
    );
  });

  it("counts shares in shares, and money in the statement's own currency", async () => {
    const { at } = await read("balance", "annual", filings("balance", "annual", 1));
    expect(at("balance.annual.0.ordinary_shares_number")).toMatchObject({
      unit: "shares",
      currency: null,
    });
    expect(at("balance.annual.0.net_debt")).toMatchObject({ unit: "currency", currency: "TWD" });
  });

  it.each([
    ["annual", 4],
    ["quarterly", 5],
  ] as const)("goes back %s over %i periods, newest first", async (period, rows) => {
    const { paths, at } = await read("cashflow", period, filings("cashflow", period, 8));
    const ns = new Set(paths.map((path) => path.split(".")[2]));
    expect([...ns]).toEqual(Array.from({ length: rows }, (_, n) => String(n)));
    expect(at(`cashflow.${period}.0.free_cash_flow`).asOf).toBe("2024-03-31");
  });

  it("leaves null the lines that the filing does not have", async () => {
    const [filed] = filings("income", "annual", 1);
    if (filed === undefined) throw new Error("there is a filing");
    const lines = { totalRevenue: 7, grossProfit: null };
    const { at, facts } = await read("income", "annual", [{ ...filed, lines }]);
    expect(at("income.annual.0.total_revenue").value).toBe(7);
    for (const fact of facts.filter(({ path }) => !path.endsWith("total_revenue"))) {
      expect(fact).toMatchObject({ value: null, note: "not given by the source" });
    }
  });

  it("that was never filed is empty with one notice", async () => {
    const { facts, notices } = await read("balance", "annual", []);
    expect(facts).toEqual([]);
    expect(notices).toEqual(["ACME: the source has no annual balance sheet up to 2024-06-28."]);
  });

  it("says from when it was assumed to be public, beside each figure that it states", async () => {
    const [filed] = filings("income", "annual", 1);
    if (filed === undefined) throw new Error("there is a filing");
    const assumed = { ...filed, dateAssumed: true, lines: { ...filed.lines, EBITDA: null } };
    const { at } = await read("income", "annual", [assumed]);
    expect(at("income.annual.0.net_income").note).toBe("assumed public from 2024-05-15");
    expect(at("income.annual.0.ebitda").note).toBe("not given by the source");
    const known = await read("income", "annual", [filed]);
    expect(known.at("income.annual.0.net_income").note).toBeNull();
  });

  it("says that restatements may be in figures that are stated later than the day", async () => {
    const [filed] = filings("income", "annual", 1);
    if (filed === undefined) throw new Error("there is a filing");
    expect((await read("income", "annual", [filed])).notices).toEqual([]);
    expect((await read("income", "annual", [{ ...filed, statedLater: true }])).notices).toEqual([
      "ACME: the source states the figures of statements as they stand since; restatements after 2024-06-28 may be in them.",
    ]);
  });

  it("says why what later splits may be in is withheld, and not of what the source lacks", async () => {
    const [filed] = filings("income", "annual", 1);
    if (filed === undefined) throw new Error("there is a filing");
    const lines = { ...filed.lines, dilutedEPS: null, EBITDA: null };
    const later = await read("income", "annual", [{ ...filed, lines, statedLater: true }]);
    expect(later.at("income.annual.0.diluted_eps").note).toBe(IN_LATER_SHARES);
    expect(later.at("income.annual.0.ebitda").note).toBe("not given by the source");
    const now = await read("income", "annual", [{ ...filed, lines }]);
    expect(now.at("income.annual.0.diluted_eps").note).toBe("not given by the source");
  });
});
