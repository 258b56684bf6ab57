import type { Vocabulary } from "./vocabulary.ts";

const STOCKS = ["macro.sp500.level", "macro.sp500.change"];
const NERVES = ["macro.vix.level", "macro.vix.average", "macro.vix.change"];
const RATES = ["macro.ten_year.level", "macro.ten_year.change"];
const SECTOR = ["macro.sector.change", "macro.sector.relative"];
const TEN = "(ten year|10 year|10y|10yr|us ten year|us 10 year)";

/** The market as a whole, and how much the price swings within it. */
export const backdrop: Vocabulary = [
  [
    "(s&p 500|s&p|s&p500|sp500|spx|broad market|broader market|wider market|stock market|benchmark)",
    STOCKS,
  ],
  ["(s&p 500|s&p) (index)? (level)?", STOCKS],
  ["(vix (index)?|volatility index|fear gauge|fear index|implied volatility)", NERVES],
  [`${TEN} (treasury|us|bond|note)? (yields?|rates?|note|treasury|bond)?`, RATES],
  ["(treasury|treasuries|bond|long term|government bond) (yields?|rates?)", RATES],
  ["(interest rates|long rates|yields|yield)", RATES],
  ["sector (fund|etf|peers)?", SECTOR],
  ["(peers|relative strength|relative performance)", SECTOR],
  ["(annualised|annualized|realised|realized|historical)? volatility", ["risk.volatility"]],
  [
    "(rougher|wilder|choppier|calmer|quieter) than (the|its)? (year|last year)",
    ["risk.volatility"],
  ],
  [
    "(value at risk|var|one day in twenty|1 day in 20|one day var|one day value at risk|bad day)",
    ["risk.value_at_risk_95"],
  ],
  [
    "(expected shortfall|cvar|conditional (var|value at risk)|tail loss|average when it does|on average when it does)",
    ["risk.expected_shortfall_95"],
  ],
  [
    "((max|maximum|deepest|worst|largest|biggest) (drawdown|fall|decline|loss)|peak to trough)",
    ["risk.max_drawdown_1y"],
  ],
  ["(drawdown|draw down)", ["risk.drawdown", "risk.max_drawdown_1y", "risk.drawdown_days"]],
  ["(highest close|year high)", ["risk.drawdown", "risk.drawdown_days"]],
  [
    "(fall|distance|days|time) (from|since|below) (the|its)? (year high|high)",
    ["risk.drawdown", "risk.drawdown_days", "price.from_high_52w"],
  ],
  [
    "(correlation|correlated|correlates) (coefficient)? ((with|to) (the)? (s&p 500|s&p|market|index))?",
    ["risk.correlation_1y"],
  ],
  ["beta (to|against|versus) (the)? (s&p 500|s&p|market|index)", ["stats.beta", "risk.beta_1y"]],
];
