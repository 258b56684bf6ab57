import type { Topic } from "../../analyst-writer.ts";
import { bandOf, observation } from "../../observation.ts";

export const shorts: Topic = {
  title: "Short interest",
  noun: "short interest",
  companyOnly: true,
  needs: { "stats.shares_short_of_float": "the short interest" },
  observe: ({ number }) => {
    const short = number("stats.shares_short_of_float");
    if (short === null) return [];
    const { signal, words } = bandOf(
      short.value,
      [
        {
          least: 15,
          signal: -0.6,
          words: "many bet against it, which also lays the ground for a squeeze",
        },
        { least: 6, signal: -0.3, words: "a noticeable bet against it" },
        { least: 2.5, signal: 0, words: "an ordinary share" },
      ],
      { signal: 0.2, words: "few bet against it" },
    );
    return [
      observation(`Of the shares in free float, ${short.text} are sold short: ${words}.`, signal),
    ];
  },
};
