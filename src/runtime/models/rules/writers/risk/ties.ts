import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation, remark } from "../../observation.ts";
import { isTheMarket } from "../../the-market.ts";
import { twoDecimals } from "../../wording.ts";

/** A correlation nearer to zero than this is none to speak of. */
const LOOSE = 0.3;
/** A beta nearer to zero than this moves with nothing. */
const STILL = 0.2;

export const ties: Topic = {
  title: "In a portfolio",
  noun: "the tie to the market",
  needs: {
    "risk.beta_1y": "the beta of one year",
    "risk.correlation_1y": "the correlation with the S&P 500",
  },
  observe: (evidence) => (isTheMarket(evidence) ? [] : [beta(evidence), correlation(evidence)]),
};

/** The beta's meaning; a loose correlation takes it away, since such a beta is mostly chance. */
function beta({ number }: Evidence): Observation | null {
  const [measured, tie] = [number("risk.beta_1y"), number("risk.correlation_1y")];
  if (measured === null) return null;
  const lead = `With a beta of ${twoDecimals(measured.value)}`;
  if (Math.abs(measured.value) < STILL || (tie !== null && Math.abs(tie.value) < LOOSE)) {
    return observation(`${lead}, it goes its own way rather than the market's.`, 0.2);
  }
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
  return observation(`${lead}, ${words}.`, signal);
}

function correlation({ number }: Evidence): Observation | null {
  const measured = number("risk.correlation_1y");
  if (measured === null) return null;
  const { words } = bandOf(
    measured.value,
    [
      { least: 0.7, signal: 0, words: "little of its risk can be spread by holding the index too" },
      { least: LOOSE, signal: 0, words: "part of its risk is its own" },
      { least: -LOOSE, signal: 0, words: "most of its risk is its own" },
    ],
    { signal: 0, words: "it has offset the index in part" },
  );
  return remark(`Its correlation with the S&P 500 is ${twoDecimals(measured.value)}: ${words}.`);
}
