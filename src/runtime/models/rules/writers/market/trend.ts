import type { Topic } from "../../analyst-writer.ts";
import type { Evidence, Quantity } from "../../evidence.ts";
import { bandOf, type Observation, observation, remark } from "../../observation.ts";
import { changesOver } from "../../spans.ts";
import * as say from "../../wording.ts";

/** A distance from an average, in percent, that counts in full. */
const FAR_FROM_AVERAGE = 5;

/** A change over three months, in percent, that counts in full. */
const LARGE_QUARTER = 15;

/** An average that moved by less than this share over five bars is flat. */
const FLAT = 0.0005;

/** Beyond this many days without a bar (a long weekend) the price is old. */
const FRESH_DAYS = 4;

export const trend: Topic = {
  title: "Trend",
  noun: "the trend",
  needs: {
    "price.close": "the last close",
    sma_50: "the 50-day average",
    sma_200: "the 200-day average",
    adx_14: "ADX 14",
    "price.change_3m": "the change over three months",
  },
  observe: (evidence) => [
    place(evidence),
    averages(evidence),
    pace(evidence),
    strength(evidence),
    staleness(evidence),
  ],
};

function place({ number }: Evidence): Observation | null {
  const close = number("price.close");
  if (close === null) return null;
  const known = (
    [
      ["200-day", number("sma_200")],
      ["50-day", number("sma_50")],
    ] as const
  ).flatMap(([name, average]) =>
    average === null ? [] : [{ name, average, gap: say.distance(close.value, average.value) }],
  );
  if (known.length === 0) return remark(`The last close is ${close.text}.`);
  const ups = known.filter(({ gap }) => gap > 0).length;
  const state = ups === known.length ? "up" : ups === 0 ? "down" : "mixed";
  const parts = known.map(
    ({ name, average, gap }) => `${say.away(gap)} its ${name} average (${average.text})`,
  );
  const gaps =
    known.reduce((sum, { gap }) => sum + Math.max(-1, Math.min(1, gap / FAR_FROM_AVERAGE)), 0) /
    known.length;
  return observation(
    `The trend is ${state}: at ${close.text}, the price stands ${parts.join(state === "mixed" ? " but " : " and ")}.`,
    state === "mixed" ? gaps / 2 : gaps,
    3,
  );
}

function averages({ number }: Evidence): Observation | null {
  const [short, long, before] = [number("sma_50"), number("sma_200"), number("sma_50.5_bars_ago")];
  if (short === null || long === null) return null;
  const gap = say.distance(short.value, long.value);
  return observation(
    `The 50-day average lies ${say.away(gap)} the 200-day average${slope(short, before, gap)}, so the medium term is ${gap > 0 ? "stronger" : "weaker"} than the long term.`,
    (gap / FAR_FROM_AVERAGE) * 0.7,
    2,
  );
}

function slope(now: Quantity, before: Quantity | null, gap: number): string {
  if (before === null) return "";
  const towards = say.direction(now.value, before.value, FLAT);
  const agrees = towards === (gap > 0 ? "rising" : "falling");
  return ` ${agrees ? "and" : "but"} is ${towards}`;
}

function pace(evidence: Evidence): Observation | null {
  const changes = changesOver(evidence, "price.change_");
  const judged = evidence.number("price.change_3m") ?? evidence.number("price.change_1m");
  if (changes === null) return null;
  const text = `The price has ${changes}.`;
  return judged === null ? remark(text) : observation(text, judged.value / LARGE_QUARTER, 2);
}

function strength({ number }: Evidence): Observation | null {
  const adx = number("adx_14");
  if (adx === null) return null;
  const { words } = bandOf(
    adx.value,
    [
      { least: 40, signal: 0, words: "whatever moves the price moves it firmly one way" },
      { least: 25, signal: 0, words: "the present move has direction" },
      { least: 20, signal: 0, words: "direction is only forming" },
    ],
    { signal: 0, words: "there is little direction to follow, and breakouts tend to fail" },
  );
  return remark(`ADX 14 at ${adx.text} says that ${words}.`);
}

function staleness({ number, text }: Evidence): Observation | null {
  const age = number("price.age_days");
  if (age === null || age.value <= FRESH_DAYS) return null;
  const day = text("price.last_day");
  return remark(`The last bar${day === null ? "" : `, of ${day},`} is ${age.text} old.`);
}
