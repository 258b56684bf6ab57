import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import {
  MOST_TICKERS,
  repeatedWords,
  tickersIn,
  wordsOfArgument,
  wordsOfList,
} from "#core/watchlist/tickers-in.ts";

const tickersOf = (text: string) => tickersIn(wordsOfList("list.txt", text));

function refusalOf(text: string): string {
  try {
    tickersOf(text);
  } catch (error) {
    if (error instanceof DeskError && error.code === "usage") return error.message;
    throw error;
  }
  throw new Error("the list was taken");
}

describe("the tickers of a list", () => {
  it("are separated by blanks, commas, semicolons and any line break, and # begins a comment", () => {
    const text = "AAPL, msft;NVDA\r\n# a comment, with words\n\n\tBRK-B  ^GSPC#index\rGC=F;;\n";
    expect(tickersOf(text).tickers).toEqual(["AAPL", "MSFT", "NVDA", "BRK-B", "^GSPC", "GC=F"]);
  });

  it("may have byte order marks between them, where files were joined", () => {
    expect(tickersOf("AAPL\n\ufeffMSFT\n").tickers).toEqual(["AAPL", "MSFT"]);
  });

  it("stand where they were given first, each once, and repetitions are counted", () => {
    const { tickers, repeated } = tickersOf("MSFT AAPL msft NVDA Aapl MSFT");
    expect(tickers).toEqual(["MSFT", "AAPL", "NVDA"]);
    expect(repeated).toBe(2);
    expect(repeatedWords(repeated)).toContain("2 tickers were given twice");
  });

  it("are refused together where some are none, with their lines", () => {
    expect(refusalOf("AAPL\n../etc/passwd MSFT\n\x1b[31mRED\nNVDA $(rm)")).toMatch(
      /^3 words are no tickers: "\.\.\/etc\/passwd" \(list\.txt line 2\), "\\u001b\[31mRED" \(list\.txt line 3\), "\$\(rm\)" \(list\.txt line 4\)\. Use 1 to 21 letters/,
    );
  });

  it("name no more than ten that are none, and how many more there are", () => {
    const wrong = Array.from({ length: 25 }, (_, index) => `bad_${index}`).join("\n");
    const message = refusalOf(wrong);
    expect(message).toContain('"bad_9" (list.txt line 10) and 15 more.');
    expect(message).not.toContain("bad_10");
  });

  it("tell every way out where there are none", () => {
    expect(refusalOf("\n # only this\n")).toMatch(/watch AAPL MSFT.*--file FILE.*standard input/);
  });

  it("may be ten thousand, and one more is refused", () => {
    const symbols = Array.from({ length: MOST_TICKERS }, (_, index) => `T${index}`);
    expect(tickersOf(symbols.join("\n")).tickers).toEqual(symbols);
    expect(refusalOf([...symbols, "ONE"].join("\n"))).toContain("10001 tickers are more than");
    expect(tickersOf([...symbols, "T0"].join("\n")).repeated).toBe(1);
  });
});

describe("an argument", () => {
  it("may hold several tickers, and has no comments", () => {
    expect(wordsOfArgument("AAPL,MSFT").map(({ text }) => text)).toEqual(["AAPL", "MSFT"]);
    expect(() => tickersIn(wordsOfArgument("#AAPL"))).toThrow('1 word is no ticker: "#AAPL". Use');
  });

  it("that is empty is no ticker", () => {
    expect(() => tickersIn(wordsOfArgument(""))).toThrow('1 word is no ticker: "".');
  });
});
