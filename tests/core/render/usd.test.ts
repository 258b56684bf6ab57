import { describe, expect, it } from "vitest";
import { usageWords } from "#core/render/byline.ts";
import { usdText } from "#core/render/usd.ts";
import { noUsage } from "#core/usage.ts";

describe("a cost", () => {
  it.each([
    [null, "unknown"],
    [0, "0.00 USD"],
    [0.0123, "0.0123 USD"],
    [12.345, "12.35 USD"],
  ])("of %s US dollars reads %s, wherever it stands", (usd, text) => {
    expect(usdText(usd)).toBe(text);
    expect(usageWords({ ...noUsage, usd })).toContain(`cost: ${text}`);
  });
});
