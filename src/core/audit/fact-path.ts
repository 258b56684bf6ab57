import type { Fact } from "../fact.ts";
import { type Nature, now, type When } from "./known.ts";

const STATEMENT = /^(?:income|balance|cashflow)\.(annual|quarterly)\.(\d+)\.(\w+)$/;
const CHANGE = /^(.+\.(?:change|relative|volatility|average))_(\d+[dwmy])$/;
const BARS_AGO = /^(.+)\.(\d+)_bars_ago$/;
const EARNINGS = /^(earnings)\.(\d+)\.(\w+)$/;
const MONTHS_AGO = /^(recommendations)\.(\d+)\.(\w+)$/;
const LISTED = /^(news|ratings|insider)\.\d+$/;

/** What a fact is of, whatever the period, and the period. */
export function readPath({ path, asOf }: Fact): { readonly topic: string; readonly when: When } {
  const end = asOf?.slice(0, 10) ?? null;
  const [, kind, line, name] = STATEMENT.exec(path) ?? [];
  if (name !== undefined) {
    const basis = kind === "annual" ? "annual" : "quarterly";
    return { topic: name, when: { ...now, basis, end, row: Number(line) } };
  }
  const [, changed, span] = CHANGE.exec(path) ?? [];
  if (changed !== undefined && span !== undefined) {
    return { topic: changed, when: { ...now, span } };
  }
  const [, current, bars] = BARS_AGO.exec(path) ?? [];
  if (current !== undefined) return { topic: current, when: { ...now, ago: `${bars}b` } };
  const [, , quarter, figure] = EARNINGS.exec(path) ?? [];
  if (figure !== undefined) {
    const when: When = { ...now, basis: "quarterly", end, row: Number(quarter) };
    return { topic: `earnings.${figure}`, when };
  }
  const [, , months, grade] = MONTHS_AGO.exec(path) ?? [];
  if (grade !== undefined) {
    const ago = months === "0" ? null : `${months}m`;
    return { topic: `recommendations.${grade}`, when: { ...now, ago } };
  }
  const [, list] = LISTED.exec(path) ?? [];
  return { topic: list ?? path, when: now };
}

const CHANGES = /(?:\.change|\.relative|_growth|\.surprise)$|^macro\.sp500\.from_sma_200$/;
const DISTANCES = /^price\.from_high_52w$/;
const SIGNED_LEVELS =
  /^(?:macd\.|obv|net_debt|net_income|operating_income|gross_profit|ebitda|free_cash_flow|operating_cash_flow|stockholders_equity|diluted_eps)|eps|stats\.(?:free_cash_flow|profit_margin|gross_margin|operating_margin|return_on|trailing_pe|forward_pe|peg_ratio)|correlation|beta/;

/** How the sign of a topic's values reads. */
export function natureOf(topic: string): Nature {
  if (CHANGES.test(topic)) return "change";
  if (DISTANCES.test(topic)) return "distance";
  return SIGNED_LEVELS.test(topic) ? "level" : "size";
}
