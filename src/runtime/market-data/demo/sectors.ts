interface Sector {
  readonly name: string;
  readonly industries: readonly [string, ...string[]];
}

/** Sectors and two industries of each, named as Yahoo Finance names them. */
export const sectors: readonly [Sector, ...Sector[]] = [
  { name: "Technology", industries: ["Software - Application", "Semiconductors"] },
  { name: "Financial Services", industries: ["Banks - Regional", "Asset Management"] },
  { name: "Healthcare", industries: ["Biotechnology", "Medical Devices"] },
  { name: "Energy", industries: ["Oil & Gas E&P", "Oil & Gas Equipment & Services"] },
  { name: "Consumer Cyclical", industries: ["Specialty Retail", "Auto Manufacturers"] },
  { name: "Consumer Defensive", industries: ["Packaged Foods", "Household & Personal Products"] },
  { name: "Industrials", industries: ["Specialty Industrial Machinery", "Railroads"] },
  { name: "Utilities", industries: ["Utilities - Regulated Electric", "Utilities - Renewable"] },
  { name: "Basic Materials", industries: ["Specialty Chemicals", "Steel"] },
  { name: "Real Estate", industries: ["REIT - Industrial", "Real Estate Services"] },
  { name: "Communication Services", industries: ["Entertainment", "Telecom Services"] },
];
