import { describe, expect, it } from "vitest";
import { figuresIn } from "#core/audit/figures-in.ts";

function sentences(text: string): string[] {
  return figuresIn(text).map(({ sentence }) => text.slice(sentence.from, sentence.to));
}

describe("the sentence of a figure", () => {
  it("ends at a point, a question or an exclamation, and at no decimal", () => {
    expect(sentences("It rose 4.2 %. RSI is 28.3! Is it 5? Yes, 6.")).toEqual([
      "It rose 4.2 %.",
      "RSI is 28.3!",
      "Is it 5?",
      "Yes, 6.",
    ]);
  });

  it.each([
    "U.S. revenue of Apple Inc. The stock cost 5 USD",
    "Profit of Example Corp. Rose 5 %",
    "It gained vs. Nasdaq stocks 5 %",
    "It cost approx. 5 USD",
    "Peers, e.g. Microsoft, gained 5 %",
    "On Nov. 20 it was due",
    "Earnings of No. 5 in the list at 7.5 %",
  ])("does not end within %j", (text) => {
    expect(new Set(sentences(`${text}.`))).toEqual(new Set([`${text}.`]));
  });

  it("ends after a ratio that ends in a letter", () => {
    expect(sentences("It costs 28.9x by P/E. The yield is 4 %.")).toEqual([
      "It costs 28.9x by P/E.",
      "The yield is 4 %.",
    ]);
  });

  it("holds a quotation whole", () => {
    const quoted = "The paper said “It fell. It lost 5 %. Badly” on Monday.";
    expect(sentences(`${quoted} It is 7 now.`)).toEqual([quoted, "It is 7 now."]);
    const straight = 'The paper said "It fell. It lost 5 %." on Monday.';
    expect(sentences(`${straight} It is 7 now.`)).toEqual([straight, "It is 7 now."]);
  });

  it("ends with the quotation that ends it", () => {
    expect(sentences("He said “It lost 5 %.” It is 7 now.")).toEqual([
      "He said “It lost 5 %.”",
      "It is 7 now.",
    ]);
  });

  it("ends with its line, its list item and its table's row", () => {
    const text =
      "# At 1.5\nRose 2 %\n- item 3 %\n- item 4 %\n| Revenue | 57.30B USD | 15 % |\n|---|---|\n| Cash | 8B |";
    expect(sentences(text)).toEqual([
      "# At 1.5",
      "Rose 2 %",
      "- item 3 %",
      "- item 4 %",
      "| Revenue | 57.30B USD | 15 % |",
      "| Revenue | 57.30B USD | 15 % |",
      "| Cash | 8B |",
    ]);
  });

  it("begins after the heading in bold before it", () => {
    expect(sentences("**Trend.** The price stands at 5.")).toEqual(["The price stands at 5."]);
  });
});
