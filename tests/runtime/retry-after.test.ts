import { describe, expect, it } from "vitest";
import { readRetryAfter } from "#runtime/retry-after.ts";

const NOW = Date.parse("Sat, 21 Nov 2026 12:00:00 GMT");

describe("what an answer asks to be left alone for", () => {
  it.each([
    [{ "retry-after": "3" }, 3_000],
    [{ "retry-after": "0.25" }, 250],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after-ms": "1500" }, 1_500],
    [{ "retry-after-ms": "40", "retry-after": "3" }, 40],
    [{ "retry-after-ms": "soon", "retry-after": "3" }, 3_000],
    [{ "retry-after": "Sat, 21 Nov 2026 12:00:07 GMT" }, 7_000],
    [{ "retry-after": "Sat, 21 Nov 2026 11:00:00 GMT" }, 0],
    [{}, null],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "-5" }, null],
    [{ "retry-after": "" }, null],
  ])("is, for %j, %j ms", (headers, ms) => {
    expect(readRetryAfter(new Headers(Object.entries(headers)), NOW)).toBe(ms);
  });

  it("reads a date against the answer's own, though the clocks disagree", () => {
    const headers = new Headers({
      date: "Sat, 21 Nov 2026 11:59:50 GMT",
      "retry-after": "Sat, 21 Nov 2026 12:00:00 GMT",
    });
    expect(readRetryAfter(headers, NOW)).toBe(10_000);
  });
});
