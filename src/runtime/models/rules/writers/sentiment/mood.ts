import type { Topic } from "../../analyst-writer.ts";
import { headlinesIn, meanTone } from "../../headlines.ts";
import { observation } from "../../observation.ts";
import * as say from "../../wording.ts";

export const mood: Topic = {
  title: "Mood of the news",
  noun: "the mood of the news",
  needs: { "news.0": "the headlines" },
  observe: (evidence) => {
    const headlines = headlinesIn(evidence);
    const mean = meanTone(headlines);
    if (mean === null) return [];
    const [good, bad] = [1, -1].map((tone) => headlines.filter((one) => one.tone === tone).length);
    const side = mean === 0 ? "balanced" : mean > 0 ? "friendly" : "unfriendly";
    return [
      observation(
        `The headlines are ${side} on balance: ${say.countWord(good ?? 0)} of ${say.countWord(headlines.length)} ${good === 1 ? "reads" : "read"} well and ${say.countWord(bad ?? 0)} badly.`,
        mean,
      ),
    ];
  },
};
