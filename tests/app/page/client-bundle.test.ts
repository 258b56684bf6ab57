import { describe, expect, it } from "vitest";
import { reportBundle, strategiesBundle } from "#app/page/client-bundle.ts";

const bundles = [
  ["strategies", strategiesBundle],
  ["a run's report", reportBundle],
] as const;

describe.each(bundles)("the client's bundle of %s", (_, bundle) => {
  it("is made once a process", () => {
    expect(bundle()).toBe(bundle());
  });

  it("can stand in a page: nothing in it ends its block", async () => {
    const { script, style } = await bundle();
    expect(script).not.toMatch(/<\/script|<!--/i);
    expect(style).not.toMatch(/<\/style/i);
    expect(script).not.toContain("\r");
  });

  it("keeps the chart's licence with its code", async () => {
    expect((await bundle()).script).toContain("TradingView Lightweight Charts");
  });

  it("loads nothing by itself", async () => {
    const { script, style } = await bundle();
    expect(script).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|importScripts/);
    expect(style).not.toMatch(/@import|url\(/);
  });
});
