import type { DataFlag } from "../data-flag.ts";
import type { Day } from "../day.ts";
import type { Fact } from "../fact.ts";
import type { ToolCallRecord } from "../report.ts";
import { symbolForm } from "../symbol-form.ts";

/** A tool call as far as it matters here. */
export type TriedCall = Pick<ToolCallRecord, "tool" | "args" | "error" | "refused">;

/**
 * The calls that failed, and those that brought no known value of what the instrument should have:
 * each once, and not where the same call has brought one another time. A call that no tool could
 * take says nothing of the data.
 */
export function missingFlags(
  facts: readonly Fact[],
  calls: readonly TriedCall[],
  asOf: Day,
): DataFlag[] {
  const taken = calls.filter(({ refused }) => !refused);
  const distinct = Map.groupBy(taken, ({ tool, args }) => inWords(tool, args));
  return [...distinct].flatMap(([subject, same]): DataFlag[] => {
    const [{ tool, args } = { tool: "", args: {} }] = same;
    const own = facts.filter((fact) => inWords(fact.tool, fact.args) === subject);
    if (own.some(({ value }) => value !== null)) return [];
    const failed = same.every(({ error }) => error !== null);
    if (!failed && !isExpected(tool, args, facts)) return [];
    const [first] = own;
    const why = failed
      ? `failed: ${same[0]?.error}`
      : `brought no known value as of ${asOf}${first?.note ? ` (${first.note})` : "."}`;
    return [{ kind: "missing", subject, message: `${subject} ${why}`, factId: first?.id ?? null }];
  });
}

/** A call in words: "get_statement(AAPL,income,annual)". */
function inWords(tool: string, args: TriedCall["args"]): string {
  return `${tool}(${Object.values(args).join(",")})`;
}

/** Which instruments have what a tool reads; the rest are all derived from what another reads. */
const expected: Readonly<Record<string, "any" | "company" | "us_company">> = {
  get_price_history: "any",
  get_quote: "any",
  get_profile: "company",
  get_key_statistics: "company",
  get_statement: "company",
  get_earnings: "company",
  get_recommendations: "company",
  // Told by the forms that a company's insiders file with the SEC.
  get_insider_transactions: "us_company",
};

/** Whether the symbol's instrument should have what the tool reads. */
function isExpected(tool: string, args: TriedCall["args"], facts: readonly Fact[]): boolean {
  const symbol = String(args.symbol);
  switch (expected[tool]) {
    case "any":
      return true;
    case "company":
      return isCompany(symbol, facts);
    case "us_company":
      return isCompany(symbol, facts) && !symbol.includes(".");
    default:
      return false;
  }
}

/** A share may be of a fund, which files nothing: a company is known by its quote, or by what it files. */
function isCompany(symbol: string, facts: readonly Fact[]): boolean {
  if (symbolForm(symbol) !== "share") return false;
  const own = facts.filter(({ args, value }) => args.symbol === symbol && value !== null);
  const type = own.find(({ path }) => path === "quote.type")?.value;
  if (type !== undefined) return type === "equity";
  return own.some(({ tool }) => tool === "get_statement" || tool === "get_earnings");
}
