import { expect, it } from "vitest";
import { symbolForm } from "#core/symbol-form.ts";

it.each([
  ["AAPL", "share"],
  ["SPY", "share"],
  ["BRK-B", "share"],
  ["BAC-PL", "share"],
  ["M&M.NS", "share"],
  ["002032.SZ", "share"],
  ["^GSPC", "index"],
  ["^VIX", "index"],
  ["^TNX", "yield"],
  ["^FVX", "yield"],
  ["^TYX", "yield"],
  ["^IRX", "yield"],
  ["EURUSD=X", "currency"],
  ["JPY=X", "currency"],
  ["GC=F", "future"],
  ["BTC-USD", "coin"],
  ["ETH-EUR", "coin"],
] as const)("%s has the form of a %s", (symbol, form) => {
  expect(symbolForm(symbol)).toBe(form);
});
