import { absenceNotices } from "../company-absence.ts";
import type { FactToolDefinition } from "../fact-tool.ts";
import { symbolSchema } from "../symbol-schema.ts";

/** Who the company is: sector, industry, country, size. */
export const profile: FactToolDefinition<{ symbol: string }> = {
  name: "get_profile",
  description:
    "Profile of the company behind a symbol: name, sector, industry, country, employees.",
  schema: symbolSchema,
  async find({ symbol }, { market, asOf, options }) {
    const company = await market.company({ symbol, asOf }, options);
    const { source, availableAt } = company;
    const notices = absenceNotices(company, ["profile"], asOf);
    if (company.profile === null) return { source, facts: [], notices };
    const { name, sector, industry, country, employees } = company.profile;
    return {
      source,
      asOf: availableAt,
      facts: [
        { path: "profile.name", label: "Name", value: name, unit: "text" },
        { path: "profile.sector", label: "Sector", value: sector, unit: "text" },
        { path: "profile.industry", label: "Industry", value: industry, unit: "text" },
        { path: "profile.country", label: "Country", value: country, unit: "text" },
        { path: "profile.employees", label: "Employees", value: employees, unit: "count" },
      ],
      notices,
    };
  },
};
