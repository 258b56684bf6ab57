import type { Topic } from "../../analyst-writer.ts";
import type { Quantity } from "../../evidence.ts";
import { observation, remark } from "../../observation.ts";
import * as say from "../../wording.ts";

export const insiders: Topic = {
  title: "Insiders",
  noun: "insiders' trades",
  companyOnly: true,
  needs: {
    "insider.buys_6m": "the insiders' purchases",
    "insider.sells_6m": "the insiders' sales",
  },
  observe: ({ number }) => {
    const [buys, sells] = [number("insider.buys_6m"), number("insider.sells_6m")];
    if (buys === null || sells === null) return [];
    if (buys.value === 0 && sells.value === 0) {
      return [remark("Insiders neither bought nor sold in six months.")];
    }
    const deals = (count: Quantity, noun: string, shares: Quantity | null) =>
      `${say.counted(count.value, noun)}${shares === null || shares.value === 0 ? "" : ` (${shares.text})`}`;
    const bought = deals(buys, "purchase", number("insider.shares_bought_6m"));
    const sold = deals(sells, "sale", number("insider.shares_sold_6m"));
    const meaning =
      buys.value > sells.value
        ? "buyers outnumber sellers, and insiders buy for one reason only"
        : sells.value > buys.value
          ? "sellers outnumber buyers, a weak sign, since insiders sell for many reasons"
          : "the two balance";
    return [
      observation(
        `Six months of insiders' trades show ${bought} and ${sold}: ${meaning}.`,
        buys.value > sells.value ? 0.6 : sells.value > buys.value ? -0.25 : 0,
      ),
    ];
  },
};
