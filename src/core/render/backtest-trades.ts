import type { BacktestReport } from "../backtest/backtest-report.ts";
import type { OpenLot, Trade } from "../backtest/backtest-run.ts";
import { figure } from "../figure.ts";
import { counted } from "./counted.ts";
import { type Column, renderTable } from "./table.ts";

/** How many of the last are shown. */
const MOST = 5;

/** The last trades, the best and the worst, and what is still held. */
export function backtestTrades({ trades, open, currency }: BacktestReport): string {
  return [tradesText(trades, currency), openText(open, currency)].join("\n\n");
}

function tradesText(trades: readonly Trade[], currency: string | null): string {
  const [first, ...rest] = trades;
  if (first === undefined) return "No trade was closed.";
  const best = rest.reduce((one, other) => (other.profit > one.profit ? other : one), first);
  const worst = rest.reduce((one, other) => (other.profit < one.profit ? other : one), first);
  const table = tradeTable([
    ...trades.slice(-MOST).map((trade) => cells("last", trade, currency)),
    cells("best", best, currency),
    cells("worst", worst, currency),
  ]);
  return `${counted(trades.length, "trade was", "trades were")} closed. Shown are the last, and the best and the worst by profit. Prices are those of the fills, slippage included; both commissions are taken off profits.\n\n${table}`;
}

function openText(open: readonly OpenLot[], currency: string | null): string {
  if (open.length === 0) return "Nothing is held after the last bar.";
  const sum = (of: (lot: OpenLot) => number) => open.reduce((total, lot) => total + of(lot), 0);
  const [shares, profit] = [sum((lot) => lot.shares), sum((lot) => lot.profit)];
  const since = open.map(({ entryDate }) => entryDate).reduce((a, b) => (a < b ? a : b));
  return `Still open after the last bar: ${sharesText(shares)} shares, held since ${since}; profit ${money(profit, currency)} at the last close.`;
}

function tradeTable(rows: readonly (readonly string[])[]): string {
  const columns: readonly Column[] = [
    { title: "", align: "left" },
    { title: "Entry", align: "left" },
    { title: "Exit", align: "left" },
    { title: "Shares", align: "right" },
    { title: "Entry price", align: "right" },
    { title: "Exit price", align: "right" },
    { title: "Profit", align: "right" },
  ];
  return renderTable(columns, rows);
}

function cells(kind: string, trade: Trade, currency: string | null): string[] {
  const { entryDate, exitDate, shares, entryPrice, exitPrice, profit } = trade;
  const prices = [entryPrice, exitPrice].map((price) => money(price, currency));
  return [kind, entryDate, exitDate, sharesText(shares), ...prices, money(profit, currency)];
}

const sharesText = (shares: number) => figure(shares, "points");
const money = (amount: number, currency: string | null) => figure(amount, "currency", currency);
