import { describe, expect, it } from "vitest";
import { auditFigures } from "#core/audit/audit-figures.ts";
import { deskFacts } from "#core/audit/desk-facts.ts";
import { passagesOf } from "#core/audit/passages.ts";
import { analyse, demoPorts } from "../../helpers/analysis.ts";

const DEBATED = [
  "AAPL",
  "MSFT",
  "BP.L",
  "7203.T",
  "SPY",
  "BTC-USD",
  "^GSPC",
  "^TNX",
  "EURUSD=X",
  "GC=F",
];
const TICKERS = [...DEBATED, "NVDA", "KO", "BRK-B", "SAP.DE"];
const DAYS = ["2026-11-20", "2025-06-03", "2024-02-15"];
/** For a dozen runs, also where much else runs beside them. */
const LONG = 120_000;

/** How many figures of runs, each of the next day, are sourced or derived, of those in some texts. */
async function sourcedIn(
  tickers: readonly string[],
  how: Readonly<Record<string, unknown>>,
  where: RegExp,
) {
  let [figures, unsourced] = [0, 0];
  const left: string[] = [];
  for (const [turn, ticker] of tickers.entries()) {
    const asOf = DAYS[turn % DAYS.length] ?? null;
    const { result } = await analyse(demoPorts(), { ticker, asOf, ...how });
    const passages = passagesOf(result);
    const { items } = auditFigures(passages, [...result.facts, ...deskFacts(result)]);
    for (const { status, figure, where: place, at, problem } of items) {
      if (!where.test(place)) continue;
      figures += 1;
      if (status !== "unsourced") continue;
      unsourced += 1;
      const text = passages.find((passage) => passage.where === place)?.text ?? "";
      const around = text.slice(Math.max(0, at - 100), at + figure.length + 60);
      left.push(`${ticker} ${asOf} ${place}: ${figure} (${problem}) in: ${around}`);
    }
  }
  return { figures, part: 1 - unsourced / figures, left: left.join("\n") };
}

describe("the built-in model's own texts", () => {
  it(
    "of a quick run have a source for 98 of 100 figures, whatever the ticker and the day",
    async () => {
      const { figures, part, left } = await sourcedIn(TICKERS, {}, /./);
      expect(figures).toBeGreaterThan(1000);
      expect(part, left).toBeGreaterThanOrEqual(0.98);
    },
    LONG,
  );

  it(
    "of two rounds have a source for 98 of 100 figures of arguments, plans, reviews and decisions",
    async () => {
      const how = { depth: "deep", debateRounds: 2, riskRounds: 2 };
      const said = /^(?:trader|decision|samples|\w+_(?:researcher|reviewer))\b/;
      const { figures, part, left } = await sourcedIn(DEBATED, how, said);
      expect(figures).toBeGreaterThan(1000);
      expect(part, left).toBeGreaterThanOrEqual(0.98);
    },
    LONG,
  );
});
