import { describe, expect, it } from "vitest";
import { analysisGroups } from "#core/analysis-groups.ts";
import { plannedList } from "#core/watchlist/planned-list.ts";
import { configuration } from "../run-examples.ts";

const { symbol: _, ...shared } = configuration();
const NOW = Date.parse("2026-11-21T10:30:00Z");

describe("a list that is planned", () => {
  it("has a run for each ticker, in its place, under the one configuration", () => {
    const { id, runs } = plannedList(["AAPL", "MSFT"], shared, NOW, 0.5);
    expect(id).toBe("20261121T103000Z-LIST-8000");
    expect(runs).toEqual([
      {
        id: "20261121T103000Z-AAPL-8000",
        configuration: configuration({ symbol: "AAPL" }),
        groups: analysisGroups(shared),
        list: { id, position: 0 },
        rerunOf: null,
      },
      {
        id: "20261121T103000Z-MSFT-8001",
        configuration: configuration({ symbol: "MSFT" }),
        groups: analysisGroups(shared),
        list: { id, position: 1 },
        rerunOf: null,
      },
    ]);
  });

  it("has as many names as tickers, also of those that a file name writes alike", () => {
    const tickers = ["^GSPC", ...Array.from({ length: 9_999 }, (_, index) => `A&B=X${index}`)];
    const { runs } = plannedList(tickers, shared, NOW, 0.999);
    const places = plannedList(["A&B", "A=B"], shared, NOW, 0.3).runs;
    expect(new Set(runs.map(({ id }) => id)).size).toBe(10_000);
    expect(places[0]?.id).not.toBe(places[1]?.id);
  });
});
