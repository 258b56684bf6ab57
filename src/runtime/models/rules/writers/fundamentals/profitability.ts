import { figure } from "#core/figure.ts";
import type { Topic } from "../../analyst-writer.ts";
import type { Evidence } from "../../evidence.ts";
import { bandOf, type Observation, observation } from "../../observation.ts";
import { changeOverAYear } from "../../period-change.ts";
import * as say from "../../wording.ts";

export const profitability: Topic = {
  title: "Profitability",
  noun: "profitability",
  companyOnly: true,
  needs: {
    "income.annual.0.net_income": "the last year's net income",
    "stats.operating_margin": "the operating margin",
    "stats.return_on_equity": "the return on equity",
  },
  observe: (evidence) => [netMargin(evidence), returns(evidence)],
};

/** Net income over revenue of a year, in percent; null where it cannot be told. */
function marginOf({ number }: Evidence, row: number): number | null {
  const [income, revenue] = [
    number(`income.annual.${row}.net_income`),
    number(`income.annual.${row}.total_revenue`),
  ];
  if (income === null || revenue === null || revenue.value <= 0) return null;
  return (income.value / revenue.value) * 100;
}

function netMargin(evidence: Evidence): Observation | null {
  const computed = marginOf(evidence, 0);
  const now = computed ?? evidence.number("stats.profit_margin")?.value ?? null;
  const comparable =
    computed !== null && changeOverAYear(evidence, "income.annual", "total_revenue", 0, 1) !== null;
  const before = comparable ? marginOf(evidence, 1) : null;
  if (now === null) return null;
  if (now < 0) {
    return observation(
      `Every sale loses money: the net margin is ${figure(now, "percent")}.`,
      -0.7,
      2,
    );
  }
  const { signal, words } = bandOf(
    now,
    [
      { least: 20, signal: 0.6, words: "The business is very profitable" },
      { least: 10, signal: 0.3, words: "The business is soundly profitable" },
      { least: 4, signal: 0, words: "The business earns an ordinary margin" },
    ],
    { signal: -0.3, words: "The business earns little on its sales" },
  );
  const from =
    before === null || say.isNothing(now - before)
      ? ""
      : `, ${now > before ? "up" : "down"} from ${figure(before, "percent")} a year before`;
  return observation(`${words}: its net margin is ${say.percent(now)}${from}.`, signal, 2);
}

function returns({ number }: Evidence): Observation | null {
  const [operating, equity] = [number("stats.operating_margin"), number("stats.return_on_equity")];
  const parts = [
    ...(operating === null ? [] : [`the operating margin is ${operating.text}`]),
    ...(equity === null
      ? []
      : [`the return on equity ${operating === null ? "is " : ""}${equity.text}`]),
  ];
  if (parts.length === 0) return null;
  const judged = equity?.value ?? operating?.value ?? 0;
  return observation(
    `${say.capitalised(say.list(parts))}.`,
    judged >= 15 ? 0.3 : judged >= 0 ? 0 : -0.4,
  );
}
