import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

export const badDays: Topic = {
  title: "A bad day",
  noun: "the size of a bad day",
  needs: {
    "risk.value_at_risk_95": "the value at risk",
    "risk.expected_shortfall_95": "the expected shortfall",
    atr_14: "ATR 14",
  },
  observe: (evidence) => [badDay(evidence), usualDay(evidence)],
};

function badDay({ number }: Evidence): Observation | null {
  const [atRisk, shortfall] = [
    number("risk.value_at_risk_95"),
    number("risk.expected_shortfall_95"),
  ];
  if (atRisk === null) return null;
  const { signal, words } = bandOf(
    atRisk.value,
    [
      { least: 5, signal: -0.8, words: "severe" },
      { least: 3, signal: -0.4, words: "painful" },
      { least: 2, signal: 0, words: "bearable" },
    ],
    { signal: 0.4, words: "mild" },
  );
  const mean = shortfall === null ? "" : `, and ${shortfall.text} on average when it does`;
  return observation(
    `A bad day is ${words}: on one day in twenty the price loses ${atRisk.text} or more${mean} (value at risk 95 %).`,
    signal,
    2,
  );
}

function usualDay({ number }: Evidence): Observation | null {
  const [atr, close] = [number("atr_14"), number("price.close")];
  if (atr === null) return null;
  const share =
    close === null
      ? ""
      : `, ${say.percent((atr.value / close.value) * 100)} of the price of ${close.text}`;
  const twice = say.size({ ...atr, value: 2 * atr.value });
  return remark(
    `A usual day spans ${atr.text} (ATR 14)${share}; a stop nearer than two such days, ${twice}, is likely to be hit by noise.`,
  );
}
