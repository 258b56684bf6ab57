import { describe, expect, it } from "vitest";
import { clientBundle } from "#app/page/client-bundle.ts";

describe("the client's bundle", () => {
  it("is made once a process", () => {
    expect(clientBundle()).toBe(clientBundle());
  });

  it("can stand in a page: nothing in it ends its block", async () => {
    const { script, style } = await clientBundle();
    expect(script).not.toMatch(/<\/script|<!--/i);
    expect(style).not.toMatch(/<\/style/i);
    expect(script).not.toContain("\r");
  });

  it("keeps the chart's licence with its code", async () => {
    expect((await clientBundle()).script).toContain("TradingView Lightweight Charts");
  });

  it("loads nothing by itself", async () => {
    const { script, style } = await clientBundle();
    expect(script).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|importScripts/);
    expect(style).not.toMatch(/@import|url\(/);
  });
});
