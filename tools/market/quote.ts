import { wholeUnit } from "#core/currency.ts";
import { unitFor, volumeLabel } from "#core/price-unit.ts";
import type { FactToolDefinition, Finding } from "../fact-tool.ts";
import { symbolSchema } from "../symbol-schema.ts";

/** The latest price of a symbol, its day and what kind of instrument it is. */
export const quote: FactToolDefinition<{ symbol: string }> = {
  name: "get_quote",
  description: "Latest quote of a symbol: price, day range, volume, market value, name and kind.",
  schema: symbolSchema,
  async find({ symbol }, { market, asOf, options }) {
    const found = await market.quote({ symbol, asOf }, options);
    const { currency, time, availableAt, source } = found;
    const fact = (
      name: string,
      label: string,
      value: Finding["value"],
      unit: Finding["unit"],
    ): Finding => ({ path: `quote.${name}`, label, value, unit: unitFor(symbol, unit), currency });
    const volume = (name: string, label: string, value: number | null) =>
      fact(name, volumeLabel(symbol, label), value, "shares");
    return {
      source,
      asOf: time,
      availableAt,
      facts: [
        fact("name", "Name", found.name, "text"),
        fact("type", "Kind of instrument", found.type, "text"),
        fact("exchange", "Exchange", found.exchange, "text"),
        fact("price", "Price", found.price, "currency"),
        fact("previous_close", "Previous close", found.previousClose, "currency"),
        fact("open", "Open", found.open, "currency"),
        fact("day_high", "Day's high", found.dayHigh, "currency"),
        fact("day_low", "Day's low", found.dayLow, "currency"),
        fact("high_52w", "52-week high", found.fiftyTwoWeekHigh, "currency"),
        fact("low_52w", "52-week low", found.fiftyTwoWeekLow, "currency"),
        volume("volume", "Volume", found.volume),
        volume("volume_average_3m", "Average volume of 3 months", found.averageVolume3Months),
        {
          path: "quote.market_cap",
          label: "Market value",
          value: found.marketCap,
          unit: "currency",
          currency: wholeUnit(currency),
        },
      ],
    };
  },
};
