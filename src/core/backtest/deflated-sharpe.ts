import { mean } from "../mean.ts";
import { minimumReturns } from "../risk/minimum-returns.ts";
import { variance } from "../risk/moments.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { dailySharpe } from "./return-ratios.ts";

const EULER_MASCHERONI = 0.5772156649015329;

/**
 * The highest of so many daily Sharpe ratios that is to be expected where none is worth anything and
 * they vary by chance as much as these do: 0 for one strategy, which nothing was chosen from.
 *
 * Bailey and Lopez de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management 40 (5), 2014.
 *
 * @param ratios daily Sharpe ratios of the strategies tried, as far as known
 * @param tried how many strategies were tried
 * @returns null where several were tried and fewer than two ratios are known
 */
export function expectedBest(ratios: readonly number[], tried: number): number | null {
  if (tried <= 1) return 0;
  if (ratios.length < 2) return null;
  const quantile =
    (1 - EULER_MASCHERONI) * normalQuantile(1 - 1 / tried) +
    EULER_MASCHERONI * normalQuantile(1 - 1 / (tried * Math.E));
  return Math.sqrt(variance(ratios)) * quantile;
}

/**
 * How likely the Sharpe ratio behind daily returns is above a benchmark, 0 to 1, given how many returns
 * there are, how skewed and how fat-tailed: the deflated Sharpe ratio where the benchmark is the best to
 * be expected by chance.
 *
 * @param benchmark a daily Sharpe ratio
 * @returns null with fewer than 20 returns, and where they do not move
 */
export function probabilisticSharpe(returns: readonly number[], benchmark: number): number | null {
  const sharpe = dailySharpe(returns);
  if (sharpe === null || returns.length < minimumReturns.volatility) return null;
  const average = mean(returns);
  const moment = (power: number) => mean(returns.map((value) => (value - average) ** power));
  const spread = moment(2);
  const skewness = moment(3) / spread ** 1.5;
  const kurtosis = moment(4) / spread ** 2;
  const error = 1 - skewness * sharpe + ((kurtosis - 1) / 4) * sharpe ** 2;
  if (error <= 0) return null;
  return normalCdf((sharpe - benchmark) * Math.sqrt((returns.length - 1) / error));
}
