/** The Select Sector SPDR fund of each sector, by the sector's name at the source. */
export const sectorFunds: ReadonlyMap<string, string> = new Map([
  ["Technology", "XLK"],
  ["Financial Services", "XLF"],
  ["Healthcare", "XLV"],
  ["Energy", "XLE"],
  ["Consumer Cyclical", "XLY"],
  ["Consumer Defensive", "XLP"],
  ["Industrials", "XLI"],
  ["Utilities", "XLU"],
  ["Basic Materials", "XLB"],
  ["Real Estate", "XLRE"],
  ["Communication Services", "XLC"],
]);
