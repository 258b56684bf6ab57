import type { RatingChange, RecommendationCount } from "#core/company.ts";
import { addDays, type Day } from "#core/day.ts";
import { absenceNotices } from "../company-absence.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { symbolSchema } from "../symbol-schema.ts";

const OPINIONS = [
  ["strong_buy", "strong buy", "strongBuy"],
  ["buy", "buy", "buy"],
  ["hold", "hold", "hold"],
  ["sell", "sell", "sell"],
  ["strong_sell", "strong sell", "strongSell"],
] as const;

const OLDEST_MONTH = 3;
const RECENT_DAYS = 90;
const CHANGES_SHOWN = 5;

/** How many analysts hold which opinion, month by month, and who has changed theirs. */
export const recommendations: FactToolDefinition<{ symbol: string }> = {
  name: "get_recommendations",
  description: "Analysts' recommendations of a stock by month, and recent rating changes.",
  schema: symbolSchema,
  async find({ symbol }, { market, asOf, options }) {
    const company = await market.company({ symbol, asOf }, options);
    const { source, availableAt, ratingChanges } = company;
    const months = company.recommendations.filter(({ monthsAgo }) => monthsAgo <= OLDEST_MONTH);
    return {
      source,
      asOf: availableAt,
      facts: [
        ...months.flatMap(monthFacts),
        ...(ratingChanges.length > 0 ? countFacts(ratingChanges, asOf) : []),
        ...ratingChanges.slice(0, CHANGES_SHOWN).map(changeFact),
      ],
      notices: absenceNotices(company, ["recommendations", "ratingChanges"], asOf),
    };
  },
};

function monthFacts(month: RecommendationCount): Finding[] {
  const { monthsAgo } = month;
  const when = ["now", "1 month ago"][monthsAgo] ?? `${monthsAgo} months ago`;
  return OPINIONS.map(([name, words, opinion]) => ({
    path: `recommendations.${monthsAgo}.${name}`,
    label: `Analysts saying ${words}, ${when}`,
    value: month[opinion],
    unit: "count",
  }));
}

function countFacts(changes: readonly RatingChange[], asOf: Day): Finding[] {
  const recent = changes.filter(({ date }) => date >= addDays(asOf, -RECENT_DAYS));
  return (["upgrade", "downgrade"] as const).map((action) => ({
    path: `ratings.${action}s_${RECENT_DAYS}d`,
    label: `Rating ${action}s in ${RECENT_DAYS} days`,
    value: recent.filter((change) => change.action === action).length,
    unit: "count",
    asOf,
  }));
}

function changeFact(change: RatingChange, index: number): Finding {
  const { firm, from, to, action, date, availableAt } = change;
  const grades = [...new Set([from, to])].filter((grade) => grade !== null && grade !== "");
  return {
    path: `ratings.${index}`,
    label: "Rating change",
    value: `${firm}: ${grades.join(" -> ") || "no grade"} (${action})`,
    unit: "text",
    asOf: date,
    availableAt,
  };
}
