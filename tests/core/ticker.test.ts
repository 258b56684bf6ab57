import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { parseTicker, tickerSchema } from "#core/ticker.ts";

const VALID = "AAPL BRK-B M&M.NS ^GSPC BTC-USD EURUSD=X 002032.SZ GC=F 7203.T 0700.HK".split(" ");

const HOSTILE = {
  "nothing at all": "",
  "a blank": " ",
  "many blanks": "   ",
  "a blank before it": " AAPL",
  "a blank after it": "AAPL ",
  "a line break after it": "AAPL\n",
  "a line break within": "AA\nPL",
  "a path": "../../etc/passwd",
  "a parent folder": "..",
  "an absolute path": "/etc/passwd",
  "a query": "AAPL?x=1",
  "a fragment": "AAPL#x",
  "an escaped blank": "AAPL%20",
  "another host": "AAPL@host",
  "a NUL": "AAPL\0",
  "an escape sequence": "\x1b[2JAAPL",
  "a Cyrillic А": "АAPL",
  "a fullwidth A": "ＡAPL",
  "a dotless i": "ıBM",
  "a dotted capital I": "İBM",
  "a long s": "ſPY",
  "the Kelvin sign": "KO".replace("K", "\u212a"),
  "Arabic digits": "٠٠٢٠٣٢.SZ",
  "a zero-width joiner": "AA\u200dPL",
  "an override of direction": "\u202eLPAA",
  "a short flag": "-rf",
  "a long flag": "--x",
  "two separators": "BRK--B",
  "a separator at the end": "BRK-",
  "another kind of asset": "GC=Z",
  "an underscore": "BRK_B",
  "two carets": "^^GSPC",
  "22 letters": "A".repeat(22),
  "10 kB": "A".repeat(10_000),
  "10 kB of line breaks": "\n".repeat(10_000),
};

function refusal(text: string): unknown {
  try {
    return parseTicker(text);
  } catch (error) {
    return error;
  }
}

describe("a ticker", () => {
  it.each(VALID)("may be %s", (ticker) => {
    expect(parseTicker(ticker)).toBe(ticker);
    expect(tickerSchema.parse(ticker)).toBe(ticker);
  });

  it("is given back in upper case", () => {
    expect(parseTicker("aapl")).toBe("AAPL");
    expect(parseTicker("eurusd=x")).toBe("EURUSD=X");
    expect(tickerSchema.parse("brk-b")).toBe("BRK-B");
  });

  it("may have 21 characters", () => {
    expect(parseTicker("A".repeat(21))).toBe("A".repeat(21));
  });

  it.each(Object.entries(HOSTILE))("is not %s", (_what, text) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(DeskError);
    expect(error).toMatchObject({ code: "usage", message: expect.stringContaining("BRK-B") });
    expect(tickerSchema.safeParse(text).success).toBe(false);
  });

  it.each(Object.entries(HOSTILE))("is refused in short printable ASCII: %s", (_what, text) => {
    expect(refusal(text)).toMatchObject({
      message: expect.stringMatching(/^[\x20-\x7e…]{1,600}$/),
    });
  });
});
