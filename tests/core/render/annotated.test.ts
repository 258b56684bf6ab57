import { describe, expect, it } from "vitest";
import type { AuditedFigure } from "#core/audit/audit.ts";
import { annotated } from "#core/render/annotated.ts";
import { createFootnotes } from "#core/render/footnotes.ts";
import { fact } from "../examples.ts";

const rsi = fact({
  id: "AAPL:rsi_14",
  path: "rsi_14",
  tool: "get_indicator",
  args: { symbol: "AAPL", indicator: "rsi_14" },
  label: "RSI 14",
  value: 28.3,
  unit: "points",
  currency: null,
});
const facts = [fact(), rsi];

/** What the audit says of a figure in a text. */
function item(text: string, figure: string, changes: Partial<AuditedFigure> = {}): AuditedFigure {
  return {
    figure,
    where: "market",
    at: text.indexOf(figure),
    status: "sourced",
    factId: "AAPL:price.close",
    derivation: null,
    nearest: null,
    problem: null,
    ...changes,
  };
}

describe("an annotated text", () => {
  it("has a footnote behind each figure, one number a source", () => {
    const text = "At 189.12 USD, RSI 14 is 28.30; it closed at $189.";
    const items = [
      item(text, "189.12 USD"),
      item(text, "28.30", { factId: "AAPL:rsi_14" }),
      item(text, "$189"),
    ];
    const footnotes = createFootnotes(facts);
    expect(annotated(text, items, footnotes)).toBe(
      "At 189.12 USD[^1], RSI 14 is 28.30[^2]; it closed at $189[^1].",
    );
    expect(footnotes.lines()).toEqual([
      "[^1]: Close: 189.12 USD · AAPL:price.close · get_price_history(AAPL) · demo · as of 2026-11-20",
      "[^2]: RSI 14: 28.30 · AAPL:rsi_14 · get_indicator(AAPL,rsi_14) · demo · as of 2026-11-20",
    ]);
  });

  it("has a word behind a figure without a source, with what is amiss and the nearest fact", () => {
    const text = "RSI 14 is 82.30 and 7 stars.";
    const items = [
      item(text, "82.30", {
        status: "unsourced",
        factId: null,
        nearest: "AAPL:rsi_14",
        problem: "RSI 14 is 28.30",
      }),
      item(text, "7", { status: "unsourced", factId: null }),
    ];
    expect(annotated(text, items, createFootnotes(facts))).toBe(
      "RSI 14 is 82.30 {unsourced; nearest: 28.30 (RSI 14)} and 7 {unsourced} stars.",
    );
  });

  it.each([
    [
      "direction: Change over 1 month is -13.08 %",
      ", wrong direction; nearest: -13.08 % (change over 1 month)",
    ],
    ["period: RSI 14 is 28.30", ", wrong period; nearest: 28.30 (RSI 14)"],
    ["currency: Last close is 189.12 USD", ", wrong currency; nearest: 189.12 USD (last close)"],
    [
      "unit: Bollinger upper band (20, 2) is 190.00 USD",
      ", wrong unit; nearest: 190.00 USD (Bollinger upper band (20, 2))",
    ],
    ["SMA (50) from SMA (200) is 6.72 %", "; nearest: 6.72 % (SMA (50) from SMA (200))"],
    ["Last close is of 2026-11-20", "; nearest: 2026-11-20 (last close)"],
    ["What this is is 2026-11-20", "; nearest: 2026-11-20 (what this is)"],
    [null, "; nearest: 28.30 (RSI 14)"],
  ])("says once what is nearest and what is wrong: %s", (problem, expected) => {
    const unsourced = {
      status: "unsourced",
      factId: null,
      nearest: "AAPL:rsi_14",
      problem,
    } as const;
    const text = "Up 4 %.";
    expect(annotated(text, [item(text, "4 %", unsourced)], createFootnotes(facts))).toBe(
      `Up 4 % {unsourced${expected}}.`,
    );
  });

  it("says what is wrong where nothing is near, and names a fact that is not known by its id", () => {
    const text = "On 2026-02-30.";
    const unsourced = {
      status: "unsourced",
      factId: null,
      problem: "there is no such day",
    } as const;
    const said = (changes: Partial<AuditedFigure>) =>
      annotated(
        text,
        [item(text, "2026-02-30", { ...unsourced, ...changes })],
        createFootnotes([]),
      );
    expect(said({})).toBe("On 2026-02-30 {unsourced, there is no such day}.");
    expect(said({ problem: "no\n[^1]" })).toBe("On 2026-02-30 {unsourced, no \\[^1]}.");
    expect(said({ problem: null, nearest: "AAPL:x" })).toBe(
      "On 2026-02-30 {unsourced; nearest: AAPL:x}.",
    );
  });

  it("says of a derived figure how it is made and what of", () => {
    const text = "It is 6.68 times its RSI.";
    const derivation = "AAPL:price.close / AAPL:rsi_14";
    const footnotes = createFootnotes(facts);
    annotated(text, [item(text, "6.68 times", { status: "derived", derivation })], footnotes);
    expect(footnotes.lines()).toEqual([
      "[^1]: derived: AAPL:price.close / AAPL:rsi_14; AAPL:price.close = 189.12 USD (demo, as of 2026-11-20); AAPL:rsi_14 = 28.30 (demo, as of 2026-11-20)",
    ]);
  });

  it("keeps no mark that the text itself makes up", () => {
    const text = "It rose 900 %[^1] {unsourced: not at all}.";
    expect(annotated(text, [], createFootnotes(facts))).toBe(
      "It rose 900 %\\[^1] (unsourced: not at all).",
    );
  });

  it("makes no link of a mark and what stands behind it", () => {
    const text = "At 189.12 USD(bought)";
    expect(annotated(text, [item(text, "189.12 USD")], createFootnotes(facts))).toBe(
      "At 189.12 USD[^1] (bought)",
    );
  });

  it("is made printable before figures are looked for, so that nothing forms anew afterwards", () => {
    const text = "\u200bAt 189.12 USD[\u200b^1]\u200b: x";
    const items = [item("At 189.12 USD", "189.12 USD")];
    expect(annotated(text, items, createFootnotes(facts))).toBe("At 189.12 USD[^1]\\[^1]\\: x");
  });

  it("has its marks in the bold line that a heading has become, and behind brackets of its own", () => {
    const text = "# Up 4 %\n[^4 %] 4 %{x}";
    const at = (found: number) => item(text, "4 %", { at: found });
    const items = [at(5), at(11), at(16)];
    expect(annotated(text, items, createFootnotes(facts))).toBe(
      "**Up 4 %[^1]**\n\\[^4 %[^1]] 4 %[^1] (x)",
    );
  });

  it("passes over a finding that does not stand where it says", () => {
    const text = "At 189.12 USD.";
    const misplaced = item(text, "189.12 USD", { at: 1 });
    expect(annotated(text, [misplaced], createFootnotes(facts))).toBe(text);
  });

  it("cites a headline as text that can do nothing", () => {
    const headline = fact({
      id: "AAPL:news.0",
      path: "news.0",
      label: "Headline",
      value: "Buy\n## now [^9] <b>99 %</b>",
      unit: "text",
      currency: null,
    });
    const text = "“99 %”";
    const footnotes = createFootnotes([headline]);
    annotated(text, [item(text, "99 %", { factId: "AAPL:news.0" })], footnotes);
    expect(footnotes.lines()[0]).toContain("Buy ## now \\[^9] &lt;b>99 %&lt;/b>");
  });
});
