import { wholeUnit } from "../company-currency.ts";
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
    ): Finding => ({ path: `quote.${name}`, label, value, unit, currency });
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
        fact("volume", "Volume", found.volume, "shares"),
        fact("volume_average_3m", "Average volume, 3 months", found.averageVolume3Months, "shares"),
        {
          ...fact("market_cap", "Market value", found.marketCap, "currency"),
          currency: wholeUnit(currency),
        },
      ],
    };
  },
};
