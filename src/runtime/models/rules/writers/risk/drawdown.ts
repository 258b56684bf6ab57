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
    const atWorst = now !== null && most !== null && say.isNothing(now.value - most.value);
    const since = days === null ? "" : ` of ${days.value === 1 ? "1 day" : days.text} ago`;
    const present =
      now === null
        ? null
        : say.isNothing(now.value)
          ? observation("The price stands at its high, with no drawdown.", 0.3)
          : observation(
              `The price is ${say.percent(now.value)} below its high${since}${atWorst ? ", its deepest fall of the year" : ""}.`,
              now.value > -8 ? 0.2 : now.value > -20 ? -0.3 : -0.7,
            );
    const worst =
      most === null || atWorst
        ? null
        : observation(
            `The deepest fall of the year, from high to low, was ${say.percent(most.value)}.`,
            most.value > -15 ? 0.3 : most.value > -30 ? -0.2 : -0.7,
          );
    return [present, worst];
  },
};
