import type { Vocabulary } from "./vocabulary.ts";

/** The lines of statements, and what follows from two of them. */
export const statements: Vocabulary = [
  ["(total|net)? (revenues?|sales|turnover)", ["total_revenue", "stats.price_to_sales"]],
  ["(top line|brought in|took in)", ["total_revenue"]],
  ["(cost of (revenue|sales|goods sold)|cogs)", ["cost_of_revenue"]],
  ["gross (profit|income)", ["gross_profit"]],
  ["(operating (income|profit|earnings|loss)|ebit)", ["operating_income"]],
  ["(net (income|profit|earnings|loss)|bottom line|profits?)", ["net_income"]],
  ["diluted (eps|earnings a share|earnings per share)", ["diluted_eps"]],
  [
    "interest (expenses?|costs?|charges?|payments)?",
    ["interest_expense", "implied.interest_cover"],
  ],
  [
    "(interest cover|interest coverage|covers interest|covers its interest|times interest)",
    ["implied.interest_cover"],
  ],
  ["ebitda", ["ebitda"]],
  ["total assets", ["total_assets"]],
  ["(total)? liabilities", ["total_liabilities"]],
  ["(stockholders|shareholders|book)? equity", ["stockholders_equity"]],
  [
    "(total)? cash (pile|position|balance|reserves|holdings)?",
    ["stats.total_cash", "cash_and_short_term_investments", "implied.net_cash"],
  ],
  [
    "cash and (short term)? (investments|equivalents)",
    ["stats.total_cash", "cash_and_short_term_investments"],
  ],
  ["(total|all|gross)? (debt|debts|borrowings)", ["stats.total_debt", "total_debt"]],
  ["net debt", ["net_debt", "implied.net_debt"]],
  ["net cash", ["implied.net_cash", "net_debt"]],
  ["current assets", ["current_assets"]],
  ["current liabilities", ["current_liabilities"]],
  ["(inventory|inventories|stocks of goods)", ["inventory"]],
  ["ordinary shares", ["ordinary_shares_number"]],
  ["(operating cash flow|cash (flow)? from operations|ocf)", ["operating_cash_flow"]],
  ["(capital (expenditures?|spending|investment)|capex)", ["capital_expenditure"]],
  ["(trailing)? (free cash flow|free cashflow|fcf)", ["stats.free_cash_flow", "free_cash_flow"]],
  ["(free cash flow|fcf) yield", ["implied.free_cash_flow_yield"]],
  ["(free cash flow|fcf) margins?", ["implied.free_cash_flow_margin"]],
  ["cash conversion", ["implied.cash_conversion"]],
  ["ebitda margins?", ["implied.ebitda_margin"]],
  ["earnings yield", ["implied.earnings_yield"]],
  [
    "(buybacks?|buy backs?|(stock|share)? repurchases?|repurchased|repurchase of stock|bought back)",
    ["repurchase_of_capital_stock"],
  ],
  ["dividends? (paid|payments|payouts)?", ["cash_dividends_paid"]],
  ["((stock|share) based (compensation|pay)|sbc)", ["stock_based_compensation"]],
];
