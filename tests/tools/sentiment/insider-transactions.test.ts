import { describe, expect, it } from "vitest";
import type { InsiderTransaction } from "#core/company.ts";
import { addDays } from "#core/day.ts";
import { IN_LATER_SHARES } from "#core/later-shares.ts";
import { ask } from "../../helpers/fact-tools.ts";
import { fakeMarket, TODAY } from "../../helpers/fake-market.ts";

const NAME = "get_insider_transactions";

function deal(
  daysAgo: number,
  kind: InsiderTransaction["kind"],
  shares: number | null,
): InsiderTransaction {
  const date = addDays(TODAY, -daysAgo);
  const availableAt = `${addDays(date, 2)}T00:00:00.000Z`;
  const [name, relation, text] = ["DOE JANE", "Director", "Sale at price 9.00 per share."];
  return { date, name, relation, kind, shares, value: null, text, availableAt };
}

function read(...insiderTransactions: InsiderTransaction[]) {
  return ask(fakeMarket({ company: { insiderTransactions } }), NAME, { symbol: "ACME" });
}

describe("insider transactions", () => {
  it("are counted over six months, gifts and grants aside", async () => {
    const { at } = await read(
      deal(3, "buy", 100),
      deal(10, "other", 9_999),
      deal(20, "sell", 30),
      deal(182, "sell", 12),
      deal(183, "sell", 5_000),
    );
    expect(at("insider.buys_6m")).toMatchObject({ value: 1, unit: "count", asOf: TODAY });
    expect(at("insider.shares_bought_6m")).toMatchObject({ value: 100, unit: "shares" });
    expect(at("insider.sells_6m").value).toBe(2);
    expect(at("insider.shares_sold_6m").value).toBe(42);
  });

  it("have no sum where a number of shares is unknown, and the other sum is kept", async () => {
    const { at } = await read(deal(3, "buy", 100), deal(4, "sell", null), deal(5, "sell", 7));
    expect(at("insider.sells_6m").value).toBe(2);
    expect(at("insider.shares_sold_6m")).toMatchObject({
      value: null,
      note: "of 1 of the sells the number of shares is not given",
    });
    expect(at("insider.shares_bought_6m").value).toBe(100);
  });

  it("whose numbers are withheld for later splits say so of the sum", async () => {
    const insiderTransactions = [{ ...deal(3, "buy", null), text: null }];
    const company = { insiderTransactions, statedLater: true };
    const { at } = await ask(fakeMarket({ company }), NAME, { symbol: "ACME" });
    expect(at("insider.shares_bought_6m")).toMatchObject({ value: null, note: IN_LATER_SHARES });
    expect(at("insider.buys_6m").value).toBe(1);
    expect(at("insider.0").value).toBe("DOE JANE, Director, buy");
  });

  it("that are all older sum up to nothing", async () => {
    const { at } = await read(deal(300, "sell", 7));
    expect(at("insider.sells_6m").value).toBe(0);
    expect(at("insider.shares_sold_6m").value).toBe(0);
  });

  it("are told in words, the five latest, each of its day and public from its filing", async () => {
    const { at, paths } = await read(...[1, 2, 3, 4, 5, 6].map((ago) => deal(ago, "sell", 7)));
    expect(paths.filter((path) => /^insider\.\d$/.test(path))).toHaveLength(5);
    expect(at("insider.1")).toMatchObject({
      value: "DOE JANE, Director, Sale at price 9.00 per share., 7 shares",
      asOf: "2024-06-26",
      availableAt: "2024-06-28T00:00:00.000Z",
    });
  });

  it("without words or relation are told by their kind", async () => {
    const { at } = await read({ ...deal(9, "sell", null), relation: null, text: "" });
    expect(at("insider.0").value).toBe("DOE JANE, sell");
  });

  it("that there are none of are no count of 0", async () => {
    const { facts, notices } = await read();
    expect(facts).toEqual([]);
    expect(notices).toEqual(["ACME: the source has no insider transactions for this instrument."]);
  });
});
