import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

/** Nearer than this, in percent, the price is at the level. */
const AT_A_LEVEL = 1;

export const levels: Topic = {
  title: "Levels",
  noun: "the price levels",
  needs: {
    "price.support_20": "the low of 20 bars",
    "price.resistance_20": "the high of 20 bars",
    "price.from_high_52w": "the distance from the 52-week high",
  },
  observe: (evidence) => [range(evidence), yearHigh(evidence)],
};

function range({ number }: Evidence): Observation | null {
  const [close, support, resistance] = [
    number("price.close"),
    number("price.support_20"),
    number("price.resistance_20"),
  ];
  if (close === null || support === null || resistance === null) return null;
  const down = -say.distance(support.value, close.value);
  const up = say.distance(resistance.value, close.value);
  return remark(
    `${room(down, up)}: the low of 20 bars (support) lies ${say.percent(down)} down at ${support.text} and their high (resistance) ${say.percent(up)} up at ${resistance.text}.`,
  );
}

function room(down: number, up: number): string {
  if (down < AT_A_LEVEL && down < up) return "The price rests on its support";
  if (up < AT_A_LEVEL && up < down) return "The price presses against its resistance";
  return `There is more room ${up > down ? "up than down" : "down than up"}`;
}

function yearHigh({ number }: Evidence): Observation | null {
  const [from, high] = [number("price.from_high_52w"), number("price.high_52w")];
  if (from === null) return null;
  const named = `52-week high${high === null ? "" : ` of ${high.text}`}`;
  if (say.isNothing(from.value)) return observation(`The price stands at its ${named}.`, 0.5);
  const { signal, words } = bandOf(
    from.value,
    [
      { least: -5, signal: 0.4, words: "close enough for a new high to be in reach" },
      { least: -15, signal: 0.1, words: "an ordinary setback" },
      { least: -30, signal: -0.3, words: "with many holders under water" },
    ],
    { signal: -0.6, words: "a fall that has broken the former uptrend" },
  );
  return observation(
    `The price is ${say.percent(from.value)} below its ${named}, ${words}.`,
    signal,
  );
}
