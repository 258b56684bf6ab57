import { describe, expect, it } from "vitest";
import { openOnce } from "#app/chain/open-once.ts";
import { DeskError } from "#core/errors.ts";
import type { Provenance } from "#core/result.ts";

const demo: Provenance = { source: "demo", synthetic: true, notice: "INVENTED" };
const of = (symbol: string) => ({ symbol, asOf: "2026-11-20" });

/** Opens by symbol, once the test lets it; what begins with X is unknown. */
function gatedMarket() {
  const gate = Promise.withResolvers<void>();
  const asked: string[] = [];
  const open = openOnce(async ({ symbol }) => {
    asked.push(symbol);
    await gate.promise;
    if (symbol.startsWith("X")) throw new DeskError("unknown_symbol", `no ${symbol}`);
    return demo;
  });
  return { open, asked, release: gate.resolve };
}

describe("a market that is opened once", () => {
  it("is asked for one symbol, however many call at the same time, and tells who was the first", async () => {
    const { open, asked, release } = gatedMarket();
    const calls = ["AAPL", "MSFT", "NVDA"].map((symbol) => open(of(symbol), {}));
    release();
    const opened = await Promise.all(calls);
    expect(asked).toEqual(["AAPL"]);
    expect(opened.map(({ first }) => first)).toEqual([true, false, false]);
    expect(await open(of("JNJ"), {})).toEqual({ data: demo, first: false });
  });

  it("is opened by the next where the first symbol is unknown, who alone hears of that", async () => {
    const { open, asked, release } = gatedMarket();
    const calls = ["XX", "AAPL", "MSFT"].map((symbol) => open(of(symbol), {}));
    release();
    const [unknown, second, third] = await Promise.allSettled(calls);
    expect(unknown).toMatchObject({ status: "rejected", reason: { message: "no XX" } });
    expect(asked).toEqual(["XX", "AAPL"]);
    expect([second, third]).toMatchObject([
      { status: "fulfilled", value: { first: true } },
      { status: "fulfilled", value: { first: false } },
    ]);
  });

  it("is tried again by a later call where nobody could open it", async () => {
    const { open, asked, release } = gatedMarket();
    release();
    await expect(open(of("XX"), {})).rejects.toThrow("no XX");
    await expect(open(of("AAPL"), {})).resolves.toEqual({ data: demo, first: true });
    expect(asked).toEqual(["XX", "AAPL"]);
  });
});
