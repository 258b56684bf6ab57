import type { Topic } from "../../analyst-writer.ts";
import { type Evidence, sameCurrency } from "../../evidence.ts";
import { bandOf, type Observation, observation } from "../../observation.ts";
import * as say from "../../wording.ts";

export const valuation: Topic = {
  title: "Valuation",
  noun: "valuation",
  companyOnly: true,
  needs: {
    "stats.trailing_pe": "the trailing price to earnings",
    "stats.forward_pe": "the forward price to earnings",
    "stats.market_cap": "the market value",
    "stats.free_cash_flow": "the trailing free cash flow",
  },
  observe: (evidence) => [
    earningsMultiple(evidence),
    growthMultiple(evidence),
    cashYield(evidence),
  ],
};

function earningsMultiple({ number }: Evidence): Observation | null {
  const [trailing, forward, eps] = [
    number("stats.trailing_pe"),
    number("stats.forward_pe"),
    number("stats.trailing_eps"),
  ];
  if (trailing === null && eps !== null && eps.value < 0) {
    return observation(
      `The company lost ${say.size(eps)} a share over the last twelve months, so there is no trailing multiple of earnings.`,
      -0.6,
      2,
    );
  }
  if (forward !== null && forward.value <= 0) {
    return observation(
      `The estimates expect a loss: the forward price to earnings is ${forward.text}.`,
      -0.6,
      2,
    );
  }
  const judged = forward ?? trailing;
  if (judged === null || judged.value <= 0) return null;
  const { signal, words } = bandOf(
    judged.value,
    [
      { least: 45, signal: -0.8, words: "The stock is priced for a great deal of growth" },
      { least: 30, signal: -0.5, words: "The stock is expensive" },
      { least: 20, signal: -0.1, words: "The stock is fully priced" },
      { least: 12, signal: 0.3, words: "The stock is moderately priced" },
    ],
    { signal: 0.7, words: "The stock is cheap on its earnings" },
  );
  if (trailing === null) {
    return observation(`${words}, at ${judged.text} forward earnings.`, signal, 2);
  }
  if (forward === null || say.isNothing(forward.value - trailing.value)) {
    return observation(`${words}, at ${trailing.text} trailing earnings.`, signal, 2);
  }
  const implied = say.distance(trailing.value, forward.value);
  return observation(
    `${words}: it costs ${trailing.text} trailing and ${forward.text} forward earnings, so the estimates expect earnings to ${implied > 0 ? "grow" : "shrink"} by ${say.percent(implied)}.`,
    signal,
    2,
  );
}

function growthMultiple({ number }: Evidence): Observation | null {
  const peg = number("stats.peg_ratio");
  if (peg === null || peg.value <= 0) return null;
  const { signal, words } = bandOf(
    peg.value,
    [
      { least: 2, signal: -0.3, words: "much is paid for the growth expected" },
      { least: 1, signal: 0, words: "the growth expected is about paid for" },
    ],
    { signal: 0.4, words: "the growth expected comes cheap" },
  );
  return observation(
    `Price to earnings to growth is ${say.twoDecimals(peg.value)}: ${words}.`,
    signal,
  );
}

function cashYield({ number }: Evidence): Observation | null {
  const [cash, value] = [
    number("stats.free_cash_flow"),
    number("stats.market_cap") ?? number("quote.market_cap"),
  ];
  if (cash === null || value === null || !sameCurrency(cash, value)) return null;
  const share = (cash.value / value.value) * 100;
  if (cash.value < 0) {
    return observation(
      `Free cash flow is an outflow of ${say.size(cash)} against a market value of ${value.text}.`,
      -0.7,
    );
  }
  const { signal, words } = bandOf(
    share,
    [
      { least: 6, signal: 0.6, words: "a generous yield" },
      { least: 3, signal: 0.1, words: "a fair yield" },
    ],
    { signal: -0.3, words: "a thin yield" },
  );
  return observation(
    `Trailing free cash flow of ${cash.text} is ${say.percent(share)} of the market value (${value.text}), ${words}.`,
    signal,
  );
}
