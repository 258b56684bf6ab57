import type { Topic } from "../../analyst-writer.ts";
import { bandOf, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

/** A yearly volatility from here on, in percent, is more than a single stock's usually is. */
export const WIDE = 40;

/** Days' volatility this far from the year's, in percent of it, is a change of weather. */
const CHANGED = 15;

export const volatility: Topic = {
  title: "Volatility",
  noun: "volatility",
  needs: {
    "risk.volatility_1y": "the volatility of one year",
    "risk.volatility_30d": "the volatility of 30 days",
  },
  observe: ({ number }) => {
    const [year, month] = [number("risk.volatility_1y"), number("risk.volatility_30d")];
    const judged = year ?? month;
    if (judged === null) return [];
    const { signal, words } = bandOf(
      judged.value,
      [
        { least: 60, signal: -1, words: "The price swings wildly" },
        { least: WIDE, signal: -0.6, words: "The price swings widely" },
        { least: 25, signal: -0.1, words: "The price swings as a single stock's usually does" },
        { least: 15, signal: 0.4, words: "The price moves calmly" },
      ],
      { signal: 0.6, words: "The price hardly swings" },
    );
    const span = year === null ? "30 days" : "one year";
    const level = observation(
      `${words}: its volatility over ${span} is ${judged.text}, annualised.`,
      signal,
      3,
    );
    if (year === null || month === null) return [level];
    const gap = say.distance(month.value, year.value);
    if (Math.abs(gap) < CHANGED) {
      return [level, remark(`The last 30 days, at ${month.text}, were much like the year.`)];
    }
    const calmer = gap < 0;
    return [
      level,
      observation(
        `The last 30 days, at ${month.text}, were ${calmer ? "calmer" : "rougher"} than the year.`,
        calmer ? 0.3 : -0.5,
      ),
    ];
  },
};
