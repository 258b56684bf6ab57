import type { Topic } from "../../analyst-writer.ts";
import { EARNINGS_NEAR_DAYS } from "../../earnings-near.ts";
import { observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

export const event: Topic = {
  title: "Event",
  noun: "the earnings date",
  companyOnly: true,
  needs: { "calendar.next_earnings": "the date of the next earnings" },
  observe: ({ number, text }) => {
    const [day, left] = [text("calendar.next_earnings"), number("calendar.days_to_earnings")];
    if (day === null || left === null || left.value < 0) return [];
    if (left.value > EARNINGS_NEAR_DAYS) {
      return [remark(`The next earnings, on ${day}, are ${left.text} away.`)];
    }
    return [
      observation(
        `Earnings come on ${day}, ${say.inDays(left.value)}: a gap past any stop is possible.`,
        -0.5,
      ),
    ];
  },
};
