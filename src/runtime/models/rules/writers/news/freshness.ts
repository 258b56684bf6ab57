import type { Topic } from "../../analyst-writer.ts";
import { headlinesIn } from "../../headlines.ts";
import { remark } from "../../observation.ts";
import * as say from "../../wording.ts";

/** Days within which a headline is recent. */
const RECENT_DAYS = 7;

export const freshness: Topic = {
  title: "Freshness",
  noun: "the age of the news",
  needs: { "news.0": "the headlines" },
  observe: (evidence) => {
    const dated = headlinesIn(evidence).flatMap(({ day, age }) =>
      day === null || age === null ? [] : [{ day, age }],
    );
    const [newest] = dated.toSorted((a, b) => a.age - b.age);
    if (newest === undefined) return [];
    const { age, day } = newest;
    const old = `${age} day${age === 1 ? "" : "s"} old`;
    if (age > RECENT_DAYS) {
      return [remark(`The news is stale: the newest headline, of ${day}, is ${old}.`)];
    }
    const recent = dated.filter((one) => one.age <= RECENT_DAYS).length;
    const when = age === 0 ? "of the day itself" : old;
    return [
      remark(
        `The news is fresh: the newest headline, of ${day}, is ${when}, and ${say.countWord(recent)} of ${say.countWord(dated.length)} ${recent === 1 ? "is" : "are"} of the last week.`,
      ),
    ];
  },
};
