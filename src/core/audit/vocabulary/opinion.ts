import type { Vocabulary } from "./vocabulary.ts";

const BUYS = ["implied.buys", "recommendations.buy", "recommendations.strong_buy"];
const SELLS = ["implied.sells", "recommendations.sell", "recommendations.strong_sell"];

/** Analysts' opinions, insiders' trades, headlines. */
export const opinion: Vocabulary = [
  ["strong buys?", ["recommendations.strong_buy"]],
  ["(buys?|buy ratings?|bullish ratings?)", BUYS],
  [
    "(buy or strong buy|buy or better|strong buy or buy|buy and strong buy|strong buy and buy)",
    ["implied.buys"],
  ],
  ["(holds?|hold ratings?|neutral ratings?)", ["recommendations.hold"]],
  ["(sells?|sell ratings?)", SELLS],
  ["strong sells?", ["recommendations.strong_sell"]],
  [
    "(sell or strong sell|sell or worse|strong sell or sell|sell and strong sell|strong sell and sell)",
    ["implied.sells"],
  ],
  ["(upgrades?|rating upgrades?|upgraded)", ["ratings.upgrades_90d"]],
  ["(downgrades?|rating downgrades?|downgraded)", ["ratings.downgrades_90d"]],
  ["(ratings?|rating changes?)", ["ratings"]],
  [
    "(insider|insiders|executive|director|officer|insider transactions?|insider trades)",
    ["insider"],
  ],
  [
    "(insiders? (buys|buying)|(insider|insiders)? purchases?)",
    ["insider.buys_6m", "insider.shares_bought_6m", "insider"],
  ],
  ["(insiders)? bought", ["insider.shares_bought_6m", "insider.buys_6m", "insider"]],
  [
    "(insider|insiders) (sales?|sells|selling|disposals)",
    ["insider.sells_6m", "insider.shares_sold_6m", "insider"],
  ],
  ["(sales|disposals)", ["insider.sells_6m", "insider.shares_sold_6m"]],
  ["(insiders)? sold", ["insider.shares_sold_6m", "insider.sells_6m", "insider"]],
  ["(headlines?|articles?|stories|news items|news)", ["news.count", "news", "implied.headlines"]],
];
