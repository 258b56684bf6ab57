import { signedPercent } from "#core/render/signed-percent.ts";
import type { ChartData } from "../../chart-data.ts";
import { spanOf } from "../../parts/curve-path.ts";
import { element } from "../element.ts";
import { equityChart } from "./equity-chart.ts";

/** The chart of all curves with its keys: each hides and shows a curve, and tells its return. */
export interface EquityFigure {
  readonly box: HTMLElement;
  choose(place: number): void;
  recolour(): void;
}

export function equityFigure(data: ChartData): EquityFigure {
  const { curves, dates, cash, currency } = data;
  const box = element("div", {
    class: "chart chart-equity",
    role: "group",
    "aria-label": "Equity of every strategy and of buying and holding, with drawdowns below",
  });
  const chart = equityChart(box, data);

  const keys = curves.map(({ name, colour, equity }, place) => {
    const value = element("span", { class: "key-value" });
    const key = element(
      "button",
      { type: "button", class: "key", "aria-pressed": "true" },
      element("span", { class: `swatch line-${colour}` }),
      element("span", { class: "key-name" }, name),
      value,
    );
    key.addEventListener("click", () => {
      const visible = key.getAttribute("aria-pressed") !== "true";
      key.setAttribute("aria-pressed", String(visible));
      chart.show(place, visible);
    });
    return { key, value, equity };
  });
  const runs = keys.filter(({ equity }) => equity.length > 0);

  const unit = currency === null ? "Equity" : `Equity in ${currency}`;
  const day = element("span", { class: "readout" });
  const tell = (bar: number | null) => {
    const last = dates.length - 1;
    const span = bar === null ? "over all bars" : `from the first bar to ${dates[bar] ?? ""}`;
    day.textContent = `${unit} · return ${span}`;
    for (const { value, equity } of runs) {
      value.textContent = signedPercent(((equity[bar ?? last] ?? cash) / cash - 1) * 100);
    }
  };
  tell(null);
  chart.onPoint(tell);

  const { byFactors } = spanOf(curves.map(({ equity }) => equity));
  const scale = element(
    "button",
    { type: "button", class: "choice", "aria-pressed": String(byFactors) },
    "Log scale",
  );
  chart.byFactors(byFactors);
  scale.addEventListener("click", () => {
    const on = scale.getAttribute("aria-pressed") !== "true";
    scale.setAttribute("aria-pressed", String(on));
    chart.byFactors(on);
  });

  const head = element("div", { class: "chart-head" }, day, scale);
  const list = element("div", {
    class: "keys",
    role: "group",
    "aria-label": "Curves shown, with their return",
  });
  list.append(...runs.map(({ key }) => key));
  return {
    box: element("div", { class: "live" }, head, list, box),
    choose: chart.choose,
    recolour: chart.recolour,
  };
}
