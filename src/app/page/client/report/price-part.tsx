import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Decision } from "#core/decision.ts";
import type { PriceChart } from "../../run-page.ts";
import { onNewColours } from "../colours.ts";
import { fadeEdges } from "../fade-edges.ts";
import { Part } from "./part.tsx";
import { colourOf } from "./price-series.ts";
import { barInWords, readingOf } from "./price-words.ts";
import { type DrawnChart, type DrawnLevels, drawChart } from "./run-price-chart.ts";

interface PricePartProps {
  readonly chart: PriceChart;
  readonly decision: Decision | null;
}

/** Bars a month, about. */
const MONTH = 21;
const RANGES = {
  "1 month": MONTH,
  "3 months": 3 * MONTH,
  "6 months": 6 * MONTH,
  "1 year": 252,
  All: Number.POSITIVE_INFINITY,
};
/** On a narrow screen more bars than these are hard to tell apart. */
const NARROW_PX = 600;
/** Panes beside the prices' that are open from the beginning, and the heights of all. */
const OPEN_PANES = 2;
const PRICE_PX = 360;
const PANE_PX = 92;

/** The price up to the run's day, what its texts cite of it, and what was decided when. */
export function PricePart({ chart, decision }: PricePartProps) {
  const { indicators, dates } = chart;
  const box = useRef<HTMLElement>(null);
  const keys = useRef<HTMLFieldSetElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const [bar, setBar] = useState<number | null>(null);
  const [range, setRange] = useState<string | null>(null);
  const [shown, setShown] = useState<ReadonlySet<string>>(() => atFirst(chart));
  const last = dates.length - 1;
  const panes = indicators.filter(({ id, pane }) => pane === "own" && shown.has(id)).length;

  useEffect(() => {
    if (box.current === null || paper.current === null) return;
    const sheet = paper.current;
    const made = drawChart(box.current, chart, levelsOf(chart, decision), sheet);
    drawn.current = made;
    made.show(shown);
    made.onPoint(setBar);
    const print = () => sheet.replaceChildren(made.picture());
    const forget = onNewColours(made.recolour);
    window.addEventListener("beforeprint", print);
    return () => {
      forget();
      window.removeEventListener("beforeprint", print);
      drawn.current = null;
      made.remove();
    };
  }, [chart, decision]);

  useEffect(() => (keys.current === null ? undefined : fadeEdges(keys.current)), [indicators]);

  useLayoutEffect(() => {
    if (box.current !== null) box.current.style.height = `${PRICE_PX + panes * PANE_PX}px`;
  }, [panes]);

  useEffect(() => drawn.current?.show(shown), [shown]);

  const choose = (name: string, bars: number) => {
    setRange(name);
    drawn.current?.last(bars);
  };
  // A chart without a size cannot be told what to show.
  useEffect(() => {
    const frame = box.current;
    if (frame === null) return;
    const sized = new ResizeObserver(() => {
      if (frame.clientWidth === 0) return;
      sized.disconnect();
      if (frame.clientWidth < NARROW_PX) choose("3 months", RANGES["3 months"]);
      else choose("1 year", RANGES["1 year"]);
    });
    sized.observe(frame);
    return () => sized.disconnect();
  }, [chart, decision]);

  const toggle = (id: string) =>
    setShown((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );

  return (
    <Part id="price" title="Price, with the cited indicators">
      <div class="chart-head">
        <p class="readout">{barInWords(chart, bar ?? last)}</p>
        <fieldset class="choices" aria-label="Period">
          {Object.entries(RANGES).map(([name, bars]) => (
            <button
              key={name}
              type="button"
              class="choice"
              aria-pressed={range === name}
              onClick={() => choose(name, bars)}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      {indicators.length === 0 ? null : (
        <fieldset class="keys" aria-label="Indicators" ref={keys}>
          {indicators.map((indicator, place) => (
            <button
              key={indicator.id}
              type="button"
              class="key"
              aria-pressed={shown.has(indicator.id)}
              onClick={() => toggle(indicator.id)}
            >
              <span class={`swatch line-${colourOf(place)}`} />
              <span class="key-name">{indicator.label}</span>
              <span class="key-value">{readingOf(indicator, bar ?? last)}</span>
            </button>
          ))}
        </fieldset>
      )}
      <figure
        class="chart run-chart"
        ref={box}
        aria-label={`Daily prices of ${chart.symbol} with the indicators above and decisions`}
      />
      <div class="paper run-chart-print" ref={paper} aria-hidden="true" />
    </Part>
  );
}

/** All that lies over the prices, and the first few that have a pane of their own. */
function atFirst({ indicators }: PriceChart): Set<string> {
  const over = indicators.filter(({ pane }) => pane === "price");
  const own = indicators.filter(({ pane }) => pane === "own").slice(0, OPEN_PANES);
  return new Set([...over, ...own].map(({ id }) => id));
}

/** A level in another currency than the chart's has no place on it. */
function levelsOf({ currency }: PriceChart, decision: Decision | null): DrawnLevels {
  if (decision === null || decision.levels.currency !== currency) return [];
  return (["entry", "stop", "target"] as const).flatMap((name) => {
    const price = decision.levels[name];
    return price === null ? [] : [{ name, price }];
  });
}
