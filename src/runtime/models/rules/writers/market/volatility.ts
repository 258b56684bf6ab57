import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

export const volatility: Topic = {
  title: "Volatility",
  noun: "volatility",
  needs: {
    atr_14: "ATR 14",
    "bollinger.upper": "the upper Bollinger band",
    "bollinger.lower": "the lower Bollinger band",
  },
  observe: (evidence) => [usualDay(evidence), bands(evidence)],
};

function usualDay({ number }: Evidence): Observation | null {
  const [atr, close] = [number("atr_14"), number("price.close")];
  if (atr === null || close === null) return null;
  const share = (atr.value / close.value) * 100;
  const before = number("atr_14.5_bars_ago");
  const move = before === null ? null : say.direction(atr.value, before.value, 0.02);
  const trending =
    move === null
      ? ""
      : move === "flat" || before?.text === atr.text
        ? ", much as five bars ago"
        : `, ${move === "rising" ? "more" : "less"} than five bars ago (${before?.text})`;
  return remark(
    `A usual day spans ${atr.text} (ATR 14), ${say.percent(share)} of the price${trending}.`,
  );
}

function bands({ number }: Evidence): Observation | null {
  const [close, upper, lower] = [
    number("price.close"),
    number("bollinger.upper"),
    number("bollinger.lower"),
  ];
  if (close === null || upper === null || lower === null || upper.value <= lower.value) return null;
  const range = `${lower.text} to ${upper.text}`;
  if (close.value > upper.value) {
    return observation(
      `The price is above its Bollinger bands (${range}), stretched upwards.`,
      -0.3,
    );
  }
  if (close.value < lower.value) {
    return observation(
      `The price is below its Bollinger bands (${range}), stretched downwards.`,
      0.3,
    );
  }
  const position = (close.value - lower.value) / (upper.value - lower.value);
  const half = position >= 0.5 ? "upper" : "lower";
  return observation(
    `The price keeps to the ${half} half of its Bollinger bands (${range}), which is ${half === "upper" ? "where rising" : "where falling"} prices live.`,
    (position - 0.5) * 0.6,
  );
}
