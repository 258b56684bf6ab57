import { figure } from "#core/figure.ts";
import type { Topic } from "../../analyst-writer.ts";
import { type Evidence, type Quantity, sameCurrency } from "../../evidence.ts";
import { bandOf, type Observation, observation } from "../../observation.ts";
import * as say from "../../wording.ts";

export const balanceSheet: Topic = {
  title: "Balance sheet",
  noun: "the balance sheet",
  companyOnly: true,
  needs: {
    "balance.quarterly.0.total_debt": "the debt",
    "balance.quarterly.0.cash_and_short_term_investments": "the cash",
    "balance.quarterly.0.current_assets": "the current assets",
    "balance.quarterly.0.current_liabilities": "the current liabilities",
  },
  observe: (evidence) => [debt(evidence), liquidity(evidence), interest(evidence)],
};

/** Two lines of one balance sheet: of the quarter's, else of the year's. */
function pairOf({ number }: Evidence, one: string, other: string): [Quantity, Quantity] | null {
  for (const sheet of ["balance.quarterly.0", "balance.annual.0"]) {
    const [first, second] = [number(`${sheet}.${one}`), number(`${sheet}.${other}`)];
    if (first !== null && second !== null && sameCurrency(first, second)) return [first, second];
  }
  return null;
}

function statedPair({ number }: Evidence): [Quantity, Quantity] | null {
  const [owed, cash] = [number("stats.total_debt"), number("stats.total_cash")];
  return owed === null || cash === null || !sameCurrency(owed, cash) ? null : [owed, cash];
}

function debt(evidence: Evidence): Observation | null {
  const pair =
    pairOf(evidence, "total_debt", "cash_and_short_term_investments") ?? statedPair(evidence);
  if (pair === null) return null;
  const [owed, cash] = pair;
  const net = owed.value - cash.value;
  const amount = say.size({ ...owed, value: net });
  if (net <= 0) {
    return observation(
      `Cash of ${cash.text} covers all debt (${owed.text}) and leaves ${amount}.`,
      0.5,
    );
  }
  const earned = evidence.number("income.annual.0.ebitda");
  const lead = `Debt of ${owed.text} exceeds cash of ${cash.text} by ${amount}`;
  if (earned === null || earned.value <= 0 || !sameCurrency(earned, owed)) {
    return observation(`${lead}.`, -0.2);
  }
  const years = net / earned.value;
  const { signal, words } = bandOf(
    years,
    [
      { least: 4, signal: -0.7, words: "a heavy load" },
      { least: 2.5, signal: -0.3, words: "a noticeable load" },
      { least: 1, signal: 0, words: "a bearable load" },
    ],
    { signal: 0.3, words: "a light load" },
  );
  return observation(
    `${lead}, ${figure(years, "multiple")} a year's EBITDA and so ${words}.`,
    signal,
  );
}

function liquidity(evidence: Evidence): Observation | null {
  const pair = pairOf(evidence, "current_assets", "current_liabilities");
  const computed = pair === null || pair[1].value <= 0 ? null : pair[0].value / pair[1].value;
  const ratio = computed ?? evidence.number("stats.current_ratio")?.value ?? null;
  if (ratio === null) return null;
  const covered = ratio >= 1;
  return observation(
    `Current assets are ${figure(ratio, "multiple")} current liabilities, so the bills of the next year are ${covered ? "covered" : "not covered by what is at hand"}.`,
    ratio >= 1.5 ? 0.3 : covered ? 0.1 : -0.2,
  );
}

function interest({ number }: Evidence): Observation | null {
  const [income, expense] = [
    number("income.annual.0.operating_income"),
    number("income.annual.0.interest_expense"),
  ];
  if (income === null || expense === null || expense.value <= 0) return null;
  const cover = income.value / expense.value;
  if (cover < 0) {
    return observation(
      `An operating loss of ${say.size(income)} leaves interest of ${expense.text} uncovered.`,
      -0.7,
    );
  }
  return observation(
    `Operating income covers interest ${figure(cover, "multiple")}.`,
    cover >= 8 ? 0.3 : cover >= 2 ? 0 : -0.6,
  );
}
