import { holdBand } from "../review/hold-band.ts";

/** When a decision counts as right, for people who read of excess returns. */
export function judgingRule(): string {
  const [quarter, week, year] = [holdBand("3m"), holdBand("1w").toFixed(1), holdBand("12m")];
  return `A buy is right when the excess is above 0, a sell when it is below 0, a hold when it stays within ${quarter} points of 0 at three months (${week} at a week, ${year} at a year: a convention).`;
}
