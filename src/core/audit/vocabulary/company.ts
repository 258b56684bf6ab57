import type { Vocabulary } from "./vocabulary.ts";

const EARNINGS =
  "(earnings|p e|pe|price to earnings|price earnings|multiple|p e ratio|pe ratio|earnings multiple|price to earnings ratio)";
const SALES = "(sales|revenue)";
const EPS = [
  "stats.trailing_eps",
  "stats.forward_eps",
  "diluted_eps",
  "earnings.eps_actual",
  "earnings.eps_estimate",
  "calendar.eps_estimate",
];
const ESTIMATES = [
  "earnings.eps_estimate",
  "calendar.eps_estimate",
  "calendar.revenue_estimate",
  "earnings.surprise",
];
const PE = ["stats.trailing_pe", "stats.forward_pe"];
const TARGETS = ["stats.target_price_mean", "stats.target_price_low", "stats.target_price_high"];

/** Valuation, profitability, ownership, estimates and the calendar. */
export const company: Vocabulary = [
  ["(enterprise value|ev)", ["stats.enterprise_value"]],
  [
    `(p e|pe|p e ratio|pe ratio|price to earnings|price earnings|price to earnings ratio|earnings multiple|times earnings|x earnings)`,
    PE,
  ],
  [
    `(trailing|historical|historic|ttm|past) (twelve month|12 month)? ${EARNINGS}`,
    ["stats.trailing_pe", "stats.trailing_eps"],
  ],
  [
    `(forward|expected|prospective|estimated|next year) ${EARNINGS}`,
    ["stats.forward_pe", "stats.forward_eps"],
  ],
  ["price to earnings (ratio)? (trailing)", ["stats.trailing_pe"]],
  ["price to earnings (ratio)? (forward)", ["stats.forward_pe"]],
  ["trailing and forward (p e|pe|earnings|multiples)", PE],
  ["trailing", ["stats.trailing_pe", "stats.trailing_eps", "stats.free_cash_flow"]],
  ["forward", ["stats.forward_pe", "stats.forward_eps"]],
  [
    "(peg|peg ratio|price to earnings to growth|price earnings to growth|price earnings growth)",
    ["stats.peg_ratio"],
  ],
  ["(price to book|p b|p bv|pb|price book|price to book value) (ratio)?", ["stats.price_to_book"]],
  ["(times book|book value|its book|book)", ["stats.price_to_book"]],
  [`(price to ${SALES}|p s|price sales) (ratio)?`, ["stats.price_to_sales"]],
  [`times (its)? ${SALES}`, ["stats.price_to_sales"]],
  [
    "(ev ebitda|ev to ebitda|enterprise value to ebitda|enterprise multiple|times ebitda|enterprise value ebitda)",
    ["stats.enterprise_to_ebitda"],
  ],
  ["(stated|source)? beta", ["stats.beta", "risk.beta_1y"]],
  [
    "(eps|earnings per share|earnings a share|a share|per share|profit per share|profit a share)",
    EPS,
  ],
  ["trailing (eps|earnings per share|earnings a share)", ["stats.trailing_eps"]],
  ["(earnings per share|earnings a share|eps) trailing", ["stats.trailing_eps"]],
  ["forward (eps|earnings per share|earnings a share)", ["stats.forward_eps"]],
  ["(earnings per share|earnings a share|eps) forward", ["stats.forward_eps"]],
  [
    "(estimated|expected|consensus) (eps|earnings per share|earnings a share|earnings)",
    ["earnings.eps_estimate", "calendar.eps_estimate", "stats.forward_eps"],
  ],
  [
    "(eps|earnings) (estimates?|expectations?|consensus|forecast)",
    ["earnings.eps_estimate", "calendar.eps_estimate", "earnings.surprise"],
  ],
  ["(actual|reported) (eps|earnings per share|earnings a share)", ["earnings.eps_actual"]],
  ["(estimates?|expected|expectations?|consensus|forecasts?)", ESTIMATES],
  ["(surprise|earnings surprise|beat|beats|missed|miss)", ["earnings.surprise"]],
  ["(dividend yield|yields?)", ["stats.dividend_yield"]],
  ["(payout|payout ratio|pay out ratio)", ["stats.payout_ratio"]],
  ["(profit|net|net profit|net income) margins?", ["stats.profit_margin", "implied.net_margin"]],
  ["gross (profit)? margins?", ["stats.gross_margin", "implied.gross_margin"]],
  [
    "(operating (profit|income)?|ebit) margins?",
    ["stats.operating_margin", "implied.operating_margin"],
  ],
  [
    "gross and operating margins?",
    [
      "stats.gross_margin",
      "stats.operating_margin",
      "implied.gross_margin",
      "implied.operating_margin",
    ],
  ],
  [
    "operating and (net|profit) margins?",
    [
      "stats.operating_margin",
      "stats.profit_margin",
      "implied.operating_margin",
      "implied.net_margin",
    ],
  ],
  [
    "gross operating and (net|profit) margins?",
    [
      "stats.gross_margin",
      "stats.operating_margin",
      "stats.profit_margin",
      "implied.gross_margin",
      "implied.operating_margin",
      "implied.net_margin",
    ],
  ],
  [
    "margins?",
    [
      "stats.profit_margin",
      "stats.gross_margin",
      "stats.operating_margin",
      "implied.net_margin",
      "implied.gross_margin",
      "implied.operating_margin",
    ],
  ],
  ["(return on (the)? (shareholders|stockholders|book)? equity|roe)", ["stats.return_on_equity"]],
  ["(return on assets|roa)", ["stats.return_on_assets"]],
  [`(${SALES}|top line) growth`, ["stats.revenue_growth", "total_revenue"]],
  [
    "(earnings|profit|bottom line) growth",
    ["stats.earnings_growth", "net_income", "implied.expected_growth"],
  ],
  ["current ratio", ["stats.current_ratio", "implied.current_ratio"]],
  ["(debt to equity|d e|debt equity) (ratio)?", ["stats.debt_to_equity"]],
  [
    "(shares outstanding|shares in issue|outstanding shares|share count)",
    ["stats.shares_outstanding", "ordinary_shares_number"],
  ],
  [
    "(short interest|sold short|shares short|shorted|short position|short sellers|free float|float)",
    ["stats.shares_short_of_float"],
  ],
  [
    "(held by insiders|insider ownership|insiders ((own|hold|held))?|owned by insiders)",
    ["stats.held_by_insiders"],
  ],
  [
    "(held by institutions|institutional (ownership|holders|investors)|institutions ((own|hold|held))?|owned by institutions)",
    ["stats.held_by_institutions"],
  ],
  [
    "(mean|average|consensus|analyst|median)? (price)? (target|targets|target price|target prices)",
    TARGETS,
  ],
  [
    "(mean|average|consensus) (analyst|analysts)? (price)? (target|target price)",
    ["stats.target_price_mean"],
  ],
  [
    "(lowest|low|bottom|least) (analyst|analysts)? (price)? (target|target price)",
    ["stats.target_price_low"],
  ],
  [
    "(highest|high|top|greatest) (analyst|analysts)? (price)? (target|target price)",
    ["stats.target_price_high"],
  ],
  ["(upside|implied upside|room)", ["stats.target_price_mean", "stats.target_price_high"]],
  [
    "(analysts?|opinions?|brokers|analyst coverage|covered by)",
    ["stats.analyst_count", "implied.opinions"],
  ],
  ["(mean|average|consensus) (recommendation|rating|score)", ["stats.recommendation_mean"]],
  ["recommendation (mean|score|average)", ["stats.recommendation_mean"]],
  ["(employees|workforce|staff|headcount|people)", ["profile.employees"]],
  [
    "(next|upcoming|coming) (earnings|report|results|earnings report|earnings date)",
    ["calendar.next_earnings", "calendar.days_to_earnings", "calendar.eps_estimate"],
  ],
  [
    "(earnings|results) (are|is)? (due|date|day|report)",
    ["calendar.next_earnings", "calendar.days_to_earnings", "calendar.eps_estimate"],
  ],
  // An analyst's report is none of the company's.
  ["(market|fundamentals|news|sentiment|macro|risk) (report|reports)", []],
  [
    "(earnings|report|reports|results)",
    [
      "calendar.next_earnings",
      "calendar.days_to_earnings",
      "earnings.surprise",
      "stats.earnings_growth",
      "implied.expected_growth",
      "earnings.eps_actual",
    ],
  ],
  ["(ex dividend|ex dividend (day|date)|exdividend)", ["calendar.ex_dividend"]],
  [`(estimated|expected|consensus) ${SALES}`, ["calendar.revenue_estimate"]],
  [`${SALES} (estimates?|expectations?|consensus|forecast)`, ["calendar.revenue_estimate"]],
];
