import type { Topic } from "../../analyst-writer.ts";
import { headlinesIn, meanTone, readings } from "../../headlines.ts";
import { kindOf } from "../../instrument.ts";
import { observation, remark } from "../../observation.ts";

export const mood: Topic = {
  title: "Mood of the news",
  noun: "the mood of the news",
  needs: { "news.0": "the headlines" },
  observe: (evidence) => {
    const headlines = headlinesIn(evidence);
    const mean = meanTone(headlines);
    if (mean === null) return [];
    if (kindOf(evidence) !== null) {
      return [
        remark("Headlines are all that is known of opinion, and the news report weighs them."),
      ];
    }
    const side =
      mean === 0 ? "The headlines are balanced" : `On balance the headlines are ${friendly(mean)}`;
    return [observation(`${side}: ${readings(headlines)}.`, mean)];
  },
};

function friendly(mean: number): string {
  return mean > 0 ? "friendly" : "unfriendly";
}
