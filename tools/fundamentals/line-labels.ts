import type { StatementKind, statementLines } from "#core/statement.ts";

type StatementLine = (typeof statementLines)[StatementKind][number];

/** The lines of all statements in plain words. */
export const lineLabels: Readonly<Record<StatementLine, string>> = {
  totalRevenue: "Total revenue",
  costOfRevenue: "Cost of revenue",
  grossProfit: "Gross profit",
  operatingIncome: "Operating income",
  netIncome: "Net income",
  dilutedEPS: "Diluted earnings a share",
  interestExpense: "Interest expense",
  EBITDA: "EBITDA",
  totalAssets: "Total assets",
  totalLiabilities: "Total liabilities",
  stockholdersEquity: "Stockholders' equity",
  cashAndShortTermInvestments: "Cash and short-term investments",
  totalDebt: "Total debt",
  netDebt: "Net debt",
  currentAssets: "Current assets",
  currentLiabilities: "Current liabilities",
  inventory: "Inventory",
  ordinarySharesNumber: "Ordinary shares",
  operatingCashFlow: "Operating cash flow",
  capitalExpenditure: "Capital expenditure",
  freeCashFlow: "Free cash flow",
  repurchaseOfCapitalStock: "Repurchase of stock",
  cashDividendsPaid: "Dividends paid",
  stockBasedCompensation: "Stock-based compensation",
};
