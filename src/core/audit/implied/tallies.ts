import { addDays } from "../../day.ts";
import type { Fact } from "../../fact.ts";
import type { Known } from "../known.ts";
import { implied, type Topics } from "./make.ts";

/** How many of a list are so: quarters that beat the estimates, headlines of the last week. */
export function impliedTallies(topics: Topics, facts: readonly Fact[]): Known[] {
  return [...surprises(topics), ...recentNews(facts)];
}

function surprises(topics: Topics): readonly Known[] {
  const all = topics.all("earnings.surprise");
  const [first] = all;
  if (first === undefined) return [];
  const tally = (label: string, count: number) =>
    implied(count, `how many of ${all.length} ${first.topic}`, first, {
      topic: "earnings.surprise",
      label,
      unit: "count",
      nature: "size",
    });
  return [
    ...tally("Quarters with a surprise known", all.length),
    ...tally("Quarters above the estimates", all.filter(({ value }) => value > 0).length),
    ...tally("Quarters below the estimates", all.filter(({ value }) => value < 0).length),
    ...tally("Quarters as estimated", all.filter(({ value }) => value === 0).length),
  ];
}

/** Which headlines read well is a judgement, how old they are is not. */
function recentNews(facts: readonly Fact[]): readonly Known[] {
  const [count] = facts.filter(({ path }) => path === "news.count");
  const headlines = facts.filter(({ path }) => /^news\.\d+$/.test(path));
  if (count?.asOf == null) return [];
  const weekAgo = addDays(count.asOf.slice(0, 10), -7);
  const recent = headlines.filter(({ asOf }) => asOf !== null && asOf.slice(0, 10) > weekAgo);
  const derivation = `how many of news.0 to news.${headlines.length - 1}`;
  return implied(
    recent.length,
    derivation,
    { factId: count.id },
    {
      topic: "implied.headlines",
      label: "Headlines of the last week",
      unit: "count",
      nature: "size",
    },
  );
}
