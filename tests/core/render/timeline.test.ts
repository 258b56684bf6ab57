import { describe, expect, it } from "vitest";
import { renderTimeline } from "#core/render/timeline.ts";
import { timelineOf } from "#core/timeline.ts";
import { span, spans, toolSpan } from "../examples.ts";

const BAR = /│(.*)│/;

function render(shown = spans): string[] {
  return renderTimeline(shown, timelineOf(shown)).split("\n");
}

function barOf(lines: readonly string[], name: string): string {
  return BAR.exec(lines.find((line) => line.trimStart().startsWith(`${name} `)) ?? "")?.[1] ?? "";
}

describe("the drawn timeline", () => {
  it("has a bar for every node, with its tools beneath it", () => {
    const names = render().slice(0, 4);
    expect(names.map((line) => line.split("│")[0]?.trimEnd())).toEqual([
      "dispatcher",
      "market_analyst",
      "  get_quote(AAPL)",
      "portfolio_manager",
    ]);
  });

  it("draws bars on one axis: what runs at once stands beneath each other", () => {
    const lines = render([span("a", 0, 50), span("b", 0, 50), span("c", 50, 100)]);
    expect(barOf(lines, "a")).toBe("█".repeat(24).padEnd(48));
    expect(barOf(lines, "b")).toBe(barOf(lines, "a"));
    expect(barOf(lines, "c")).toBe("█".repeat(24).padStart(48));
  });

  it("keeps a name on its line, whoever has made it up", () => {
    const name = "get_x\n\u200b```\n## Sources";
    const lines = render([...spans, span(name, 200, 300), toolSpan(name, name, 210, 220)]);
    expect(lines).toHaveLength(9);
    expect(lines.filter((line) => line.includes("get_x ``` ## Sources"))).toHaveLength(3);
  });

  it("draws every span within the axis, be it no time at all at the very end", () => {
    const lines = render([span("a", 0, 1_000), span("b", 1_000, 1_000), span("c", 999.9, 1_000)]);
    for (const name of ["a", "b", "c"]) expect(barOf(lines, name)).toMatch(/^(?=.{48}$) *█+ *$/);
    expect(barOf(render([span("a", 5, 5)]), "a")).toBe("█".padEnd(48));
  });

  it("cuts a long name so that the bars stay in line", () => {
    const long = toolSpan(`get_${"x".repeat(80)}`, "a", 0, 1);
    const lines = render([span("a", 0, 1), long]);
    expect(lines[1]).toContain("x…");
    expect(lines[1]?.indexOf("│")).toBe(lines[0]?.indexOf("│"));
  });

  it("marks what failed", () => {
    const lines = render([{ ...span("a", 0, 5), error: "down" }, span("b", 0, 5)]);
    expect(lines[0]).toMatch(/5\.0 ms failed$/);
    expect(lines[1]).toMatch(/5\.0 ms$/);
  });

  it("says what the bars say", () => {
    expect(render().slice(-2)).toEqual([
      "wall 200 ms · work 200 ms · overlap 1.00x · slowest analyst 90 ms · start skew 0.0 ms",
      "critical path: dispatcher 10 ms > market_analyst 90 ms > portfolio_manager 100 ms",
    ]);
  });

  it("of no spans at all says what is unknown", () => {
    expect(render([]).join("\n")).toContain(
      "overlap unknown · slowest analyst unknown · start skew unknown",
    );
  });

  it("takes a pause out of the axis, and says how long it was", () => {
    const lines = render([span("a", 0, 50), span("b", 60_050, 60_100)]);
    expect(barOf(lines, "a")).toBe("█".repeat(24).padEnd(48));
    expect(barOf(lines, "b")).toBe("█".repeat(24).padStart(48));
    expect(lines.join("\n")).toContain("wall 100 ms without a pause of ");
  });
});
