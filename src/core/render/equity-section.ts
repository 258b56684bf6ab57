import type { Equity, Growth } from "../history-replay/equity.ts";
import type { HistoryReplay } from "../history-replay/replay.ts";
import { signedPercent } from "./signed-percent.ts";
import { renderTable } from "./table.ts";

const TITLE = "## Followed with money";

/** What following the desk would have come to, against buying once and holding. */
export function equitySection({ equity, costs, symbol, to, rows }: HistoryReplay): string {
  if (equity === null) {
    const undecided = rows.every(({ decision }) => decision === null);
    const why = undecided
      ? "there is no decision to follow"
      : `no bar of ${symbol} lies between the first decision and ${to}`;
    return `${TITLE}\n\nUnknown: ${why}.`;
  }
  const { bars, desk, buyAndHold } = equity;
  const measures: [string, (growth: Growth) => string][] = [
    ["Total return", ({ totalReturnPercent }) => signedPercent(totalReturnPercent)],
    ["Deepest fall", ({ maxDrawdownPercent }) => signedPercent(maxDrawdownPercent)],
    ["Days invested", ({ barsInvested }) => `${barsInvested} of ${bars}`],
    ["Trades", ({ trades }) => String(trades)],
  ];
  const table = renderTable(
    [
      { title: `${equity.from} to ${equity.to}`, align: "left" },
      { title: "The desk", align: "right" },
      { title: "Buy and hold", align: "right" },
    ],
    measures.map(([name, text]) => [name, text(desk), text(buyAndHold)]),
  );
  return `${TITLE}\n\n${table}\n\n${comparison(equity)} All in after a buy, in cash without interest after a sell, as before after a hold or a day without a decision, and in cash at first. Each change is filled at the open of the next bar, long only, at prices adjusted for splits and dividends; ${costText(costs)}.`;
}

function comparison({ desk, buyAndHold }: Equity): string {
  const lead = desk.totalReturnPercent - buyAndHold.totalReturnPercent;
  const text = `${Math.abs(lead).toFixed(2)} percentage points`;
  if (Math.abs(lead) < 0.005) return "The desk ended level with buy and hold.";
  return `The desk ended ${text} ${lead > 0 ? "ahead of" : "behind"} buy and hold.`;
}

function costText(costs: number): string {
  return costs === 0
    ? "no costs are counted (--costs sets some)"
    : `each trade costs ${costs} basis points of its value`;
}
