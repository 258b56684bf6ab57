import { describe, expect, it } from "vitest";
import { renderCsv } from "#core/watchlist/render/csv.ts";
import { done, summary, unbegun, undone, usage } from "../records.ts";

const rowsOf = (csv: string) => csv.split("\r\n");
const reasonOf = (error: string) => {
  const [, row = ""] = rowsOf(renderCsv([undone("AAPL", "failed", { error })]));
  return row.replace(/^AAPL,failed,+1000,+/, "");
};

describe("a list as CSV", () => {
  it("has a header and a row a ticker, each ended by CR LF", () => {
    const csv = renderCsv([done("AAPL"), unbegun("BRK-B", { error: "no time" })]);
    expect(rowsOf(csv)).toEqual([
      "symbol,status,action,confidence,horizon,reports,analysts,gaps,flags,synthetic,model,ms,input_tokens,output_tokens,usd,reason",
      "AAPL,done,buy,0.6,3m,6,6,0,0,false,rules,1000,1000,200,0.01,",
      "BRK-B,skipped,,,,,,,,,,,,,,no time",
      "",
    ]);
  });

  it("leaves empty what is unknown, which is not zero", () => {
    const unknown = done("AAPL", { summary: summary({ usage: { ...usage, usd: null } }) });
    expect(renderCsv([unknown])).toContain(",1000,200,,\r\n");
  });

  it("quotes what holds a comma or a quotation mark", () => {
    expect(reasonOf('said "no", twice')).toBe('"said ""no"", twice"');
  });

  it.each(["=HYPERLINK(0)", "+1", "-2+3", "@SUM(A1)", "  =1", "\t=1", "＝1+1", "\u200b=1"])(
    "makes text of %j, which would be a formula",
    (error) => {
      expect(reasonOf(error)).toMatch(/^'\s*[=+\-@＝]/);
    },
  );

  it("guards a formula inside of quotation marks too", () => {
    expect(reasonOf('=A1,"x"')).toBe('"\'=A1,""x"""');
  });

  it("keeps every row on its line, whatever a reason holds", () => {
    const csv = renderCsv([undone("AAPL", "failed", { error: "a\r\nb\rc\x1b[2Jd\0\u2028e" })]);
    expect(rowsOf(csv)).toHaveLength(3);
    expect(csv).toContain(",a bcd e\r\n");
  });

  it("leaves the symbol of an index as it is", () => {
    expect(renderCsv([done("^GSPC")])).toContain("\r\n^GSPC,done,");
  });
});
