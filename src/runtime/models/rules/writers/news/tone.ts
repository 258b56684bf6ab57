import type { Topic } from "../../analyst-writer.ts";
import { type Headline, headlinesIn, meanTone, readings } from "../../headlines.ts";
import { type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

export const tone: Topic = {
  title: "Headlines",
  noun: "the tone of the headlines",
  needs: { "news.count": "the number of headlines", "news.0": "the headlines" },
  observe: (evidence) => {
    const headlines = headlinesIn(evidence);
    if (headlines.length === 0) {
      return evidence.number("news.count")?.value === 0
        ? [remark("No headlines were found, and silence is no sign either way.")]
        : [];
    }
    return [tally(headlines), ...quotes(headlines), ...warnings(headlines)];
  },
};

function tally(headlines: readonly Headline[]): Observation {
  const mean = meanTone(headlines) ?? 0;
  const lead =
    mean === 0
      ? "The headlines lean neither way"
      : `The headlines lean to the ${mean > 0 ? "good" : "bad"} side`;
  return observation(`${lead}: ${readings(headlines)}.`, mean * 1.2, 3);
}

/** The newest headline of each tone, good and bad; where there is neither, the newest. */
function quotes(headlines: readonly Headline[]): Observation[] {
  const good = headlines.find((one) => one.tone === 1);
  const bad = headlines.find((one) => one.tone === -1);
  const newest = headlines.find((one) => !one.addressesAMachine);
  const shown = [
    ...(good === undefined ? [] : [`On the good side: ${good.quote}.`]),
    ...(bad === undefined ? [] : [`On the bad side: ${bad.quote}.`]),
  ];
  if (shown.length === 0 && newest !== undefined) shown.push(`The newest: ${newest.quote}.`);
  return shown.map(remark);
}

function warnings(headlines: readonly Headline[]): Observation[] {
  const suspect = headlines.filter((one) => one.addressesAMachine);
  if (suspect.length === 0) return [];
  const lead =
    suspect.length === 1
      ? "One headline addresses"
      : `${say.capitalised(say.counted(suspect.length, "headline"))} address`;
  return [
    remark(
      `${lead} a machine rather than readers and counts for nothing: ${say.list(suspect.map(({ quote }) => quote))}.`,
    ),
  ];
}
