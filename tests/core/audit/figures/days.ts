import { addDays, type Day } from "#core/day.ts";
import type { Desk } from "./desks.ts";
import type { Sample } from "./mutations.ts";
import { createRandom, type Random } from "./random.ts";
import type { Wordings } from "./wordings.ts";

/** True dates, and as many that are no day of any fact, in the ways that a day may be written. */
export function daysOf(
  desks: readonly Desk[],
  words: Wordings,
  key: string,
  count: number,
): Sample[] {
  const random = createRandom(key);
  const companies = desks.filter((desk) => desk.at("income.annual.0.total_revenue") !== null);
  return Array.from({ length: 2 * count }, (_, index) =>
    dayOf(random.pick(companies), words, random, index % 2 === 0),
  );
}

function dayOf(desk: Desk, words: Wordings, random: Random, isTrue: boolean): Sample {
  const next = desk.at("calendar.next_earnings")?.value;
  const filed = desk.at("income.annual.0.total_revenue")?.asOf?.slice(0, 10) ?? "";
  const line = random.pick(words.lineNames.total_revenue ?? []);
  const [day, text] =
    typeof next === "string" && random.below(2) === 0
      ? [next, random.pick(words.due)]
      : [filed, `${line} is given for the year to @.`];
  const shown = write(isTrue ? day : otherDay(day, desk, random), random);
  const from = text.indexOf("@");
  return {
    kind: "day",
    mutation: isTrue ? null : "day",
    text: text.replace("@", shown),
    from,
    to: from + shown.length,
    desk,
  };
}

function otherDay(day: Day, desk: Desk, random: Random): Day {
  const known = new Set(
    desk.facts.flatMap(({ asOf, availableAt, value, note }) =>
      [asOf, availableAt, typeof value === "string" ? value : null, note?.slice(-10)].map((text) =>
        text?.slice(0, 10),
      ),
    ),
  );
  let other = day;
  while (known.has(other)) other = addDays(day, 1 + random.below(300));
  return other;
}

function write(day: Day, random: Random): string {
  const date = new Date(`${day}T00:00:00Z`);
  const month = date.toLocaleString("en-US", { month: "long", timeZone: "UTC" });
  const [number, year] = [date.getUTCDate(), date.getUTCFullYear()];
  return random.pick([day, day, `${month} ${number}, ${year}`, `${number} ${month} ${year}`]);
}
