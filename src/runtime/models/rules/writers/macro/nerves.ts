import type { Topic } from "../../analyst-writer.ts";
import { bandOf, observation } from "../../observation.ts";
import * as say from "../../wording.ts";

export const nerves: Topic = {
  title: "Nerves",
  noun: "the market's nerves",
  riskAssetOnly: true,
  needs: {
    "macro.vix.level": "the level of the VIX",
    "macro.vix.average_1y": "the VIX's average of one year",
  },
  observe: ({ number }) => {
    const [level, average, change] = [
      number("macro.vix.level"),
      number("macro.vix.average_1y"),
      number("macro.vix.change_1m"),
    ];
    if (level === null) return [];
    const { signal, words } = bandOf(
      level.value,
      [
        { least: 30, signal: -0.8, words: "Investors are afraid" },
        { least: 20, signal: -0.4, words: "Investors are uneasy" },
        { least: 15, signal: 0.1, words: "Investors are calm" },
      ],
      { signal: 0.3, words: "Investors are very calm, which leaves room for surprise" },
    );
    const against =
      average === null
        ? ""
        : `, ${say.away(say.distance(level.value, average.value))} its average of one year (${average.text})`;
    const moved =
      change === null || say.isNothing(change.value)
        ? ""
        : `, and has ${change.value > 0 ? "risen" : "fallen"} ${say.percent(change.value)} in a month`;
    return [observation(`${words}: the VIX is at ${level.text}${against}${moved}.`, signal, 2)];
  },
};
