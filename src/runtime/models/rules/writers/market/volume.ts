import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

/** Volume this far above its average, in percent, gives weight to the day's move. */
const LOUD = 20;

export const volume: Topic = {
  title: "Volume",
  noun: "volume",
  needs: {
    "price.volume": "the last volume",
    "price.volume_average_20": "the average volume of 20 bars",
    obv: "on-balance volume",
    mfi_14: "MFI 14",
  },
  observe: (evidence) => {
    if (evidence.number("price.volume_average_20")?.value === 0) {
      return [remark("No volume is reported, so it can neither confirm nor deny the move.")];
    }
    return [turnover(evidence), balance(evidence), moneyFlow(evidence)];
  },
};

function turnover({ number }: Evidence): Observation | null {
  const [last, usual] = [number("price.volume"), number("price.volume_average_20")];
  if (last === null || usual === null) return null;
  const gap = say.distance(last.value, usual.value);
  const change = number("price.change_1d");
  const { words } = bandOf(
    gap,
    [
      { least: LOUD, signal: 0, words: "heavy" },
      { least: -LOUD, signal: 0, words: "ordinary" },
    ],
    { signal: 0, words: "thin" },
  );
  const meanwhile = change === null ? "" : `, while the price ${say.gained(change.value)}`;
  return observation(
    `Volume was ${words} on the last day: ${last.text}, ${say.away(gap)} the average of 20 bars (${usual.text})${meanwhile}.`,
    gap > LOUD && change !== null ? Math.sign(change.value) * 0.4 : 0,
  );
}

function balance({ number }: Evidence): Observation | null {
  const [obv, before, week] = [number("obv"), number("obv.5_bars_ago"), number("price.change_1w")];
  if (obv === null || before === null || week === null) return null;
  const money = say.direction(obv.value, before.value);
  const price = say.direction(week.value, 0);
  if (money === "flat" || price === "flat") return null;
  const agrees = money === price;
  return observation(
    `On-balance volume ${say.verb(money)} from ${before.text} to ${obv.text} while the price ${say.gained(week.value)} in a week: volume ${agrees ? "confirms" : "does not confirm"} the move.`,
    (money === "rising" ? 1 : -1) * (agrees ? 0.5 : 0.3),
  );
}

function moneyFlow({ number }: Evidence): Observation | null {
  const mfi = number("mfi_14");
  if (mfi === null) return null;
  const { signal, words } = bandOf(
    mfi.value,
    [
      { least: 80, signal: -0.2, words: "money has poured in to an extreme" },
      { least: 50, signal: 0.3, words: "more money flows in than out" },
      { least: 20, signal: -0.3, words: "more money flows out than in" },
    ],
    { signal: 0.2, words: "money has drained out to an extreme" },
  );
  return observation(`MFI 14 at ${mfi.text} means that ${words}.`, signal);
}
