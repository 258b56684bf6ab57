import type { Topic } from "../../analyst-writer.ts";
import { headlinesIn, meanTone } from "../../headlines.ts";
import { observation } from "../../observation.ts";
import * as say from "../../wording.ts";

/** A change over a week, in percent, that counts in full. */
const LARGE_WEEK = 6;

export const reaction: Topic = {
  title: "The market's answer",
  noun: "the price's reaction",
  needs: { "price.change_1w": "the change over a week" },
  observe: (evidence) => {
    const week = evidence.number("price.change_1w");
    if (week === null) return [];
    const tone = meanTone(headlinesIn(evidence));
    const day = evidence.number("price.change_1d");
    const last = day === null ? "" : ` (${say.gained(day.value)} on the last day)`;
    const moved = `The price has ${say.gained(week.value)} over the week${last}`;
    const signal = week.value / LARGE_WEEK;
    if (tone === null) return [observation(`${moved}.`, signal)];
    const mood = Math.sign(tone);
    const move = Math.abs(week.value) < 0.5 ? 0 : Math.sign(week.value);
    const meaning =
      move === 0
        ? "the market shrugs"
        : mood === 0
          ? "a move that the headlines do not explain"
          : mood === move
            ? "in line with the headlines"
            : "against the headlines, so that they may be priced in";
    return [observation(`${moved}: ${meaning}.`, signal)];
  },
};
