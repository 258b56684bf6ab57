import type { Topic } from "../../analyst-writer.ts";
import { type Evidence, type Quantity, sameCurrency } from "../../evidence.ts";
import { type Observation, observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

/** A distance to the mean target, in percent, that counts in full. */
const FAR_TARGET = 20;

export const targets: Topic = {
  title: "Price targets",
  noun: "price targets",
  companyOnly: true,
  needs: { "stats.target_price_mean": "the mean price target" },
  observe: (evidence) => [target(evidence)],
};

function target({ number }: Evidence): Observation | null {
  const mean = number("stats.target_price_mean");
  if (mean === null) return null;
  const range = span(number("stats.target_price_low"), number("stats.target_price_high"));
  const price = number("quote.price") ?? number("price.close");
  if (price === null || !sameCurrency(price, mean)) {
    return remark(
      `The mean price target is ${mean.text}${range}, with no price among the facts to set it against.`,
    );
  }
  const gap = say.distance(mean.value, price.value);
  return observation(
    `The mean price target of ${mean.text}${range} lies ${say.away(gap)} the price of ${price.text}, so analysts see ${gap > 2 ? "room to rise" : gap < -2 ? "the price ahead of itself" : "the price about right"}.`,
    gap / FAR_TARGET,
    2,
  );
}

function span(low: Quantity | null, high: Quantity | null): string {
  return low === null || high === null ? "" : ` (from ${low.text} to ${high.text})`;
}
