import type { Company } from "#core/company.ts";
import { quoted } from "#core/errors.ts";
import { priceChange } from "#core/price-change.ts";
import type { Finding, Findings, Reading } from "../fact-tool.ts";
import { type ReadHistory, readHistory } from "../read-history.ts";
import { currenciesApart, laterAvailable } from "../two-histories.ts";
import { sectorFunds } from "./sector-funds.ts";
import { seriesChanges } from "./series-changes.ts";

/** The fund of a stock's sector, its changes, and how the stock did against it. */
export async function sectorFacts(reading: Reading, symbol: string): Promise<Findings> {
  const { market, asOf, options } = reading;
  const company = await market.company({ symbol, asOf }, options);
  const sector = company.profile?.sector ?? null;
  const fund = sectorFunds.get(sector ?? "");
  if (sector === null || fund === undefined) {
    const notice = `${symbol}: no sector fund, since ${whyNone(company, sector)}.`;
    return { source: company.source, facts: [], notices: [notice] };
  }
  const [own, its] = await Promise.all([readHistory(symbol, reading), readHistory(fund, reading)]);
  return {
    source: its.source,
    asOf: its.day,
    availableAt: its.availableAt,
    facts: [
      {
        path: "macro.sector.fund",
        label: "Fund of the stock's sector",
        value: fund,
        unit: "text",
        note: `sector ${sector}`,
      },
      ...seriesChanges("macro.sector", fund, its.candles),
      relative(own, its, `${symbol} less ${fund}, change over 3 months`),
    ],
    notices: [...own.notices, ...its.notices],
  };
}

function whyNone(company: Company, sector: string | null): string {
  if (sector !== null) return `none is listed for the sector ${quoted(sector)}`;
  return company.withheld.includes("profile")
    ? "its sector is withheld with the rest of its profile"
    : "the source names no sector for it";
}

function relative(own: ReadHistory, fund: ReadHistory, label: string): Finding {
  const [mine, its] = [priceChange(own.candles, "3m"), priceChange(fund.candles, "3m")];
  const availableAt = laterAvailable(own, fund);
  const common = { path: "macro.sector.relative_3m", label, unit: "percent", availableAt } as const;
  if (mine.value === null) return { ...common, value: null, note: mine.note };
  if (its.value === null) return { ...common, value: null, note: `${its.note} (the fund)` };
  return {
    ...common,
    value: mine.value - its.value,
    note: `percentage points${currenciesApart(own, fund)}`,
  };
}
