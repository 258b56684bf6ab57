import { figure } from "#core/figure.ts";
import type { ChartData } from "../../chart-data.ts";
import { element } from "../element.ts";
import { fillsOf } from "./fills.ts";
import { priceChart } from "./price-chart.ts";

/** The price chart with its ranges and a line that reads the bar under the pointer. */
export interface PriceFigure {
  readonly box: HTMLElement;
  choose(place: number): void;
  /** Shows a stretch of bars with some room around. */
  zoom(from: number, to: number): void;
  recolour(): void;
}

const YEAR = 252;
const ROOM = 15;

export function priceFigure(data: ChartData): PriceFigure {
  const { dates, split } = data;
  const last = dates.length - 1;
  const box = element("div", {
    class: "chart chart-price",
    role: "group",
    "aria-label": "Price with the fills of the chosen strategy, its equity below",
  });
  const chart = priceChart(box, data);
  let fills = new Map<number, string>();

  const readout = element("span", { class: "readout" });
  const tell = (bar: number | null) => {
    readout.textContent = [barInWords(data, bar ?? last), fills.get(bar ?? last) ?? ""]
      .filter((words) => words !== "")
      .join(" · ");
  };
  chart.onPoint(tell);

  const ranges = [
    { name: "All", from: 0 },
    ...(split === null ? [] : [{ name: "Out of sample", from: split }]),
    ...(last > YEAR ? [{ name: "Last year", from: last - YEAR }] : []),
  ];
  const buttons = ranges.map(({ name, from }) => {
    const button = element("button", { type: "button", class: "choice" }, name);
    button.addEventListener("click", () => show(button, from, last));
    return button;
  });
  function show(pressed: HTMLElement | null, from: number, to: number): void {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === pressed));
    chart.range(from, to);
  }

  const choices = element("span", { class: "choices", role: "group", "aria-label": "Period" });
  choices.append(...buttons);
  const first = buttons.at(split === null ? 0 : 1) ?? null;
  // A chart without a size cannot be told what to show. It hears of its size first.
  const sized = new ResizeObserver(() => {
    if (box.clientWidth === 0) return;
    show(first, split ?? 0, last);
    sized.disconnect();
  });
  sized.observe(box);
  return {
    box: element(
      "div",
      { class: "live" },
      element("div", { class: "chart-head" }, readout, choices),
      box,
    ),
    choose(place) {
      chart.choose(place);
      fills = wordsOfFills(data, place);
      tell(null);
    },
    zoom(from, to) {
      show(null, Math.max(0, from - ROOM), Math.min(last, to + ROOM));
    },
    recolour: chart.recolour,
  };
}

function barInWords({ dates, open, high, low, close }: ChartData, bar: number): string {
  const price = (column: readonly number[]) => figure(column[bar] ?? 0, "currency");
  return `${dates[bar] ?? ""}  O ${price(open)}  H ${price(high)}  L ${price(low)}  C ${price(close)}`;
}

function wordsOfFills({ curves }: ChartData, place: number): Map<number, string> {
  const words = new Map<number, string>();
  for (const { bar, side, shares, price } of fillsOf(curves[place]?.deals ?? [])) {
    const verb = side === "buy" ? "bought" : "sold";
    const said = `${verb} ${figure(Number(shares.toPrecision(5)), "currency")} at ${figure(price, "currency")}`;
    words.set(bar, [words.get(bar) ?? "", said].filter((one) => one !== "").join(", "));
  }
  return words;
}
