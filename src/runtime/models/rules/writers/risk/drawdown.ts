import type { Topic } from "../../analyst-writer.ts";
import { observation } from "../../observation.ts";
import * as say from "../../wording.ts";

export const drawdown: Topic = {
  title: "Drawdown",
  noun: "the drawdown",
  needs: {
    "risk.drawdown": "the drawdown",
    "risk.max_drawdown_1y": "the worst drawdown of one year",
  },
  observe: ({ number }) => {
    const [now, days, most] = [
      number("risk.drawdown"),
      number("risk.drawdown_days"),
      number("risk.max_drawdown_1y"),
    ];
    // Without a year of bars a fall is measured from a high that is none.
    if (now === null || most === null) return [];
    const atWorst = say.isNothing(now.value - most.value);
    const since = days === null ? "" : `, of ${days.text} ago`;
    const present = say.isNothing(now.value)
      ? observation("The price stands at its highest close of the year, with no drawdown.", 0.3)
      : observation(
          `The price is ${say.percent(now.value)} below its highest close of the year${since}${atWorst ? ", its deepest fall in that time" : ""}.`,
          now.value > -8 ? 0.2 : now.value > -20 ? -0.3 : -0.7,
        );
    if (atWorst) return [present];
    const worst = observation(
      `The deepest fall of the year, from one close to a later one, was ${say.percent(most.value)}.`,
      most.value > -15 ? 0.3 : most.value > -30 ? -0.2 : -0.7,
    );
    return [present, worst];
  },
};
