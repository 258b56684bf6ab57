import { describe, expect, it } from "vitest";
import { figure } from "#core/figure.ts";

describe("a figure", () => {
  it.each([
    [189.1234, "currency", "USD", "189.12 USD"],
    [-189.1234, "currency", "USD", "-189.12 USD"],
    [7850.5, "currency", "GBp", "7850.50 GBp"],
    [0, "currency", "USD", "0.00 USD"],
    [189.1234, "currency", null, "189.12"],
    [-4.2, "percent", null, "-4.20 %"],
    [28.456, "multiple", null, "28.46x"],
    [61.005, "points", null, "61.01"],
    [-0.123456, "points", null, "-0.12"],
    [45.4, "days", null, "45 days"],
    [1, "days", null, "1 day"],
    [1.2, "days", null, "1 day"],
    [-1, "days", null, "-1 day"],
    [0, "days", null, "0 days"],
    [1, "shares", null, "1 share"],
    [1.1, "points", null, "1.10"],
    [12, "count", null, "12"],
    [950, "shares", null, "950 shares"],
  ] as const)("of %d in %s (%s) reads %4$s", (value, unit, currency, text) => {
    expect(figure(value, unit, currency)).toBe(text);
  });

  it.each([
    [9_999.99, "currency", "9999.99 USD"],
    [10_000, "currency", "10,000.00 USD"],
    [97_123.45, "currency", "97,123.45 USD"],
    [-97_123.45, "currency", "-97,123.45 USD"],
    [31_400, "shares", "31,400 shares"],
    [9_400, "shares", "9400 shares"],
    [164_000, "count", "164,000"],
    [12_345.6, "percent", "12,345.60 %"],
  ] as const)("separates thousands from five digits on: %d %s is %s", (value, unit, text) => {
    expect(figure(value, unit, "USD")).toBe(text);
  });

  it.each([
    [1e6, "1.00M USD"],
    [-1_234_567, "-1.23M USD"],
    [391_035e6, "391.04B USD"],
    [3.1e12, "3.10T USD"],
    [1.5e15, "1500.00T USD"],
    [999_999, "999,999.00 USD"],
    [999_999.996, "1.00M USD"],
    [999.994e6, "999.99M USD"],
    [999.996e6, "1.00B USD"],
    [-999.996e9, "-1.00T USD"],
  ])("takes the largest letter that it fills: %d is %s", (value, text) => {
    expect(figure(value, "currency", "USD")).toBe(text);
  });

  it.each([
    [0.000012, "0.0000120 USD"],
    [0.00000000123, "0.00000000123 USD"],
    [-0.012345, "-0.0123 USD"],
    [0.1, "0.10 USD"],
  ])("keeps three digits of a small price: %d is %s", (value, text) => {
    expect(figure(value, "currency", "USD")).toBe(text);
  });

  it.each([
    [1.53, "1.53 USD"],
    [2, "2.00 USD"],
    [1.085423, "1.0854 USD"],
    [1.0855, "1.0855 USD"],
    [-0.654321, "-0.6543 USD"],
    [0.10004, "0.10 USD"],
    [9.99996, "10.00 USD"],
    [10.12345, "10.12 USD"],
  ])(
    "gives money below 10 two to four decimals, as rates of exchange need: %d is %s",
    (value, text) => {
      expect(figure(value, "currency", "USD")).toBe(text);
    },
  );

  it("has no sign when it rounds to nothing", () => {
    expect(figure(-0.001, "percent")).toBe("0.00 %");
    expect(figure(-0.001, "multiple")).toBe("0.00x");
    expect(figure(-0.4, "days")).toBe("0 days");
  });
});
