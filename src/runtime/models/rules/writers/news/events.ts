import type { Topic } from "../../analyst-writer.ts";
import { EARNINGS_NEAR_DAYS } from "../../earnings-near.ts";
import type { Evidence } from "../../evidence.ts";
import { type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

export const events: Topic = {
  title: "What comes next",
  noun: "the earnings calendar",
  companyOnly: true,
  needs: {
    "calendar.next_earnings": "the date of the next earnings",
    "earnings.0.surprise": "the last earnings surprise",
  },
  observe: (evidence) => [nextReport(evidence), lastReport(evidence)],
};

function nextReport({ text, number }: Evidence): Observation | null {
  const day = text("calendar.next_earnings");
  const left = number("calendar.days_to_earnings");
  if (day === null || (left !== null && left.value < 0)) return null;
  const estimate = number("calendar.eps_estimate");
  const expected = estimate === null ? "" : `, with ${estimate.text} a share expected`;
  const when = left === null ? "" : `, ${say.inDays(left.value)}`;
  const near = left !== null && left.value <= EARNINGS_NEAR_DAYS;
  return remark(
    `Earnings are due on ${day}${when}${expected}${near ? ": that date outweighs today's headlines" : ""}.`,
  );
}

function lastReport({ number }: Evidence): Observation | null {
  const [surprise, actual, estimate] = [
    number("earnings.0.surprise"),
    number("earnings.0.eps_actual"),
    number("earnings.0.eps_estimate"),
  ];
  if (surprise === null) return null;
  const figures =
    actual === null || estimate === null
      ? ""
      : ` (${actual.text} a share against ${estimate.text} expected)`;
  const outcome = say.isNothing(surprise.value)
    ? "met the estimates"
    : `${surprise.value > 0 ? "beat" : "missed"} the estimates by ${say.percent(surprise.value)}`;
  return observation(`The last report ${outcome}${figures}.`, surprise.value / 10);
}
