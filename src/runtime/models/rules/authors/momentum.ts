import { type MarketSense, percent, rough, windowOf } from "./market-sense.ts";
import { program, type WrittenStrategy } from "./program.ts";
import { orderToward, rollingVolatility } from "./snippets.ts";

const EVERY = 5;

const BODY = `const volatility = rollingVolatility(20);

function execute_trade({ close }, portfolio) {
  const last = close.length - 1;
  const now = volatility(close);
  if (last < HORIZONS[HORIZONS.length - 1] || last % EVERY !== 0) return 0;

  const price = close[last];
  const rising = HORIZONS.filter((horizon) => price > close[last - horizon]).length;
  const conviction = rising / HORIZONS.length;
  return orderToward(conviction * Math.min(1, CALM / now), BAND, price, portfolio);
}`;

/** Rates of change over several horizons; as much is held as there are of them above zero. */
export function momentum(sense: MarketSense): WrittenStrategy {
  const longest = windowOf(126, sense);
  const horizons = [longest / 6, longest / 2, longest].map(Math.round);
  const calm = rough(1.2 * sense.volatility);
  return {
    reasons: [
      `What has gained over weeks and months tends to gain on. The price is held against that of ${horizons.join(", ")} bars ago; each horizon with a gain adds a third, so no single one decides.`,
      `Every ${EVERY} bars the position is looked at, and changed if it is off by more than 15 % of the equity, to save costs. Above a volatility of ${percent(calm)} a year, a fifth more than usual, it is made smaller.`,
    ],
    code: program({
      idea: "Momentum: hold as much as horizons show a gain, less when the market is unquiet.",
      parameters: { HORIZONS: horizons, EVERY, BAND: 0.15, CALM: calm },
      body: BODY,
      snippets: [rollingVolatility, orderToward],
    }),
  };
}
