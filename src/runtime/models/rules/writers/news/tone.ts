import type { Topic } from "../../analyst-writer.ts";
import { type Headline, headlinesIn, meanTone } from "../../headlines.ts";
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
  const count = (wanted: number) => headlines.filter((one) => one.tone === wanted).length;
  const [good, bad, plain] = [count(1), count(-1), count(0)];
  const lead =
    good === bad
      ? "The headlines lean neither way"
      : `The headlines lean to the ${good > bad ? "good" : "bad"} side`;
  return observation(
    `${lead}: of ${say.counted(headlines.length, "headline")}, ${verbal(good, "read")} well, ${verbal(bad, "read")} badly and ${verbal(plain, "say")} nothing either way.`,
    (meanTone(headlines) ?? 0) * 1.2,
    3,
  );
}

/** @example verbal(1, "read") // "one reads" */
function verbal(count: number, verb: string): string {
  return `${say.countWord(count)} ${verb}${count === 1 ? "s" : ""}`;
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
