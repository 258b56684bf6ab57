import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation, remark } from "../../observation.ts";

/** What beta and correlation are measured against. */
const INDEX = "^GSPC";

export const ties: Topic = {
  title: "In a portfolio",
  noun: "the tie to the market",
  needs: {
    "risk.beta_1y": "the beta of one year",
    "risk.correlation_1y": "the correlation with the S&P 500",
  },
  observe: (evidence) => {
    return evidence.symbol === INDEX ? [] : [beta(evidence), correlation(evidence)];
  },
};

function beta({ number }: Evidence): Observation | null {
  const measured = number("risk.beta_1y");
  if (measured === null) return null;
  const { signal, words } = bandOf(
    measured.value,
    [
      { least: 1.5, signal: -0.5, words: "it amplifies whatever the market does" },
      { least: 1.1, signal: -0.2, words: "it moves somewhat more than the market" },
      { least: 0.9, signal: 0, words: "it moves about as much as the market" },
      { least: 0, signal: 0.3, words: "it moves less than the market" },
    ],
    { signal: 0.1, words: "it tends to move against the market" },
  );
  return observation(`With a beta of ${measured.text}, ${words}.`, signal);
}

function correlation({ number }: Evidence): Observation | null {
  const measured = number("risk.correlation_1y");
  if (measured === null) return null;
  const { words } = bandOf(
    measured.value,
    [
      { least: 0.7, signal: 0, words: "little of its risk can be spread by holding the index too" },
      { least: 0.3, signal: 0, words: "part of its risk is its own" },
      { least: -0.3, signal: 0, words: "most of its risk is its own" },
    ],
    { signal: 0, words: "it has offset the index" },
  );
  return remark(`Its correlation with the S&P 500 is ${measured.text}: ${words}.`);
}
