import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation } from "../../observation.ts";
import * as say from "../../wording.ts";

export const momentum: Topic = {
  title: "Momentum",
  noun: "momentum",
  needs: { "macd.line": "MACD", "macd.signal": "the MACD signal line", rsi_14: "RSI 14" },
  observe: (evidence) => [macd(evidence), rsi(evidence), stochastic(evidence)],
};

function macd({ number }: Evidence): Observation | null {
  const [line, signal] = [number("macd.line"), number("macd.signal")];
  if (line === null || signal === null) return null;
  const gap = line.value - signal.value;
  const before = number("macd.histogram.5_bars_ago");
  const above = gap > 0;
  const crossed = before !== null && before.value > 0 !== above;
  const widening = before === null || crossed || Math.abs(gap) > Math.abs(before.value);
  const side = above ? "above" : "below";
  const [winners, losers] = above ? ["buyers", "sellers"] : ["sellers", "buyers"];
  const meaning = crossed
    ? `, having crossed it within five bars: ${winners} have taken over`
    : before === null
      ? `: ${winners} have the upper hand over ${losers}`
      : widening
        ? `, and the gap is widening: ${winners} are gaining ground`
        : `, but the gap is narrowing: ${winners} are losing ground`;
  return observation(
    `The MACD line (${line.text}) is ${side} its signal line (${signal.text})${meaning}.`,
    (above ? 1 : -1) * (widening ? 0.7 : 0.3),
    2,
  );
}

function rsi({ number }: Evidence): Observation | null {
  const now = number("rsi_14");
  if (now === null) return null;
  const { signal, words } = bandOf(
    now.value,
    [
      { least: 70, signal: -0.2, words: "overbought, where rises often pause" },
      { least: 55, signal: 0.6, words: "on the buyers' side without being overbought" },
      { least: 45, signal: 0, words: "in the middle, favouring nobody" },
      { least: 30, signal: -0.6, words: "on the sellers' side without being oversold" },
    ],
    { signal: 0.2, words: "oversold, where falls often pause" },
  );
  const before = number("rsi_14.5_bars_ago");
  const move = before === null ? "flat" : say.direction(now.value, before.value);
  const from =
    before === null || move === "flat"
      ? ""
      : `, ${move === "rising" ? "up" : "down"} from ${before.text} five bars ago`;
  return observation(`RSI 14 is ${now.text}${from}: ${words}.`, signal, 2);
}

function stochastic({ number }: Evidence): Observation | null {
  const k = number("stochastic.k");
  if (k === null || (k.value < 80 && k.value > 20)) return null;
  const high = k.value >= 80;
  return observation(
    `The stochastic oscillator, %K at ${k.text}, stands at the ${high ? "top" : "bottom"} of its recent range.`,
    high ? -0.1 : 0.1,
    0.5,
  );
}
