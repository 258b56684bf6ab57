import type { Company, CompanyPart } from "#core/company.ts";
import type { Day } from "#core/day.ts";

const names: Readonly<Record<CompanyPart, string>> = {
  profile: "company profile",
  statistics: "key statistics",
  earnings: "earnings history",
  calendar: "earnings calendar",
  recommendations: "analyst recommendations",
  ratingChanges: "rating changes",
  insiderTransactions: "insider transactions",
};

/**
 * Which of the parts that a tool reads are not there, as sentences for a reader: one for those that
 * the boundary in time took away, one for those that the source does not have.
 */
export function absenceNotices(
  company: Company,
  parts: readonly CompanyPart[],
  asOf: Day,
): string[] {
  const absent = parts.filter((part) => Object.keys(company[part] ?? {}).length === 0);
  const isWithheld = (part: CompanyPart) => company.withheld.includes(part);
  const withheld = inWords(absent.filter(isWithheld), " and ");
  const unknown = inWords(
    absent.filter((part) => !isWithheld(part)),
    " and no ",
  );
  const notices: string[] = [];
  if (withheld !== "") {
    notices.push(
      `${company.symbol}: withheld from a run as of ${asOf}, being of later days: ${withheld}.`,
    );
  }
  if (unknown !== "") {
    notices.push(`${company.symbol}: the source has no ${unknown} for this instrument.`);
  }
  return notices;
}

function inWords(parts: readonly CompanyPart[], joint: string): string {
  return parts.map((part) => names[part]).join(joint);
}
