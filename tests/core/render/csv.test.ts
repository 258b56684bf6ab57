import { describe, expect, it } from "vitest";
import { csvLine, renderCsv } from "#core/render/csv.ts";

describe("CSV", () => {
  it("has a head, ends each line by CRLF, and leaves the unknown empty", () => {
    const rows = [
      ["AAPL", 1.5, true],
      ["MSFT", null, false],
    ];
    const text = renderCsv(["symbol", "value", "flag"], rows);
    expect(text).toBe("symbol,value,flag\r\nAAPL,1.5,true\r\nMSFT,,false\r\n");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(csvLine(["a,b", 'say "hi"', "two\nlines"])).toBe('"a,b","say ""hi""","two\nlines"\r\n');
  });

  it.each([
    "=HYPERLINK(1)",
    "+1",
    "-2+3",
    "@SUM(1)",
    "\tx",
    "  =1+1",
    "\u200b=1+1",
    "\r=1+1",
    "＝1+1",
  ])("makes %j no formula", (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it("leaves numbers as they are", () => {
    expect(csvLine([-1.5, 3.5e-7, 1e21])).toBe("-1.5,3.5e-7,1e+21\r\n");
  });

  it("can move no terminal", () => {
    expect(csvLine(["a\u001b[2Jb\u202ec"])).toBe("abc\r\n");
  });
});
