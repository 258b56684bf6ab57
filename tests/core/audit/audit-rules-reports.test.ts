import { describe, expect, it } from "vitest";
import { auditFigures } from "#core/audit/audit-figures.ts";
import { deskFacts } from "#core/audit/desk-facts.ts";
import { passagesOf } from "#core/audit/passages.ts";
import { analyse, demoPorts } from "../../helpers/analysis.ts";

const TICKERS = [
  "AAPL",
  "MSFT",
  "NVDA",
  "KO",
  "BRK-B",
  "BP.L",
  "7203.T",
  "SAP.DE",
  "SPY",
  "BTC-USD",
  "^GSPC",
  "^TNX",
  "EURUSD=X",
  "GC=F",
];
const DAYS = ["2026-11-20", "2025-06-03", "2024-02-15"];

describe("the built-in model's own reports", () => {
  it("have a source for 98 of 100 figures, whatever the ticker and the day", async () => {
    let [figures, unsourced] = [0, 0];
    const left: string[] = [];
    for (const ticker of TICKERS) {
      for (const asOf of DAYS) {
        const { result } = await analyse(demoPorts(), { ticker, asOf });
        const passages = passagesOf(result);
        const audit = auditFigures(passages, [...result.facts, ...deskFacts(result)]);
        figures += audit.figures;
        unsourced += audit.unsourced;
        for (const { status, figure, where, at, problem } of audit.items) {
          if (status !== "unsourced") continue;
          const text = passages.find((passage) => passage.where === where)?.text ?? "";
          const around = text.slice(Math.max(0, at - 100), at + figure.length + 60);
          left.push(`${ticker} ${asOf} ${where}: ${figure} (${problem}) in: ${around}`);
        }
      }
    }
    expect(figures).toBeGreaterThan(3000);
    expect(1 - unsourced / figures, left.join("\n")).toBeGreaterThanOrEqual(0.98);
  });
});
