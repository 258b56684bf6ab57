import { figure } from "#core/figure.ts";
import { signedPercent } from "#core/render/signed-percent.ts";
import type { ChartData, Deal } from "../../chart-data.ts";
import { element } from "../element.ts";

/** Rows that are shown before somebody asks for all. */
const FIRST = 200;

/** A strategy's trades, the latest first, each with a button that shows it on the chart. */
export function tradesTable(
  data: ChartData,
  place: number,
  zoom: (from: number, to: number) => void,
): HTMLElement {
  const { curves, dates, currency } = data;
  const { name = "", deals = [] } = curves[place] ?? {};
  if (deals.length === 0) return element("p", { class: "quiet" }, "It has not traded.");
  const last = dates.length - 1;
  const rows = deals
    .toSorted((a, b) => (b[1] ?? last) - (a[1] ?? last) || b[0] - a[0])
    .map((deal) => () => row(deal, data, () => zoom(deal[0], deal[1] ?? last)));
  const body = element("tbody", {}, ...rows.slice(0, FIRST).map((make) => make()));
  const heads = ["Entry", "Exit", "Shares", `Profit${currency === null ? "" : `, ${currency}`}`];
  const table = element(
    "table",
    { class: "trades" },
    element(
      "thead",
      {},
      element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head))),
    ),
    body,
  );
  const box = element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": `Trades of ${name}` },
    table,
  );
  if (rows.length > FIRST) {
    const more = element("button", { type: "button", class: "choice" }, `Show all ${rows.length}`);
    more.addEventListener("click", () => {
      body.append(...rows.slice(FIRST).map((make) => make()));
      more.remove();
    });
    box.append(more);
  }
  return box;
}

function row(
  [entry, exit, entryPrice, exitPrice, shares, profit]: Deal,
  { dates }: ChartData,
  zoom: () => void,
): HTMLElement {
  const date = dates[entry] ?? "";
  const show = element(
    "button",
    { type: "button", class: "link", title: "Show it on the chart" },
    date,
  );
  show.addEventListener("click", zoom);
  const price = (value: number) => element("span", { class: "under" }, figure(value, "currency"));
  const value = Math.abs(shares * entryPrice);
  return element(
    "tr",
    {},
    element("td", {}, show, price(entryPrice)),
    exit === null || exitPrice === null
      ? element("td", {}, "still held")
      : element("td", {}, dates[exit] ?? "", price(exitPrice)),
    element("td", {}, figure(Number(shares.toPrecision(5)), "currency")),
    element(
      "td",
      { class: profit < 0 ? "loss" : "gain" },
      figure(profit, "currency"),
      element("span", { class: "under" }, signedPercent(value === 0 ? 0 : (profit / value) * 100)),
    ),
  );
}
