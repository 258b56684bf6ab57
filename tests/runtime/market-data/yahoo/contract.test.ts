import { describeMarketData } from "../../../contracts/market-data.ts";
import { openYahooOverStub } from "../../../helpers/yahoo-market.ts";

describeMarketData("the Yahoo adapter", async () => {
  const { market, close } = await openYahooOverStub();
  return { market, close, asOf: "2025-03-03", symbol: "AAPL", indexSymbol: "^GSPC" };
});
