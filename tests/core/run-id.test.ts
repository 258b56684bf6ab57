import { describe, expect, it } from "vitest";
import { isRunId, runId } from "#core/run-id.ts";

const STARTED = Date.UTC(2026, 10, 21, 10, 30, 0, 123);

describe("a run's name", () => {
  it("is its start, its symbol and four letters of chance", () => {
    expect(runId("AAPL", STARTED, 0x4f3a / 0x10000)).toBe("20261121T103000Z-AAPL-4f3a");
    expect(runId("BRK-B", STARTED, 0)).toBe("20261121T103000Z-BRK-B-0000");
    expect(runId("AAPL", STARTED, 1 - Number.EPSILON)).toBe("20261121T103000Z-AAPL-ffff");
  });

  it.each(["^GSPC", "EURUSD=X", "M&M.NS", "A/../B", "a\0b"])(
    "fits a file name for %j",
    (symbol) => {
      expect(runId(symbol, STARTED, 0.5)).toMatch(/^[\w.-]+$/);
    },
  );

  it.each(["AAPL", "^GSPC", "EURUSD=X", "M&M.NS", "A/../B"])("is known as one for %j", (symbol) => {
    expect(isRunId(runId(symbol, STARTED, 0.5))).toBe(true);
  });

  it.each(["", ".", "..", "20261121T103000Z-../..-4f3a", "20261121T103000Z-AAPL-4f3a/", "notes"])(
    "is not %j",
    (text) => {
      expect(isRunId(text)).toBe(false);
    },
  );

  it("sorts by time", () => {
    const later = runId("AAPL", STARTED + 1_000, 0);
    expect([later, runId("MSFT", STARTED, 0.9)].sort()[1]).toBe(later);
  });
});
